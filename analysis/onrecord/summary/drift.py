"""Position drift: whether someone's stance changed from the first part to the second."""

from __future__ import annotations

import pandas as pd

from onrecord.summary.bootstrap import MIN_SETTLED, SEED, ends, resampled
from onrecord.summary.observed import statements
from onrecord.summary.selection import Day, day
from onrecord.tables import Tables

COLUMNS = [
    "voice", "teller", "target", "before", "after", "change", "low", "high",
    "count_before", "count_after", "articles_before", "articles_after", "settled",
    "evidence_before", "evidence_after",
]  # fmt: skip


def drift(tables: Tables, *, at: Day = None, weights: pd.Series | None = None) -> pd.DataFrame:
    """The change of each pair's mean stance between two parts of the corpus.

    Args:
        tables: an analysis, whole or selected.
        at: the day on which the second part begins; by default the middle of the time that
            the dated articles cover.
        weights: article_id -> weight.

    Returns:
        A row per pair with statements in both parts, the largest number first: means
        `before` and `after`, `change` (after - before) with its 95 % interval, counts and
        articles of both, settled (the interval excludes zero and both parts rest on
        `MIN_SETTLED` articles), evidence of both. `attrs["at"]` is the day.
    """
    rows = statements(tables)
    rows = rows[rows.published.notna()]
    first, last = tables.articles.published.min(), tables.articles.published.max()
    split = day(at, "at")
    if split is None and pd.notna(first):
        split = (first + (last - first) / 2).ceil("D")
    made = []
    for (voice, teller, target), group in rows.groupby(["voice", "teller", "target"], sort=False):
        parts = group[group.published < split], group[group.published >= split]
        if all(map(len, parts)):
            made.append((voice, teller, target, *_change(*parts, weights)))
    table = pd.DataFrame(made, columns=COLUMNS)
    order = (table.count_before + table.count_after).sort_values(ascending=False, kind="stable")
    table = table.loc[order.index].reset_index(drop=True)
    table.attrs["at"] = split
    return table


def _change(before: pd.DataFrame, after: pd.DataFrame, weights: pd.Series | None) -> tuple:
    means, drawn, articles = [], [], []
    for turn, part in enumerate((before, after)):
        weight = part.article_id.map(weights).fillna(1.0) if weights is not None else 1.0
        given = part.assign(w=weight, wv=part.score * weight).groupby("article_id", sort=False)
        sums, sizes = given.wv.sum().to_numpy(float), given.w.sum().to_numpy(float)
        means.append(float(sums.sum() / sizes.sum()))
        articles.append(len(sums))
        # draws of their own: the two parts share no article
        drawn.append(resampled(sums[:, None], sizes[:, None], seed=SEED + turn)[:, 0])
    fewest = min(articles)
    low = high = float("nan")
    if fewest > 1:
        low, high = map(float, ends(drawn[1] - drawn[0], fewest, (-2, 2)))
    settled = fewest >= MIN_SETTLED and (low > 0 or high < 0)
    ids = (" ".join(part.evidence_id) for part in (before, after))
    change = (means[1] - means[0], low, high)
    return (*means, *change, len(before), len(after), *articles, settled, *ids)
