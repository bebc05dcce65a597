"""A DuckDB database of this process, whose connections cost nothing once it is open."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import gettempdir
from uuid import uuid4
from weakref import finalize

import pyarrow as pa

from onrecord.store.engine import duckdb

MEMORY = "1GB"  # of all queries to a store that go on at once
# no file is read, and no question changes how the next is answered
_CLOSED = {"enable_external_access": "false", "lock_configuration": "true"}
# how a question of few rows is still made shorter; to weigh it in more ways pays for many rows
WORTH = frozenset(
    ("expression_rewriter", "filter_pullup", "filter_pushdown", "deliminator", "unnest_rewriter",
     "unused_columns", "in_clause", "limit_pushdown", "top_n", "regex_range")
)  # fmt: skip
Opening = Callable[[], "duckdb.DuckDBPyConnection"]


class Database:
    """Opened when it is first asked; a process that was forked off opens its own."""

    def __init__(self, opening: Opening) -> None:
        """A database that is opened by a call."""
        self._opening = opening
        self._opened: dict[int, duckdb.DuckDBPyConnection] = {}

    def connect(self) -> duckdb.DuckDBPyConnection:
        """A connection; what it registers or makes as temporary it alone sees.

        Raises:
            duckdb.Error: the database cannot be opened.
        """
        own = os.getpid()
        if own not in self._opened:
            self._opened[own] = self._opening()
            finalize(self, _close, self._opened[own], own)
        return self._opened[own].cursor()


def _close(connection: duckdb.DuckDBPyConnection, owner: int) -> None:
    if os.getpid() == owner:
        connection.close()


def of_files(
    files: Sequence[str], views: Mapping[str, str], dead: pa.Table
) -> duckdb.DuckDBPyConnection:
    """Open a database that reads some files and nothing else.

    Args:
        files: of a store's batches, by whole paths.
        views: SQL for each of its tables.
        dead: batch and article_id of rows that no longer count, for the views as `_dead`.
    """
    asked: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY,
        "temp_directory": _spill(),
        "enable_external_file_cache": "false",  # the system has one of its own
    }
    connection = duckdb.connect(config=asked)
    try:
        connection.register("_given", dead)
        connection.execute("create table _dead as select * from _given")
        connection.unregister("_given")
        for name, query in views.items():
            connection.execute(f"create view {name} as {query}")
        # nothing but these files can be read from here on: others beside them are the user's
        listed = ", ".join("'" + name.replace("'", "''") + "'" for name in files)
        connection.execute(f"set allowed_paths = [{listed}]")
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
    except duckdb.Error:
        connection.close()
        raise
    return connection


@cache
def of_frames() -> Database:
    """The database that asks frames in memory, and no file."""
    return Database(_of_frames)


def _of_frames() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(config={"temp_directory": _spill(), **_threads})
    if _threads:
        known = connection.execute("select name from duckdb_optimizers()").fetchall()
        left = ",".join(name for (name,) in known if name not in WORTH)
        connection.execute(f"set disabled_optimizers = '{left}'")
    for name, value in _CLOSED.items():
        connection.execute(f"set {name} = {value}")
    return connection


def closed() -> dict[str, str]:
    """Settings of a database that reads no file and is asked by others."""
    return {**_CLOSED, "temp_directory": _spill()}


def _spill() -> str:
    """Where DuckDB goes on beyond its memory; by itself it would where the user stands.

    The folder is made when it is needed, and gone when the database is closed.
    """
    return str(Path(gettempdir(), f"onrecord-{uuid4().hex}"))


_threads: dict[str, str] = {}


def one_thread() -> None:
    """Let one thread answer what is asked of frames, once their database is open.

    Where many processes share the cores, more only wait. Of a page's few rows questions are hardly
    weighed, which takes longer than to answer them. A database that is open stays as it is.
    """
    _threads["threads"] = "1"
