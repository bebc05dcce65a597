"""Means of groups of rows, each with its interval and its counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from onrecord.summary.bootstrap import MIN_SETTLED, SEED, interval
from onrecord.summary.filed import Filed
from onrecord.summary.rows import Rows

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
    rows: pd.DataFrame | Rows | Filed,
    by: list[str],
    value: str,
    *,
    weights: pd.Series | None = None,
    seed: int = SEED,
    among: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The mean of each group of rows with its interval.

    Args:
        rows: with the columns `article_id`, `value` and those of `by`.
        by: columns that make a group; none for one group of all rows.
        value: column of numbers; rows where it is missing are left out.
        weights: article_id -> weight; by default every row counts 1.
        seed: of the resampling.
        among: columns of `by` and the values of the groups wanted; by default all.

    Returns:
        A row per group in order of first appearance: `by`, value, low, high, count,
        articles, and `evidence`, their ids with spaces between, where `rows` has a column
        `evidence_id`. `low` and `high` are NaN where a group has fewer than two articles.
    """
    rows = (Rows(rows) if isinstance(rows, pd.DataFrame) else rows).weighted(weights)
    rows = (rows if among is None else rows.among(among[by])).known(value)
    out = []
    for *key, articles, sums, sizes, count in rows.clusters(by, value).itertuples(index=False):
        low = high = float("nan")
        if len(articles) > 1:
            given = (np.asarray(of, float)[:, None] for of in (sums, sizes))
            low, high = map(float, np.ravel(interval(*given, seed=seed)))
        out.append((*key, float(sums.sum() / sizes.sum()), low, high, count, len(articles)))
    made = pd.DataFrame(out, columns=[*by, *COLUMNS])
    ids = rows.ids(by)
    if ids is not None:
        made["evidence"] = ids.evidence.to_numpy() if len(made) else pd.Series(dtype="str")
    return made
