"""A question in SQL to tables in memory."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from onrecord import store
from onrecord.errors import AnalysisError
from onrecord.store.engine import duckdb


def ask(question: str, frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Answer a question in SQL; each frame is a view of its own name.

    Raises:
        AnalysisError: DuckDB does not understand the query, or it would do more than read.

    >>> int(ask("select sum(n) as n from rows", {"rows": pd.DataFrame({"n": [1, 2]})}).n[0])
    3
    """
    with duckdb.connect(config=dict(store.closed())) as connection:
        for name, rows in frames.items():
            connection.register(name, rows)
        try:
            return store.answered(connection, question)
        except duckdb.Error as error:
            raise AnalysisError(f"The query failed: {error}") from error
