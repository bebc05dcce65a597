"""A store opened for reading: tables as frames, and answers to questions in SQL."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pandas as pd
import pyarrow as pa

from onrecord import schema
from onrecord.store import beside, layout
from onrecord.store.chosen import Chosen
from onrecord.store.engine import duckdb
from onrecord.store.in_order import in_order
from onrecord.store.live import Live
from onrecord.store.questions import Questions
from onrecord.store.state import State

BESIDE = {"rejected": layout.REJECTED, "actors": layout.ACTORS}


@dataclass(frozen=True)
class Reading:
    """A store as it was when it was opened.

    Attributes:
        folder: the store.
        since: months before that of this day are not read, nor articles without a date.
        until: months after that of this day are not read.
        named: with the names that the whole corpus gives; otherwise with each article's own.
    """

    folder: Path
    since: date | None = None
    until: date | None = None
    named: bool = True

    def __post_init__(self) -> None:
        layout.check(self.folder)

    @cached_property
    def _live(self) -> Live:
        return Live(self.folder, self.since, self.until, self.named)

    @cached_property
    def _questions(self) -> Questions:
        return Questions(self._live)

    @property
    def state(self) -> State:
        """Its batches and which of their articles count."""
        return self._live.state

    @cached_property
    def stories(self) -> pd.DataFrame:
        """Story of each article: article_id, story_id."""
        return beside.beside(self.folder, layout.STORIES, layout.STORIES_SCHEMA).to_pandas()

    @property
    def runs(self) -> pd.DataFrame | None:
        """Which run brought each article: article_id, run (UTC); None where none is told."""
        return beside.runs(self.folder)

    @property
    def incomplete(self) -> pd.DataFrame:
        """Path and reason of articles whose text is only a part, in the last run."""
        return beside.beside(
            self.folder, layout.INCOMPLETE, layout.arrow_schema("rejected")
        ).to_pandas()

    @property
    def undated(self) -> int:
        """Articles without a date of publication, whichever months are read."""
        return self._live.undated

    @property
    def provenance(self) -> dict:
        """The last run, with `complete` false where it did not come to its end."""
        return beside.provenance(self.folder)

    def frame(self, table: str) -> pd.DataFrame:
        """A whole table, articles in the order of their paths.

        Raises:
            StoreError: a file is damaged.
        """
        if table in schema.WHOLE:
            rows = beside.beside(self.folder, BESIDE[table], layout.arrow_schema(table)).to_pandas()
        else:
            rows = self._sorted(table)
        return schema.check(table, rows.astype({c.name: c.dtype for c in schema.TABLES[table]}))

    @cached_property
    def listed(self) -> pd.DataFrame:
        """The articles without their texts, in the order of their paths.

        Raises:
            StoreError: a file is damaged.
        """
        columns = [name for name in schema.names("articles") if name != "text"]
        rows = self._live.rows("articles", columns)
        dtypes = {c.name: c.dtype for c in schema.TABLES["articles"] if c.name in columns}
        return rows.take(in_order(rows)).to_pandas().astype(dtypes)

    def some(
        self, table: str, articles: pd.Series, columns: list[str] | None = None
    ) -> pd.DataFrame:
        """A table's rows of a few articles, from the batches that hold them alone.

        Args:
            table: of the contract.
            articles: their ids.
            columns: that are wanted, `article_id` among them; None: all.

        Raises:
            StoreError: a file is damaged.
        """
        live = self.state.live
        batches = set(live.batch[live.article_id.isin(articles)])
        rows = self._sorted(table, columns, batches, pa.array(articles, pa.string()))
        return rows.astype({c.name: c.dtype for c in schema.TABLES[table] if c.name in rows})

    def signed(self) -> pd.DataFrame:
        """What near-duplicates are found by: article_id, published, signature."""
        dates = self._live.rows("articles", ["article_id", "published"]).to_pandas()
        signatures = self._live.rows(layout.INDEX, ["article_id", "signature"]).to_pandas()
        return dates.merge(signatures, on="article_id", validate="one_to_one")

    def query(
        self, query: str, only: pd.Series | None = None, chosen: Chosen | None = None
    ) -> pd.DataFrame:
        """Answer a question in SQL, reading only the columns that it needs.

        Args:
            query: in SQL.
            only: ids of the articles that it sees, each a story of its own; None: all.
            chosen: whose words it sees; by default everyone's.

        Raises:
            AnalysisError: DuckDB does not understand it, or a file is damaged.
        """
        return self._questions.query(query, only, chosen)

    def stream(self, query: str, **tables: pa.Table) -> Iterator[tuple]:
        """Rows of an answer, a few at a time.

        Args:
            query: in SQL.
            tables: more tables that it may read, by name.

        Raises:
            StoreError: a file is damaged.
        """
        return self._questions.stream(query, tables)

    def connected(
        self, more: dict[str, pa.Table] | None = None, view: Callable[[str], str] | None = None
    ) -> duckdb.DuckDBPyConnection:
        """A connection that sees the tables and reads nothing but the store.

        Args:
            more: tables that it sees as well, by name.
            view: gives SQL for a table of the contract; by default `Reading.view`.

        Raises:
            StoreError: a file is damaged.
        """
        return self._questions.connected(more, view)

    def view(self, table: str, *, numbered: bool = False) -> str:
        """A table in SQL; numbered, with the `file_row_number` of each row."""
        return self._live.view(table, numbered=numbered)

    @cached_property
    def _places(self) -> pd.Series:
        """Position of each article: by path, folders before what follows them."""
        ids = pd.Index(self.listed.article_id)
        return pd.Series(range(len(ids)), index=ids, dtype="int64")

    def _sorted(
        self,
        table: str,
        columns: list[str] | None = None,
        batches: Collection[int] | None = None,
        articles: pa.Array | None = None,
    ) -> pd.DataFrame:
        rows = self._live.rows(table, columns, batches, articles).to_pandas()
        places = rows.article_id.map(self._places).to_numpy()
        return rows.iloc[places.argsort(kind="stable")].reset_index(drop=True)
