"""Position drift: whether someone's stance changed from the first part to the second."""

from __future__ import annotations

import numpy as np
import pandas as pd

from onrecord.day import Day, day
from onrecord.summary.audited import Audit, audited_parts
from onrecord.summary.counted import Counted
from onrecord.summary.directions import MIN_MEAN, MIN_STATEMENTS, bound, chance
from onrecord.summary.intervals import MIN_ARTICLES, UNIT, ends, student, variance
from onrecord.summary.observed import rows
from onrecord.tables import Tables

PAIR = ["voice", "teller", "target"]
COLUMNS = [
    "voice", "teller", "target", "before", "after", "change", "low", "high",
    "count_before", "count_after", "articles_before", "articles_after", "clear",
    "evidence_before", "evidence_after",
]  # fmt: skip


def drift(
    tables: Tables, *, at: Day = None, voice: str = "speaker", audit: Audit | None = None
) -> pd.DataFrame:
    """The change of each pair's mean stance between two parts of the corpus.

    Args:
        tables: an analysis, whole or selected.
        at: the day on which the second part begins; by default the middle of the time that
            the dated articles cover.
        voice: whose pairs: `speaker` or `narrator`.
        audit: a checked sample, from `onrecord.audit.read`.

    Returns:
        A row per pair with statements in both parts, the largest number first: means
        `before` and `after`, `change` (after - before) with its 95 % interval, counts and
        articles of both, clear (a move by the rules of `directions`, each part with its
        articles and statements), evidence of both. `attrs["at"]` is the day. With an
        audit also what `audited_parts` adds: corrected_before, corrected_after, corrected_change.
    """
    told = rows(tables, "statements").where(voice=voice).known("published")
    first, last = tables.listed.published.min(), tables.listed.published.max()
    split = day(at, "at")
    if split is None and pd.notna(first):
        split = (first + (last - first) / 2).ceil("D")
    if split is None:
        made = pd.DataFrame(columns=COLUMNS)
        made.attrs["at"] = None
        return made
    told = told.valued("later", f"published >= timestamp '{split}'", again=False)
    table = changes(told.that("not later"), told.that("later"))
    # as they first appear, where numbers are equal
    table = told.counts(PAIR, n="rows")[PAIR].merge(table, on=PAIR)
    order = (table.count_before + table.count_after).sort_values(ascending=False, kind="stable")
    table = table.loc[order.index].reset_index(drop=True)
    table.attrs["at"] = split
    return table if audit is None else _audited(table, audit, split, voice)


def _audited(table: pd.DataFrame, audit: Audit, split: pd.Timestamp, voice: str) -> pd.DataFrame:
    """The changes with the corrected ones."""

    def part(said: pd.DataFrame) -> pd.Series:
        later = pd.Series(np.where(said.published >= split, "after", "before"), index=said.index)
        return later.where(said.published.notna() & (said.voice == voice))

    found = audit.parted(part).estimate("score", ["pair", "part"])
    parts = {name: found[found.part == name] for name in ("after", "before")}
    return audited_parts(table, audit, parts, ["teller", "target"], "change")


def changes(before: Counted, after: Counted) -> pd.DataFrame:
    """Pairs with statements in both parts, with the columns of `drift`.

    The variance of a change is the sum of both (Welch, 1947).

    Args:
        before: statements of the first part.
        after: statements of the second, of other articles.
    """
    one, other = (
        part.sums(PAIR, "score", UNIT).merge(part.ids(PAIR), on=PAIR) for part in (before, after)
    )
    both = one.merge(other, on=PAIR, suffixes=("_before", "_after"))
    made, spread, freedom = both[PAIR].copy(), np.zeros(len(both)), np.zeros(len(both))
    for part in ("before", "after"):
        five = both.filter(regex=f"_{part}$").rename(columns=lambda name: name.split("_")[0])
        own = variance(five)
        made[part] = five.s / five.n / UNIT
        made[f"count_{part}"], made[f"articles_{part}"] = five.n, five.articles
        made[f"evidence_{part}"] = five.evidence
        spread = spread + own
        freedom = freedom + own * own / np.maximum(five.articles.to_numpy(float) - 1, 1)
    made["change"] = made.after - made.before
    # where neither part varies there is no chance to speak of
    worth = np.divide(spread * spread, freedom, out=np.ones(len(made)), where=freedom > 0)
    half = student(np.maximum(worth, 1)) * np.sqrt(spread) / UNIT
    fewest = np.minimum(made.articles_before, made.articles_after)
    made["low"], made["high"] = ends(made.change.to_numpy(), half, fewest.to_numpy(), (-2, 2))
    made["clear"] = _clear(made, np.sqrt(spread) / UNIT, worth)
    return made[COLUMNS]


def _clear(made: pd.DataFrame, error: np.ndarray, worth: np.ndarray) -> pd.Series:
    articles = made[["articles_before", "articles_after"]].min(axis=1)
    counts = made[["count_before", "count_after"]].min(axis=1)
    tested = (articles >= MIN_ARTICLES) & (counts >= MIN_STATEMENTS)
    ratio = np.divide(made.change, error, out=np.full(len(made), np.inf), where=error > 0)
    found = [chance(t, max(f, 1)) for t, f in zip(ratio, worth, strict=True)]
    chances = pd.Series(found, index=made.index, dtype=float).where(tested)
    least = bound(chances.dropna().tolist())
    return (chances <= least) & (made.change.abs() >= MIN_MEAN)
