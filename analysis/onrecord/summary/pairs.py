"""Who stands how toward whom: one estimate per teller and target."""

from __future__ import annotations

import pandas as pd

from onrecord.summary.audited import Audit, audited
from onrecord.summary.counted import Counted
from onrecord.summary.directions import MIN_STATEMENTS, directions
from onrecord.summary.intervals import MIN_ARTICLES, UNIT, estimates
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
    audit: Audit | None = None,
) -> pd.DataFrame:
    """The mean stance of every speaker, and every outlet's narrator, toward every actor.

    Args:
        tables: an analysis, whole or selected.
        negated: count also what the article says was not said.
        among: voice, teller and target of the pairs wanted; by default all.
        audit: a checked sample, from `onrecord.audit.read`.

    Returns:
        A row per pair, most statements first: voice (speaker or narrator), teller, target,
        value (-1 against .. 1 in favor), low, high, count (statements), articles, clear
        (it may be called a direction, see `directions`, among all pairs of its voice), evidence.
        With an audit also what `audited` adds.
    """
    told = rows(tables, "statements", negated=negated)
    made = estimates(told, PAIR, "score", among=among)
    made["clear"] = clear(made, told, PAIR)
    return audited(_busiest(made), audit, "score", ["pair"], ["teller", "target"])


def clear(made: pd.DataFrame, told: Counted, by: list[str]) -> pd.Series:
    """Whether each row's mean is a direction among all groups of the statements.

    Args:
        made: with the columns `by`; may be some of the groups.
        told: the statements.
        by: columns that make a group; of two voices each is judged among its own.
    """
    five = told.known("score").sums(by, "score", UNIT)  # as `estimates` asks
    five = five[(five.n >= MIN_STATEMENTS) & (five.articles >= MIN_ARTICLES)]
    if five.empty:
        return pd.Series(False, index=made.index)
    five = five.reset_index(drop=True)
    found = five[directions(five, "voice" if "voice" in by else None)]
    keys = pd.MultiIndex.from_frame(made[by])
    return pd.Series(keys.isin(pd.MultiIndex.from_frame(found[by])), index=made.index)


def _busiest(made: pd.DataFrame) -> pd.DataFrame:
    return made.sort_values("count", ascending=False, kind="stable").reset_index(drop=True)
