"""A store asked in SQL, over the files of the rows that count."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

import pandas as pd
import pyarrow as pa

from onrecord.errors import AnalysisError, StoreError
from onrecord.store.beside import beside
from onrecord.store.chosen import Chosen
from onrecord.store.database import Database, of_files
from onrecord.store.engine import duckdb
from onrecord.store.layout import (
    ACTORS,
    HELD,
    REJECTED,
    STORIES,
    STORIES_SCHEMA,
    arrow_schema,
)
from onrecord.store.live import Live
from onrecord.store.only_reads import answered
from onrecord.store.outdated import outdated

BESIDE: dict[str, tuple[str, pa.Schema | None]] = {
    "rejected": (REJECTED, None),
    "actors": (ACTORS, None),
    "stories": (STORIES, STORIES_SCHEMA),
}


@dataclass(frozen=True)
class Questions:
    """Answers questions about the rows of a store that count."""

    live: Live

    def query(
        self, query: str, only: pd.Series | None = None, chosen: Chosen | None = None
    ) -> pd.DataFrame:
        """As `Reading.query`."""
        more, narrow = {}, None
        if only is not None:
            more["_only"] = pa.table({"article_id": pa.array(only, pa.string())})
            more["stories"] = STORIES_SCHEMA.empty_table()
            narrow = partial(self._narrowed, chosen or Chosen())
        with self.connected(more, narrow) as connection:
            try:
                return answered(connection, query)
            except (duckdb.IOException, duckdb.InvalidInputException) as error:
                hint = f"`onrecord check {self.live.folder}` finds damage"
                raise AnalysisError(f"The query failed: {error} ({hint})") from error
            except duckdb.Error as error:
                raise AnalysisError(f"The query failed: {error}") from error

    def stream(self, query: str, tables: dict[str, pa.Table]) -> Iterator[tuple]:
        """As `Reading.stream`."""
        aside = [name for name in BESIDE if name in query]
        with self.connected(tables, aside=aside) as connection:
            try:
                answer = connection.execute(query)
                while rows := answer.fetchmany(10_000):
                    yield from rows
            except duckdb.Error as error:
                raise StoreError(f"{self.live.folder} cannot be read: {error}") from error

    def connected(
        self,
        more: dict[str, pa.Table] | None = None,
        view: Callable[[str], str] | None = None,
        aside: Collection[str] = BESIDE,
    ) -> duckdb.DuckDBPyConnection:
        """As `Reading.connected`; of the tables beside the batches it sees those in `aside`."""
        folder = self.live.folder
        try:
            connection = self._database.connect()
            for name, table in (more or {}).items():
                connection.register(name, table)
            if view:
                for name in HELD:
                    connection.execute(f"create temp view {name} as {view(name)}")
            for name in aside:
                if name not in (more or {}):
                    connection.register(name, self._beside(name))
        except duckdb.Error as error:
            said = outdated(folder, self.live.state.batches)
            raise StoreError(said or f"{folder} cannot be read: {error}") from error
        return connection

    def _beside(self, name: str) -> pa.Table:
        """Read once: many questions are asked of a small store."""
        if name not in self._read:
            path, columns = BESIDE[name]
            self._read[name] = beside(self.live.folder, path, columns or arrow_schema(name))
        return self._read[name]

    @cached_property
    def _read(self) -> dict[str, pa.Table]:
        return {}

    def _narrowed(self, chosen: Chosen, table: str) -> str:
        where = chosen.condition(table, self.live.view)
        rows = f"select * from ({self.live.view(table)}) as r semi join _only using (article_id)"
        return f"{rows} where {where}" if where else rows

    @cached_property
    def _database(self) -> Database:
        views = {table: self.live.view(table) for table in HELD}
        return Database(partial(of_files, self.live.files(), views, self.live.dead()))

    def __getstate__(self) -> dict:
        # an open database and what it sees stay behind
        return {k: v for k, v in vars(self).items() if k not in ("_database", "_read")}
