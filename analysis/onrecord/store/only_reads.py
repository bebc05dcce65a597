"""A user's SQL may ask, and change nothing."""

from __future__ import annotations

import re

import duckdb

from onrecord.errors import AnalysisError

# what a PIVOT and an EXPLAIN are, with whatever they hold
HARMLESS = (duckdb.StatementType.MULTI, duckdb.StatementType.EXPLAIN)
WRITES = re.compile(r"\b(?:copy|export|import|attach|install|load|create|insert|set)\b", re.I)


def only_reads(connection: duckdb.DuckDBPyConnection, query: str) -> None:
    """Refuse a query that does anything but ask.

    Raises:
        AnalysisError: it holds a COPY, ATTACH, EXPORT, INSTALL, SET or the like.
        duckdb.Error: it is no SQL.

    >>> with duckdb.connect() as connection:
    ...     only_reads(connection, "select 1; copy (select 1) to 'a.csv'")
    Traceback (most recent call last):
    ...
    onrecord.errors.AnalysisError: The query failed: tables are only read, by SELECT; this is COPY.
    """
    found = connection.extract_statements(query)
    if not found:
        raise AnalysisError("The query failed: it asks nothing.")
    for statement in found:
        kind = statement.type
        asks = kind in HARMLESS and not WRITES.search(query)
        if kind != duckdb.StatementType.SELECT and not asks:
            name = getattr(kind, "name", str(kind))
            raise AnalysisError(
                f"The query failed: tables are only read, by SELECT; this is {name}."
            )
