"""Who stands how toward whom: one estimate per teller and target."""

from __future__ import annotations

import pandas as pd

from analysis.summary.bootstrap import MIN_SETTLED
from analysis.summary.intervals import estimates
from analysis.summary.observed import statements
from analysis.tables import Tables


def pairs(
    tables: Tables, *, weights: pd.Series | None = None, negated: bool = False
) -> pd.DataFrame:
    """The mean stance of every speaker, and every outlet's narrator, toward every actor.

    Args:
        tables: an analysis, whole or selected.
        weights: article_id -> weight.
        negated: count also what the article says was not said.

    Returns:
        A row per pair, most statements first: voice (speaker or narrator), teller, target,
        value (-1 against .. 1 in favor), low, high, count (statements), articles, settled
        (the interval excludes zero and rests on `MIN_SETTLED` articles), evidence.
    """
    made = estimates(
        statements(tables, negated=negated), ["voice", "teller", "target"], "score", weights=weights
    )
    made["settled"] = settled(made)
    return made.sort_values("count", ascending=False, kind="stable").reset_index(drop=True)


def settled(made: pd.DataFrame) -> pd.Series:
    """Whether each row's interval excludes zero and rests on enough articles."""
    return ((made.low > 0) | (made.high < 0)) & (made.articles >= MIN_SETTLED)
