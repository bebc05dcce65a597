"""Resampling whole articles, and the interval that follows.

The interval is the percentile bootstrap (Efron and Tibshirani, An Introduction to the
Bootstrap, 1993, ch. 13), resampling clusters instead of rows (Cameron, Gelbach and Miller,
Bootstrap-Based Improvements for Inference with Clustered Errors, 2008), with the
percentiles widened for few clusters as by Hesterberg (What Teachers Should Know about the
Bootstrap, 2015, "expanded percentile interval"); with two to four articles it is the t
interval on the bootstrap's standard error. It holds the sampling of articles only, not the
errors of the model that read them.
"""

from __future__ import annotations

from functools import lru_cache
from statistics import NormalDist

import numpy as np

SEED = 20250602
RESAMPLES = 1000
LEVEL = 0.95
MIN_SETTLED = 5  # articles below which no interval settles a sign: 2 agreeing ones are chance
LARGE = 10_000  # clusters beyond which the limit is taken that the resampling comes to
BLOCK = 2_000_000  # cells of the resampling matrix held at once

# Student's t, 97.5 % quantile, for 1 to 30 degrees of freedom
T975 = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip


def tail(clusters: int) -> float:
    """Share of resamples to cut on either side for a 95 % interval.

    >>> round(tail(10_000), 4), round(tail(5), 4)
    (0.025, 0.001)
    """
    t = T975[clusters - 2] if clusters - 2 < len(T975) else -NormalDist().inv_cdf((1 - LEVEL) / 2)
    return NormalDist().cdf(-t * (clusters / (clusters - 1)) ** 0.5)


def ends(drawn: np.ndarray, clusters: int, bounds: tuple[float, float] = (-1, 1)) -> np.ndarray:
    """The two ends of 95 % intervals.

    Percentiles; below `MIN_SETTLED` clusters, where these cannot reach far enough, the mean
    with Student's t times the bootstrap's standard error, kept inside what is possible.

    Args:
        drawn: float (resamples, columns), as `resampled` gives it.
        clusters: how many were resampled, two or more.
        bounds: least and greatest possible value.

    Returns:
        float (2, columns): lower and upper ends.
    """
    if clusters >= MIN_SETTLED:
        cut = tail(clusters)
        return np.nanquantile(drawn, [cut, 1 - cut], axis=0)
    half = T975[clusters - 2] * np.nanstd(drawn, axis=0) * (clusters / (clusters - 1)) ** 0.5
    mean = np.nanmean(drawn, axis=0)
    return np.clip([mean - half, mean + half], *bounds)


def interval(
    sums: np.ndarray, sizes: np.ndarray, bounds: tuple[float, float] = (-1, 1), seed: int = SEED
) -> np.ndarray:
    """The two ends of 95 % intervals of means of clusters.

    Beyond `LARGE` clusters resampling would take long to tell what is known: the means of
    resamples are then distributed normally, with the delta method's standard error (Efron and
    Tibshirani 1993, ch. 21). Its ends differ from those of resampling by less than one such
    resampling does from the next.

    Args:
        sums: float (clusters, columns), two clusters or more.
        sizes: float, of the same shape or with one column for all.
        bounds: least and greatest possible value.
        seed: of the draws.

    Returns:
        float (2, columns): lower and upper ends.
    """
    clusters = len(sums)
    if clusters <= LARGE:
        return ends(resampled(sums, sizes, seed=seed), clusters, bounds)
    total = sizes.sum(0)
    mean = sums.sum(0) / total
    spread = np.sqrt(((sums - mean * sizes) ** 2).sum(0)) / total
    half = -NormalDist().inv_cdf(tail(clusters)) * spread
    return np.clip([mean - half, mean + half], *bounds)


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
