"""Means with intervals that resample whole articles.

The interval is the percentile bootstrap (Efron and Tibshirani, An Introduction to the
Bootstrap, 1993, ch. 13), resampling clusters instead of rows (Cameron, Gelbach and Miller,
Bootstrap-Based Improvements for Inference with Clustered Errors, 2008), with the
percentiles widened for few clusters as by Hesterberg (What Teachers Should Know about the
Bootstrap, 2015, "expanded percentile interval"). It holds the sampling of articles only,
not the errors of the model that read them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import numpy as np
import pandas as pd

SEED = 20250602
RESAMPLES = 1000
LEVEL = 0.95
MIN_SHARE = 10  # rows below which a share is given as a count only
MIN_SETTLED = 5  # articles below which no interval settles a sign: 2 agreeing ones are chance
BLOCK = 2_000_000  # cells of the resampling matrix held at once

# Student's t, 97.5 % quantile, for 1 to 30 degrees of freedom
T975 = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip


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


def tail(clusters: int) -> float:
    """Share of resamples to cut on either side for a 95 % interval.

    >>> round(tail(10_000), 4), round(tail(5), 4)
    (0.025, 0.001)
    """
    t = T975[clusters - 2] if clusters - 2 < len(T975) else -NormalDist().inv_cdf((1 - LEVEL) / 2)
    return NormalDist().cdf(-t * (clusters / (clusters - 1)) ** 0.5)


def resampled(
    sums: np.ndarray, sizes: np.ndarray, *, resamples: int = RESAMPLES, seed: int = SEED
) -> np.ndarray:
    """Means of resampled clusters.

    Args:
        sums: float (clusters, columns), each cluster's sum of weight times value.
        sizes: float (clusters, columns), each cluster's sum of weights.
        resamples: how often to draw.
        seed: of the draws; the same clusters get the same draws.

    Returns:
        float (resamples, columns); NaN where a resample holds no weight for a column.
    """
    clusters = len(sums)
    step = max(1, BLOCK // max(clusters, 1))
    parts = []
    for first in range(0, resamples, step):
        draws = _draws(clusters, min(step, resamples - first), seed + first)
        weight = draws @ sizes
        with np.errstate(invalid="ignore", divide="ignore"):
            parts.append(np.where(weight > 0, (draws @ sums) / weight, np.nan))
    return np.concatenate(parts)


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
        low, high = _ends(sums, sizes, seed)
        numbers = (float(sums.sum() / sizes.sum()), low, high)
        out.append((*key, *numbers, int(group["count"].sum()), len(group)))
    made = pd.DataFrame(out, columns=[*keys, *COLUMNS])
    if "evidence_id" in given:
        ids = given.groupby(keys, sort=False, dropna=False).evidence_id.agg(" ".join)
        made["evidence"] = ids.to_numpy() if len(made) else pd.Series(dtype="str")
    return made[[*by, *COLUMNS, *(["evidence"] if "evidence_id" in given else [])]]


def _ends(sums: np.ndarray, sizes: np.ndarray, seed: int) -> tuple[float, float]:
    if len(sums) < 2:
        return float("nan"), float("nan")
    means = resampled(sums[:, None], sizes[:, None], seed=seed)[:, 0]
    cut = tail(len(sums))
    low, high = np.quantile(means, [cut, 1 - cut])
    return float(low), float(high)


def _draws(clusters: int, resamples: int, seed: int) -> np.ndarray:
    if clusters * resamples <= 200_000:
        return _kept(clusters, resamples, seed)
    return _drawn(clusters, resamples, seed)


@lru_cache(maxsize=64)
def _kept(clusters: int, resamples: int, seed: int) -> np.ndarray:
    return _drawn(clusters, resamples, seed)


def _drawn(clusters: int, resamples: int, seed: int) -> np.ndarray:
    """How often each resample holds each cluster; float32 (resamples, clusters)."""
    rng = np.random.default_rng((seed, clusters))
    picked = rng.integers(0, clusters, size=(resamples, clusters))
    picked += np.arange(resamples)[:, None] * clusters
    counts = np.bincount(picked.ravel(), minlength=resamples * clusters)
    return counts.reshape(resamples, clusters).astype(np.float32)
