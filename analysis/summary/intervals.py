"""Means of groups of rows, each with its interval and its counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.summary.bootstrap import MIN_SETTLED, SEED, ends, resampled

MIN_SHARE = 10  # rows below which a share is given as a count only


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean or a share, and what stands behind it.

    Attributes:
        value: the weighted mean; None without a row.
        low: lower end of the 95 % interval; None with fewer than two articles.
        high: upper end.
        count: rows.
        articles: articles that the rows come from.
    """

    value: float | None
    low: float | None
    high: float | None
    count: int
    articles: int

    @property
    def settled(self) -> bool:
        """Whether the interval excludes zero and rests on `MIN_SETTLED` articles or more."""
        if self.low is None or self.high is None or self.articles < MIN_SETTLED:
            return False
        return self.low > 0 or self.high < 0


COLUMNS = ["value", "low", "high", "count", "articles"]


def estimate(
    values: pd.Series, articles: pd.Series, *, weights: pd.Series | None = None, seed: int = SEED
) -> Estimate:
    """The mean of some rows with its interval.

    Args:
        values: float, one per row; missing ones are left out.
        articles: the article that each row comes from.
        weights: article_id -> weight; by default every row counts 1.
        seed: of the resampling.

    >>> estimate(pd.Series([1.0, 0.0]), pd.Series(["a", "a"]))
    Estimate(value=0.5, low=None, high=None, count=2, articles=1)
    """
    rows = pd.DataFrame({"value": values, "article_id": articles})
    made = estimates(rows, [], "value", weights=weights, seed=seed)
    if made.empty:
        return Estimate(None, None, None, 0, 0)
    row = made.iloc[0]
    ends = (None if pd.isna(row[end]) else float(row[end]) for end in ("low", "high"))
    return Estimate(float(row.value), *ends, int(row["count"]), int(row.articles))


def estimates(
    rows: pd.DataFrame,
    by: list[str],
    value: str,
    *,
    weights: pd.Series | None = None,
    seed: int = SEED,
) -> pd.DataFrame:
    """The mean of each group of rows with its interval.

    Args:
        rows: with the columns `article_id`, `value` and those of `by`.
        by: columns that make a group; none for one group of all rows.
        value: column of numbers; rows where it is missing are left out.
        weights: article_id -> weight; by default every row counts 1.
        seed: of the resampling.

    Returns:
        A row per group in order of first appearance: `by`, value, low, high, count,
        articles, and `evidence`, their ids with spaces between, where `rows` has a column
        `evidence_id`. `low` and `high` are NaN where a group has fewer than two articles.
    """
    rows = rows[rows[value].notna()]
    weight = rows.article_id.map(weights).fillna(1.0) if weights is not None else 1.0
    given = rows.assign(_w=weight, _wv=rows[value] * weight)
    given = given[given._w > 0]
    keys = by or ["_all"]
    given = given.assign(_all=0)
    grouped = given.groupby([*keys, "article_id"], sort=False, dropna=False)
    clusters = grouped.agg(sums=("_wv", "sum"), sizes=("_w", "sum"), count=("_w", "size"))
    out = []
    for key, group in clusters.reset_index().groupby(keys, sort=False, dropna=False):
        sums, sizes = group.sums.to_numpy(float), group.sizes.to_numpy(float)
        low = high = float("nan")
        if len(sums) > 1:
            drawn = resampled(sums[:, None], sizes[:, None], seed=seed)
            low, high = map(float, np.ravel(ends(drawn, len(sums))))
        numbers = (float(sums.sum() / sizes.sum()), low, high)
        out.append((*key, *numbers, int(group["count"].sum()), len(group)))
    made = pd.DataFrame(out, columns=[*keys, *COLUMNS])
    if "evidence_id" in given:
        ids = given.groupby(keys, sort=False, dropna=False).evidence_id.agg(" ".join)
        made["evidence"] = ids.to_numpy() if len(made) else pd.Series(dtype="str")
    return made[[*by, *COLUMNS, *(["evidence"] if "evidence_id" in given else [])]]
