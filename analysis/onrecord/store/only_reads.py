"""A user's SQL may ask, and change nothing."""

from __future__ import annotations

import pandas as pd

from onrecord.errors import AnalysisError
from onrecord.store.engine import duckdb

# what a PIVOT and an EXPLAIN are, with whatever they hold
HARMLESS = ("MULTI", "EXPLAIN")
WRITES = {"copy", "export", "import", "attach", "install", "load", "create", "insert", "set"}


def answered(connection: duckdb.DuckDBPyConnection, query: str) -> pd.DataFrame:
    """What a query answers that does nothing but ask.

    DuckDB itself holds it to that, too: a SELECT may begin by `with gone as (delete from ...)`.

    Raises:
        AnalysisError: it holds a COPY, ATTACH, EXPORT, INSTALL, SET or the like.
        duckdb.Error: it is no SQL, or cannot be answered.

    >>> with duckdb.connect() as connection:
    ...     answered(connection, "select 1 as n").n.to_list()
    ...     answered(connection, "select 1; copy (select 1) to 'a.csv'")
    Traceback (most recent call last):
    ...
    onrecord.errors.AnalysisError: The query failed: tables are only read, by SELECT; this is COPY.
    """
    _refuse(connection, query)
    connection.execute("begin transaction read only")
    try:
        return connection.execute(query).df()  # `sql` would look at it twice
    finally:
        connection.rollback()


def _refuse(connection: duckdb.DuckDBPyConnection, query: str) -> None:
    """Refuse statements that are no question."""
    found = connection.extract_statements(query)
    if not found:
        raise AnalysisError("The query failed: it asks nothing.")
    for statement in found:
        kind = statement.type.name
        asks = kind in HARMLESS and not WRITES & set(_words(query))
        if kind != "SELECT" and not asks:
            raise AnalysisError(
                f"The query failed: tables are only read, by SELECT; this is {kind}."
            )


def _words(query: str) -> list[str]:
    """The words of a query in small letters, but for what stands in quotation marks.

    >>> _words("PIVOT rows ON 'set' -- copy")
    ['pivot', 'rows', 'on']
    """
    data = query.encode()
    tokens = duckdb.tokenize(query)
    kinds = duckdb.token_type.keyword, duckdb.token_type.identifier
    ends = [at for at, _ in tokens[1:]] + [len(data)]
    return [
        data[at:end].decode("utf-8", "replace").strip().lower()
        for (at, kind), end in zip(tokens, ends, strict=True)
        if kind in kinds
    ]
