"""A part of a store, asked about in SQL where its rows lie: nothing but answers is held."""

from __future__ import annotations

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

from onrecord import schema
from onrecord.errors import StoreError
from onrecord.store.layout import HELD
from onrecord.store.read import Reading

WIDE = 2**32  # more rows than a file has
LABELED = ("stances", "sentences")  # their evidence is called after row labels


class Part:
    """Some articles of a store, and what was said in them.

    Queries see the tables of the contract, narrowed to these articles. Beside its own columns
    a row has `art` (the article's row in `Reading.listed`), `fresh` (its number when the newest
    come first), `outlet`, `published`, and `place`, by which rows stand in the order of the
    frames: WIDE times `art` and the row's number in its file.
    """

    def __init__(self, reading: Reading, kept: pd.Series) -> None:
        """Open a part.

        Args:
            reading: the store.
            kept: whether the part holds it, for each row of `reading.listed`.
        """
        self.reading = reading
        self._labels: dict[str, pd.DataFrame] = {}
        self.held: tuple[pd.DataFrame | None, int] | None = None  # see `summary.newest.hold`
        listed = reading.listed
        self.ranks = _ranks(listed.article_id.sort_values())  # the place of each article by id
        newest = listed.published.sort_values(ascending=False, na_position="last", kind="stable")
        facts = listed[["article_id", "outlet", "published"]].assign(
            art=listed.index.astype("int32"), fresh=_ranks(newest), kept=kept.to_numpy()
        )
        known = {"_art": pa.Table.from_pandas(facts, preserve_index=False)}
        self._connection = reading.connected(known, self._view)

    def ask(self, query: str, **frames: pd.DataFrame) -> pd.DataFrame:
        """Answer a question in SQL.

        Args:
            query: over the tables of the part.
            frames: more tables that it may read, by name.

        Raises:
            StoreError: a file is damaged.
        """
        try:
            for name, rows in frames.items():
                self._connection.register(name, pa.Table.from_pandas(rows, preserve_index=False))
            return self._connection.sql(query).to_arrow_table().to_pandas()
        except duckdb.Error as error:
            raise StoreError(f"{self.reading.folder} cannot be read: {error}") from error
        finally:
            for name in frames:
                self._connection.unregister(name)

    def labels(self, table: str) -> pd.DataFrame:
        """Where the rows of an article begin: art, base (in the frame), first (in its file).

        A row's label in the frame is `base + place % 2**32 - first`.
        """
        if table not in self._labels:
            made = self.ask(
                f"select art, min(file_row_number) as first, count(*) as rows from "
                f"({self.reading.view(table, numbered=True)}) join _art using (article_id) "
                "group by art order by art"
            )
            made["base"] = made.rows.cumsum() - made.rows
            self._labels[table] = made[["art", "base", "first"]]
        return self._labels[table]

    def frames(self, articles: pd.Series) -> dict[str, pd.DataFrame]:
        """The tables of some articles as frames; stances and sentences keep their labels."""
        listed = self.reading.listed
        art = pd.Series(listed.index, index=pd.Index(listed.article_id))
        found = {}
        for name in HELD:
            rows = self.reading.some(name, articles)
            if name in LABELED:
                base = self.labels(name).set_index("art").base
                within = rows.groupby("article_id", sort=False).cumcount()
                begin = base.reindex(rows.article_id.map(art)).to_numpy()
                rows.index = pd.Index(begin + within.to_numpy(), dtype="int64")
            elif name == "articles":
                rows.index = pd.Index(rows.article_id.map(art), dtype="int64", name=None)
            found[name] = rows
        return found

    def _view(self, table: str) -> str:
        own = ", ".join(f'r."{c}"' for c in schema.names(table) if c not in ("outlet", "published"))
        return (
            f"select a.art, a.fresh::bigint as fresh, a.outlet, a.published, {own}, "
            f"a.art::bigint * {WIDE} + r.file_row_number as place "
            f"from ({self.reading.view(table, numbered=True)}) as r "
            "join _art as a on a.article_id = r.article_id and a.kept"
        )


def _ranks(ordered: pd.Series) -> np.ndarray:
    """The place that each row has in an order of all of them."""
    ranks = np.empty(len(ordered), np.int32)
    ranks[ordered.index.to_numpy()] = np.arange(len(ordered), dtype=np.int32)
    return ranks
