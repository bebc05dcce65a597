"""Who stands how toward whom: one estimate per teller and target."""

from __future__ import annotations

import pandas as pd

from onrecord.summary.intervals import MIN_ARTICLES, estimates
from onrecord.summary.observed import rows
from onrecord.tables import Tables

PAIR = ["voice", "teller", "target"]


def counted_pairs(tables: Tables, *, articles: bool = False) -> pd.DataFrame:
    """How often each speaker, and each outlet's narrator, speaks of each actor.

    Means are dear where there are many pairs; what is to be shown is chosen from these counts.

    Args:
        tables: an analysis, whole or selected.
        articles: count articles as well.

    Returns:
        A row per pair, most statements first: voice (speaker or narrator), teller, target,
        count (statements) and, where asked for, articles.
    """
    told = rows(tables, "statements")
    more = {"articles": "distinct article_id"} if articles else {}
    return _busiest(told.counts(PAIR, count="rows", **more))


def pairs(
    tables: Tables,
    *,
    negated: bool = False,
    among: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The mean stance of every speaker, and every outlet's narrator, toward every actor.

    Args:
        tables: an analysis, whole or selected.
        negated: count also what the article says was not said.
        among: voice, teller and target of the pairs wanted; by default all.

    Returns:
        A row per pair, most statements first: voice (speaker or narrator), teller, target,
        value (-1 against .. 1 in favor), low, high, count (statements), articles, settled
        (the interval excludes zero and rests on `MIN_ARTICLES` articles), evidence.
    """
    told = rows(tables, "statements", negated=negated)
    made = estimates(told, PAIR, "score", among=among)
    made["settled"] = settled(made)
    return _busiest(made)


def settled(made: pd.DataFrame) -> pd.Series:
    """Whether each row's interval excludes zero and rests on enough articles."""
    return ((made.low > 0) | (made.high < 0)) & (made.articles >= MIN_ARTICLES)


def _busiest(made: pd.DataFrame) -> pd.DataFrame:
    return made.sort_values("count", ascending=False, kind="stable").reset_index(drop=True)
