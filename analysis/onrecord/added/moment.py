"""Which runs there were, and the moment after which a run counts as new."""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd

from onrecord.errors import AnalysisError
from onrecord.store import runs_of
from onrecord.tables import Tables


def runs(tables: Tables) -> pd.DataFrame:
    """The runs that brought articles which are still there, the oldest first.

    Args:
        tables: a store.

    Returns:
        number (from 1), run (UTC, when it came to its end), articles.

    Raises:
        AnalysisError: the tables are no store, which alone grows run by run, or an older one.
    """
    if tables.runs is None:
        raise AnalysisError(
            "These tables tell no runs: only a store that `onrecord analyse` writes does, an "
            "older one from its next run on."
        )
    rows = tables.runs
    return runs_of(rows[rows.article_id.isin(tables.listed.article_id)])


def moment(known: pd.DataFrame, since: str | None = None) -> pd.Timestamp | None:
    """The moment (UTC) after which runs are new; None where all of them are.

    Args:
        known: from `runs`.
        since: number of a run, or a day or moment like 2031-05-01 or 2031-05-01T03:15 (UTC, or
            with its zone); by default the last run but one.

    Raises:
        AnalysisError: there is no such run, or it is no moment.

    >>> known = runs_of(pd.DataFrame({"article_id": ["a"], "run": [pd.Timestamp("2031-05-01")]}))
    >>> moment(known) is None, moment(known, "1")
    (True, Timestamp('2031-05-01 00:00:00'))
    """
    if since is None:
        return None if len(known) < 2 else known.run.iloc[-2]
    if since.isdecimal() and len(since) < 5:
        number = int(since)
        if number > len(known):
            raise AnalysisError(f"There is no run {number}; the last one is {len(known)}.")
        return None if number == 0 else known.run.iloc[number - 1]
    try:
        given = datetime.fromisoformat(since)
    except ValueError as error:
        raise AnalysisError(
            f"{since!r} is neither the number of a run nor a moment like 2031-05-01T03:15."
        ) from error
    if given.tzinfo is not None:
        given = given.astimezone(UTC).replace(tzinfo=None)
    return pd.Timestamp(given)
