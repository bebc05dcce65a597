"""A store opened for reading: tables as frames, and views for SQL."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from onrecord import schema
from onrecord.errors import AnalysisError, StoreError
from onrecord.store import views
from onrecord.store.chosen import Chosen
from onrecord.store.database import Database, of_folder
from onrecord.store.in_order import in_order
from onrecord.store.layout import (
    ACTORS,
    HELD,
    INCOMPLETE,
    INDEX,
    NAMED,
    PROVENANCE,
    REJECTED,
    REMOVED,
    RUNS,
    RUNS_SCHEMA,
    STORIES,
    STORIES_SCHEMA,
    UNKNOWN,
    Batch,
    arrow_schema,
    check,
    damaged,
    month_of,
    own,
    read,
)
from onrecord.store.only_reads import only_reads
from onrecord.store.outdated import outdated
from onrecord.store.state import State

BESIDE = {"rejected": REJECTED, "actors": ACTORS}


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
        check(self.folder)

    @cached_property
    def state(self) -> State:
        """Its batches and which of their articles count."""
        return State.of(self.folder)

    @cached_property
    def stories(self) -> pd.DataFrame:
        """Story of each article: article_id, story_id."""
        return self._beside(STORIES, STORIES_SCHEMA).to_pandas()

    @property
    def runs(self) -> pd.DataFrame | None:
        """Which run brought each article: article_id, run (UTC); None in a store that tells none.

        Stores that were written before runs were told apart have no such file until a run adds it.
        """
        if not (self.folder / RUNS).is_file():
            return None
        return self._beside(RUNS, RUNS_SCHEMA).to_pandas()

    @property
    def incomplete(self) -> pd.DataFrame:
        """Path and reason of articles whose text is only a part, in the last run."""
        return self._beside(INCOMPLETE, arrow_schema("rejected")).to_pandas()

    @property
    def undated(self) -> int:
        """Articles without a date of publication, whichever months are read."""
        months = [batch.month for batch in self.state.batches]
        return sum(months[b] == UNKNOWN for b in self.state.live.batch)

    @property
    def provenance(self) -> dict:
        """The last run, with `complete` false where it did not come to its end."""
        path = self.folder / PROVENANCE
        try:
            said = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise StoreError(damaged(path, error)) from error
        if not isinstance(said, dict):
            raise StoreError(damaged(path, ValueError("it tells of no run")))
        return said

    def frame(self, table: str) -> pd.DataFrame:
        """A whole table, articles in the order of their paths.

        Raises:
            StoreError: a file is damaged.
        """
        if table in schema.WHOLE:
            rows = self._beside(BESIDE[table], arrow_schema(table)).to_pandas()
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
        rows = self._arrow("articles", columns)
        dtypes = {c.name: c.dtype for c in schema.TABLES["articles"] if c.name in columns}
        return rows.take(in_order(rows)).to_pandas().astype(dtypes)

    def some(self, table: str, articles: pd.Series) -> pd.DataFrame:
        """A table's rows of a few articles, from the batches that hold them alone.

        Raises:
            StoreError: a file is damaged.
        """
        live = self.state.live
        batches = set(live.batch[live.article_id.isin(articles)])
        rows = self._sorted(table, batches, pa.array(articles, pa.string()))
        return rows.astype({c.name: c.dtype for c in schema.TABLES[table]})

    def signed(self) -> pd.DataFrame:
        """What near-duplicates are found by: article_id, published, signature."""
        dates = self._arrow("articles", ["article_id", "published"]).to_pandas()
        signatures = self._arrow(INDEX, ["article_id", "signature"]).to_pandas()
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
        more, narrow = {}, None
        if only is not None:
            more["_only"] = pa.table({"article_id": pa.array(only, pa.string())})
            more["stories"] = STORIES_SCHEMA.empty_table()

            def narrow(table: str) -> str:
                where = chosen.condition(table, self.view) if chosen else ""
                rows = f"select * from ({self.view(table)}) as r semi join _only using (article_id)"
                return f"{rows} where {where}" if where else rows

        with self.connected(more, narrow) as connection:
            try:
                only_reads(connection, query)
                return connection.sql(query).df()
            except (duckdb.IOException, duckdb.InvalidInputException) as error:
                told = f"The query failed: {error} (`onrecord check {self.folder}` finds damage)"
                raise AnalysisError(told) from error
            except duckdb.Error as error:
                raise AnalysisError(f"The query failed: {error}") from error

    def stream(self, query: str, **tables: pa.Table) -> Iterator[tuple]:
        """Rows of an answer, a few at a time.

        Args:
            query: in SQL.
            tables: more tables that it may read, by name.
        """
        with self.connected(tables) as connection:
            try:
                answer = connection.execute(query)
                while rows := answer.fetchmany(10_000):
                    yield from rows
            except duckdb.Error as error:
                raise StoreError(f"{self.folder} cannot be read: {error}") from error

    @cached_property
    def _batches(self) -> list[tuple[int, Batch, frozenset[str] | None]]:
        """Batches in the months wanted, with the articles that count where not all do."""
        low = "" if self.since is None else month_of(self.since)
        high = "\uffff" if self.until is None else month_of(self.until)
        known = self.since is None and self.until is None
        found = []
        for b, batch in enumerate(self.state.batches):
            month = batch.month
            if month == REMOVED or not (known if month == UNKNOWN else low <= month <= high):
                continue
            found.append((b, batch, self.state.dirty.get(b)))
        return found

    def _beside(self, name: str, columns: pa.Schema) -> pa.Table:
        """A file beside the batches; before the first run has ended there may be none."""
        path = self.folder / name
        if not path.exists() and not self._signed:
            return columns.empty_table()
        try:
            return read(path).select(columns.names).cast(columns)
        except (pa.ArrowException, KeyError) as error:
            raise StoreError(damaged(path, error)) from error

    @property
    def _signed(self) -> bool:
        """Whether the last run came to its end, so that all files are there."""
        said = self.provenance if (self.folder / PROVENANCE).exists() else {}
        return bool(said.get("complete") and said.get("store"))

    def _arrow(
        self,
        table: str,
        columns: list[str] | None = None,
        batches: Collection[int] | None = None,
        articles: pa.Array | None = None,
    ) -> pa.Table:
        """Rows that count; with `batches` only of these, with `articles` only of those."""
        columns = columns or arrow_schema(table).names
        parts = [arrow_schema(table).empty_table().select(columns)]
        try:
            for number, batch, keep in self._batches:
                if batches is not None and number not in batches:
                    continue
                part = self._named(table, batch, columns)
                counts = None if keep is None else pa.array(sorted(keep), pa.string())
                for wanted in (counts, articles):
                    if wanted is not None:
                        part = part.filter(pc.is_in(part.column("article_id"), wanted))
                parts.append(part)
            return pa.concat_tables(parts)
        except (StoreError, pa.ArrowException) as error:
            told = f"{self.folder} holds a table {table} of another version: {error}"
            told = str(error) if isinstance(error, StoreError) else told
            raise StoreError(outdated(self.folder, self.state.batches) or told) from error

    def _named(self, table: str, batch: Batch, columns: list[str]) -> pa.Table:
        if self.named or table not in NAMED:
            return read(batch.file(table), columns)
        first = [name for name in NAMED[table] if name in columns]
        rows = read(batch.file(table), [*columns, *map(own, first)])
        for name in first:
            at = rows.column_names.index(name)
            values = pc.coalesce(rows.column(own(name)), rows.column(name))
            rows = rows.set_column(at, rows.schema.field(at), values)
        return rows.select(columns)

    @cached_property
    def _places(self) -> pd.Series:
        """Position of each article: by path, folders before what follows them."""
        ids = pd.Index(self.listed.article_id)
        return pd.Series(range(len(ids)), index=ids, dtype="int64")

    def _sorted(
        self,
        table: str,
        batches: Collection[int] | None = None,
        articles: pa.Array | None = None,
    ) -> pd.DataFrame:
        rows = self._arrow(table, None, batches, articles).to_pandas()
        places = rows.article_id.map(self._places).to_numpy()
        rows = rows.iloc[places.argsort(kind="stable")].reset_index(drop=True)
        return rows

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
        try:
            connection = self._database.connect()
            for name, table in (more or {}).items():
                connection.register(name, table)
            if view:
                for name in HELD:
                    connection.execute(f"create temp view {name} as {view(name)}")
            for name, path, columns in (
                ("rejected", REJECTED, arrow_schema("rejected")),
                ("actors", ACTORS, arrow_schema("actors")),
                ("stories", STORIES, STORIES_SCHEMA),
            ):
                if name not in (more or {}):
                    connection.register(name, self._beside(path, columns))
        except duckdb.Error as error:
            said = outdated(self.folder, self.state.batches)
            raise StoreError(said or f"{self.folder} cannot be read: {error}") from error
        return connection

    @cached_property
    def _database(self) -> Database:
        views = {table: self.view(table) for table in HELD}
        return Database(partial(of_folder, self.folder, views, self._dead()))

    def __getstate__(self) -> dict:
        # an open database stays behind
        return {name: value for name, value in vars(self).items() if name != "_database"}

    def _dead(self) -> pa.Table:
        index, batches = self.state.index, self.state.batches
        dead = index[~index["last"] & ~index.gone]
        return pa.table(
            {
                "batch": pa.array([_shown(batches[b].folder) for b in dead.batch], pa.string()),
                "article_id": pa.array(list(dead.article_id), pa.string()),
            }
        )

    def view(self, table: str, *, numbered: bool = False) -> str:
        """A table in SQL; numbered, with the `file_row_number` of each row."""
        clean = [_shown(batch.file(table)) for _, batch, keep in self._batches if keep is None]
        dirty = [_shown(batch.file(table)) for _, batch, keep in self._batches if keep is not None]
        return views.rows(table, clean, dirty, named=self.named, numbered=numbered)


def _shown(path: Path) -> str:
    return path.resolve().as_posix()
