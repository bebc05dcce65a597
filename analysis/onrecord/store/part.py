"""A part of an analysis, asked about in SQL: of a store where its rows lie, or of frames."""

from __future__ import annotations

import warnings

import numpy as np
import pandas as pd
import pyarrow as pa

from onrecord import schema
from onrecord.errors import StoreError
from onrecord.store.engine import duckdb
from onrecord.store.layout import HELD

WIDE = 2**32  # more rows than a file or a frame has
TOLD = 2_000  # rows of an answer that a small part keeps, for when it is asked the same again

COPIED = "Arrow output on a DB-API result makes an extra copy"
warnings.filterwarnings("ignore", message=COPIED, module=r"onrecord\.store\.part$")


class Part:
    """Some articles of an analysis, and what was said in them.

    Queries see the tables of the contract, narrowed to these articles. Beside its own columns
    a row has `art` (the article's row in `listed`), `fresh` (its number when the newest come
    first), `outlet`, `published`, and `place`, by which rows stand in the order of the frames;
    `place % WIDE` is a row's number in its file, or its label in a frame.

    Attributes:
        listed: all articles that the part was taken from, without their texts, numbered from 0.
        held: rows that a page has room for; see `summary.newest.hold`.
        small: what many questions share may be kept beside the rows.
    """

    small = False

    def __init__(self, connection: duckdb.DuckDBPyConnection, listed: pd.DataFrame, of: str):
        """A part, with the connection that answers.

        Args:
            connection: sees the tables, narrowed.
            listed: as above.
            of: what cannot be read where a question fails.
        """
        self.listed = listed
        self.held: tuple[pd.DataFrame | None, int] | None = None
        self._connection = connection
        self._of = of
        self._kept: set[str] = set()
        self._told: dict[str, pd.DataFrame] = {}

    def ask(self, query: str, **frames: pd.DataFrame) -> pd.DataFrame:
        """Answer a question in SQL.

        Args:
            query: over the tables of the part.
            frames: more tables that it may read, by name.

        Raises:
            StoreError: a file is damaged.
        """
        if query in self._told and not frames:
            return self._told[query].copy()
        try:
            for name, rows in frames.items():
                one = 1 if self.small else None
                self._connection.register(
                    name, pa.Table.from_pandas(rows, preserve_index=False, nthreads=one)
                )
            found = self._answer(query).to_pandas(use_threads=not self.small)
        except duckdb.Error as error:
            raise StoreError(f"{self._of} cannot be read: {error}") from error
        finally:
            for name in frames:
                self._connection.unregister(name)
        if self.small and not frames and len(found) <= TOLD:
            self._told[query] = found.copy()
        return found

    def _answer(self, query: str) -> pa.Table:
        if self.small:  # one look at the question costs more than a copy of the answer
            return self._connection.execute(query).to_arrow_table()
        return self._connection.sql(query).to_arrow_table()

    def keep(self, name: str, query: str, by: str | None = None) -> None:
        """Work out a table once, for all questions that come after.

        Args:
            name: of the table.
            query: of its rows; where `by` is given, with the `place` of one attribution each.
            by: column of attributions by which parts of the same tables may take over the rows.

        Raises:
            StoreError: a file is damaged.
        """
        if name in self._kept:
            return
        try:
            self._connection.execute(f"create temp table {name} as {query}")
        except duckdb.Error as error:
            raise StoreError(f"{self._of} cannot be read: {error}") from error
        self._kept.add(name)

    def labels(self, table: str) -> pd.DataFrame:
        """Where the rows of an article begin: art, base (in the frame), first (in its file).

        A row's label in the frame is `base + place % WIDE - first`.
        """
        raise NotImplementedError

    def label(self, table: str, places: np.ndarray, art: np.ndarray) -> np.ndarray:
        """The labels in the frame of some rows, int64, from their `place` and `art`."""
        of = self.labels(table).set_index("art").reindex(art)
        found = of.base.to_numpy() + places % WIDE - of["first"].to_numpy()
        return found.astype("int64")

    def frame(self, table: str) -> pd.DataFrame:
        """A table of the part as a frame; its rows keep their labels.

        Raises:
            StoreError: a file is damaged.
        """
        shown = ", ".join(f'"{name}"' for name in schema.names(table))
        rows = self.ask(f"select {shown}, place, art from {table} order by place")
        label = self.label(table, rows.place.to_numpy(), rows.art.to_numpy())
        rows = rows[schema.names(table)].set_axis(pd.Index(label, dtype="int64"), axis=0)
        return rows.astype({c.name: c.dtype for c in schema.TABLES[table]})

    def every(self) -> dict[str, pd.DataFrame]:
        """All tables of the part as frames; their rows keep their labels."""
        return {name: self.frame(name) for name in HELD}

    def frames(self, articles: pd.Series) -> dict[str, pd.DataFrame]:
        """The tables of some of its articles as frames; their rows keep their labels."""
        raise NotImplementedError


def facts(listed: pd.DataFrame, kept: pd.Series) -> pa.Table:
    """What a query knows of each article: article_id, outlet, published, art, fresh, kept.

    Args:
        listed: articles, numbered from 0.
        kept: whether the part holds it, for each.
    """
    newest = listed.published.sort_values(ascending=False, na_position="last", kind="stable")
    fresh = np.empty(len(listed), np.int32)
    fresh[newest.index.to_numpy()] = np.arange(len(listed), dtype=np.int32)
    known = listed[["article_id", "outlet", "published"]].assign(
        art=listed.index.astype("int32"), fresh=fresh, kept=kept.to_numpy()
    )
    return pa.Table.from_pandas(known, preserve_index=False)
