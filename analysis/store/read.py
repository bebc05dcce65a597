"""A store opened for reading: tables as frames, and views for SQL."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import gettempdir

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from analysis import schema
from analysis.errors import AnalysisError, StoreError
from analysis.store.layout import (
    HELD,
    INDEX,
    NAMES,
    NAMES_SCHEMA,
    REJECTED,
    REMOVED,
    STORIES,
    STORIES_SCHEMA,
    UNKNOWN,
    Batch,
    arrow_schema,
    check,
    month_of,
    read,
)
from analysis.store.state import State

PROVENANCE = "provenance.json"
MEMORY = "1GB"  # of a query
# columns that hold names, which the corpus as a whole may change
NAMED = {
    "attributions": ("speaker", "affiliation"),
    "mentions": ("actor",),
    "stances": ("speaker", "target"),
}


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
    def names(self) -> pa.Table:
        """Names that become another: article_id, name, becomes."""
        return self._beside(NAMES, NAMES_SCHEMA) if self.named else NAMES_SCHEMA.empty_table()

    @cached_property
    def stories(self) -> pd.DataFrame:
        """Story of each article: article_id, story_id."""
        return self._beside(STORIES, STORIES_SCHEMA).to_pandas()

    @property
    def undated(self) -> int:
        """Articles without a date of publication, whichever months are read."""
        months = [batch.month for batch in self.state.batches]
        return sum(months[b] == UNKNOWN for b in self.state.live.batch)

    @property
    def provenance(self) -> dict:
        """The last run, with `complete` false where it did not come to its end."""
        try:
            return json.loads((self.folder / PROVENANCE).read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise StoreError(f"{self.folder / PROVENANCE} cannot be read: {error}") from error

    def frame(self, table: str) -> pd.DataFrame:
        """A whole table, articles in the order of their paths.

        Raises:
            StoreError: a file is damaged.
        """
        if table == "rejected":
            rows = self._beside(REJECTED, arrow_schema(table)).to_pandas()
        else:
            rows = self._sorted(table)
        return schema.check(table, rows.astype({c.name: c.dtype for c in schema.TABLES[table]}))

    def signed(self) -> pd.DataFrame:
        """What near-duplicates are found by: article_id, published, signature."""
        dates = self._arrow("articles", ["article_id", "published"]).to_pandas()
        signatures = self._arrow(INDEX, ["article_id", "signature"]).to_pandas()
        return dates.merge(signatures, on="article_id", validate="one_to_one")

    def query(self, query: str) -> pd.DataFrame:
        """Answer a question in SQL, reading only the columns that it needs.

        Raises:
            AnalysisError: DuckDB does not understand it, or a file is damaged.
        """
        with self._connected() as connection:
            try:
                return connection.sql(query).df()
            except duckdb.Error as error:
                raise AnalysisError(f"The query failed: {error}") from error

    def stream(self, query: str, **tables: pa.Table) -> Iterator[tuple]:
        """Rows of an answer, a few at a time.

        Args:
            query: in SQL.
            tables: more tables that it may read, by name.
        """
        with self._connected(tables) as connection:
            try:
                answer = connection.execute(query)
                while rows := answer.fetchmany(10_000):
                    yield from rows
            except duckdb.Error as error:
                raise StoreError(f"{self.folder} cannot be read: {error}") from error

    @cached_property
    def _batches(self) -> list[tuple[Batch, frozenset[str] | None]]:
        """Batches in the months wanted, with the articles that count where not all do."""
        low = "" if self.since is None else month_of(self.since)
        high = "\uffff" if self.until is None else month_of(self.until)
        known = self.since is None and self.until is None
        found = []
        for b, batch in enumerate(self.state.batches):
            month = batch.month
            if month == REMOVED or not (known if month == UNKNOWN else low <= month <= high):
                continue
            found.append((batch, self.state.dirty.get(b)))
        return found

    def _beside(self, name: str, columns: pa.Schema) -> pa.Table:
        path = self.folder / name
        return read(path) if path.exists() else columns.empty_table()

    def _arrow(self, table: str, columns: list[str] | None = None) -> pa.Table:
        parts = [arrow_schema(table).empty_table()]
        if columns:
            parts = [parts[0].select(columns)]
        for batch, keep in self._batches:
            part = read(batch.file(table), columns)
            if keep is not None:
                wanted = pa.array(sorted(keep), pa.string())
                part = part.filter(pc.is_in(part.column("article_id"), wanted))
            parts.append(part)
        try:
            return pa.concat_tables(parts)
        except pa.ArrowException as error:
            raise StoreError(
                f"{self.folder} holds a table {table} of another version: {error}"
            ) from error

    @cached_property
    def _order(self) -> pd.Series:
        """Position of each article: by path, folders before what follows them."""
        found = self._arrow("articles", ["article_id", "path"]).to_pandas()
        keys = [(_path_key(p), a) for a, p in zip(found.article_id, found.path, strict=True)]
        ids = [article for _, article in sorted(keys)]
        return pd.Series(range(len(ids)), index=pd.Index(ids, dtype="str"), dtype="int64")

    def _sorted(self, table: str) -> pd.DataFrame:
        rows = self._arrow(table).to_pandas()
        places = rows.article_id.map(self._order).to_numpy()
        rows = rows.iloc[places.argsort(kind="stable")].reset_index(drop=True)
        return self._renamed(table, rows)

    def _renamed(self, table: str, rows: pd.DataFrame) -> pd.DataFrame:
        if table not in NAMED or not self.names.num_rows:
            return rows
        changes = self.names.to_pandas().set_index(["article_id", "name"]).becomes
        for column in NAMED[table]:
            keys = pd.MultiIndex.from_arrays([rows.article_id, rows[column]])
            new = changes.reindex(keys).to_numpy()
            rows[column] = rows[column].where(pd.isna(new), new)
        return rows

    def _connected(self, more: dict[str, pa.Table] | None = None) -> duckdb.DuckDBPyConnection:
        # beyond the limit DuckDB goes on in files, which are gone when the connection is closed
        spill = Path(gettempdir(), f"onrecord-{os.getpid()}")
        connection = duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": str(spill)})
        try:
            for name, table in (more or {}).items():
                connection.register(name, table)
            connection.register("_names", self.names)
            connection.register("_dead", self._dead())
            for table in HELD:
                connection.execute(f"create view {table} as {self._view(table)}")
            for table, found in (
                ("rejected", self._beside(REJECTED, arrow_schema("rejected"))),
                ("stories", self._beside(STORIES, STORIES_SCHEMA)),
            ):
                connection.register(table, found)
            # nothing but the store itself can be read from here on
            folder = str(self.folder.resolve()).replace("'", "''")
            connection.execute(f"set allowed_directories = ['{folder}/']")
            connection.execute("set enable_external_access = false")
            connection.execute("set lock_configuration = true")
        except duckdb.Error as error:
            connection.close()
            raise StoreError(f"{self.folder} cannot be read: {error}") from error
        return connection

    def _dead(self) -> pa.Table:
        index, batches = self.state.index, self.state.batches
        dead = index[~index["last"] & ~index.gone]
        return pa.table(
            {
                "batch": pa.array([_shown(batches[b].folder) for b in dead.batch], pa.string()),
                "article_id": pa.array(list(dead.article_id), pa.string()),
            }
        )

    def _view(self, table: str) -> str:
        columns = ", ".join(f'"{name}"' for name in schema.names(table))
        clean = [_shown(batch.file(table)) for batch, keep in self._batches if keep is None]
        dirty = [_shown(batch.file(table)) for batch, keep in self._batches if keep is not None]
        parts = []
        if clean:
            parts.append(f"select {columns} from {_parquet(clean)}")
        if dirty:
            parts.append(
                f"select {columns} from {_parquet(dirty)} as r where not exists (select 1 "
                f"from _dead where _dead.article_id = r.article_id "
                f"and r.filename = _dead.batch || '/{table}.parquet')"
            )
        if not parts:
            types = ", ".join(
                f'null::{_SQL[column.dtype]} as "{column.name}"' for column in schema.TABLES[table]
            )
            return f"select {types} where false"
        raw = " union all ".join(parts)
        if table not in NAMED or not self.names.num_rows:
            return raw
        joins = "".join(
            f" left join _names as n{at} on n{at}.article_id = r.article_id "
            f'and n{at}.name = r."{c}"'
            for at, c in enumerate(NAMED[table])
        )
        shown = ", ".join(
            f'coalesce(n{NAMED[table].index(name)}.becomes, r."{name}") as "{name}"'
            if name in NAMED[table]
            else f'r."{name}"'
            for name in schema.names(table)
        )
        return f"select {shown} from ({raw}) as r{joins}"


_SQL = {
    schema.STR: "varchar",
    schema.INT: "bigint",
    schema.FLOAT: "double",
    schema.TIME: "timestamp",
}


def _parquet(files: list[str]) -> str:
    listed = ", ".join("'" + name.replace("'", "''") + "'" for name in files)
    return f"read_parquet([{listed}], filename = true, hive_partitioning = false)"


def _shown(path: Path) -> str:
    return path.resolve().as_posix()


def _path_key(path: str) -> tuple[str, int]:
    """Sorts as files are loaded: folder by folder, the records of a file by number.

    >>> sorted(["a.jsonl#10", "a.jsonl#9", "a b/c.txt", "a/z.txt"], key=_path_key)
    ['a/z.txt', 'a b/c.txt', 'a.jsonl#9', 'a.jsonl#10']
    """
    name, _, record = path.rpartition("#")
    if not name or not record.isdecimal():
        name, record = path, "0"
    return name.replace("/", "\x01"), int(record)
