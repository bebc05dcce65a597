"""Tables in memory, numbered once for all parts of them that are asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import numpy as np
import pandas as pd
import pyarrow as pa

from onrecord.store.layout import HELD
from onrecord.store.part import WIDE, facts


class Shared:
    """Tables in memory, and what parts of them need not work out again.

    Attributes:
        tables: the tables of the contract.
        kept: what the whole keeps, by name: rows by a column of attributions.
        origin: false where the tables were taken out of others, whose `kept` they use.
    """

    def __init__(
        self, tables: Mapping[str, pd.DataFrame], kept: dict[str, pa.Table] | None = None
    ) -> None:
        """Tables that nobody has asked yet.

        Args:
            tables: the tables of the contract.
            kept: of the tables that these were taken out of.
        """
        self.tables = tables
        self.kept = {} if kept is None else kept
        self.origin = kept is None
        self._numbered: dict[str, pa.Table] = {}
        self._art: dict[str, np.ndarray] = {}

    @cached_property
    def listed(self) -> pd.DataFrame:
        """The articles without their texts, numbered from 0."""
        return self.tables["articles"].drop(columns="text").reset_index(drop=True)

    @cached_property
    def facts(self) -> pa.Table:
        """As `store.part.facts`, of all articles."""
        return facts(self.listed, pd.Series(True, index=self.listed.index))

    def rows(self, table: str, kept: np.ndarray) -> np.ndarray | None:
        """Numbers of the rows of some articles; None where that is all of them.

        Args:
            table: one of `HELD`.
            kept: for each article whether it is one of them, bool.
        """
        if table not in self._art:
            ids = self.tables[table].article_id
            self._art[table] = pd.Index(self.listed.article_id).get_indexer(ids)
        art = self._art[table]
        mask = (art >= 0) & kept[art] if len(kept) else np.zeros(len(art), bool)
        return None if mask.all() else np.flatnonzero(mask)

    def arrow(self, table: str, kept: np.ndarray) -> pa.Table:
        """Rows of some articles as Arrow has them.

        Args:
            table: of the contract.
            kept: for each article whether it is one of them, bool.

        Returns:
            The table; where it tells of articles, with `_place`, number and label of a row, and
            `_art`, the number of its article.
        """
        rows = self.rows(table, kept) if table in HELD else None
        if table not in self._numbered:
            made = pa.Table.from_pandas(self.tables[table], preserve_index=False)
            self._numbered[table] = self._placed(table, made) if table in HELD else made
        found = self._numbered[table]
        return found if rows is None else found.take(rows)

    def _placed(self, table: str, made: pa.Table) -> pa.Table:
        index = self.tables[table].index
        number = np.arange(len(index), dtype="int64")
        whole = pd.api.types.is_integer_dtype(index.dtype)
        place = number * WIDE + (index.to_numpy("int64") if whole else number)
        art = self._art[table].astype("int32")
        return made.append_column("_place", pa.array(place)).append_column("_art", pa.array(art))
