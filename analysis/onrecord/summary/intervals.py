"""The one formula for intervals: five sums over articles, and Student's t.

Rows of one article are no independent witnesses, so articles are the units. Of each group five
sums over its articles are enough: of the values s of an article, of its rows n, and of s², s·n
and n². They give the mean r = Σs/Σn and its variance by linearisation, the ratio estimator of
survey statistics (Cochran, Sampling Techniques, 1977, ch. 6; Särndal, Swensson and Wretman,
Model Assisted Survey Sampling, 1992, sec. 5.6),

    var r = g / (g - 1) · (Σs² - 2r·Σs·n + r²·Σn²) / (Σn)²

with g articles, and the interval r ± t·√var with Student's t of g - 1 degrees of freedom. Below
`MIN_ARTICLES` articles there is none: at three, a "95 %" interval holds the truth four times of
five. It holds the sampling of articles only, not the errors of the model that read them.

Values are counted in whole units of 1 / `UNIT`, so that the sums are whole numbers, the same in
any order, on any machine and in the page's script (`intervals.js`).
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import pandas as pd

from onrecord.summary.counted import Counted

MIN_SHARE = 10  # rows below which a share is given as a count only
MIN_ARTICLES = 5  # articles below which no interval is given
UNIT = 10_000
NOTHING = 1e-12  # of the sums: what is left of a variance of zero

# Student's t, 97.5 % quantile, for 1 to 30 degrees of freedom
T975 = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip
Z975 = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean or a share, and what stands behind it.

    Attributes:
        value: the mean; None without a row.
        low: lower end of the 95 % interval; None with fewer than `MIN_ARTICLES` articles.
        high: upper end.
        count: rows.
        articles: articles that the rows come from.
    """

    value: float | None
    low: float | None
    high: float | None
    count: int
    articles: int


COLUMNS = ["value", "low", "high", "count", "articles"]


def student(freedom: np.ndarray | float) -> np.ndarray:
    """Student's t, 97.5 % quantile.

    A table to 30 degrees of freedom, between them straight lines; beyond, the expansion of
    Fisher and Cornish (1960).

    Args:
        freedom: degrees of freedom, 1 or more, whole or not.

    >>> student(np.array([4, 4.5, 100.0])).round(3)
    array([2.776, 2.673, 1.984])
    """
    given = np.asarray(freedom, float)
    few = np.interp(given, np.arange(1, len(T975) + 1), T975)
    z, f = Z975, np.maximum(given, len(T975))
    many = z + (z**3 + z) / (4 * f) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * f * f)
    return np.where(given <= len(T975), few, many)


def variance(five: pd.DataFrame) -> np.ndarray:
    """The variance of each group's mean, in squared units of the values.

    Args:
        five: s, n, ss, sn, nn (the five sums) and articles, a row per group.

    Returns:
        float64 (groups,); NaN with one article.
    """
    s, n, ss, sn, nn = (five[name].to_numpy(float) for name in ("s", "n", "ss", "sn", "nn"))
    articles = five.articles.to_numpy(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = s / n
        left = ss - 2 * mean * sn + mean * mean * nn
        left = np.where(left < NOTHING * (ss + mean * mean * nn), 0.0, left)
        return np.where(articles > 1, left * articles / (articles - 1) / (n * n), np.nan)


def ends(
    mean: np.ndarray,
    half: np.ndarray,
    articles: np.ndarray,
    bounds: tuple[float, float] = (-1, 1),
    least: int = MIN_ARTICLES,
) -> tuple[np.ndarray, np.ndarray]:
    """Both ends of intervals, inside what is possible; NaN below `least` articles."""
    half = np.where(articles >= least, half, np.nan)
    return np.clip(mean - half, *bounds), np.clip(mean + half, *bounds)


def interval(
    five: pd.DataFrame,
    unit: float = 1.0,
    bounds: tuple[float, float] = (-1, 1),
    least: int = MIN_ARTICLES,
) -> pd.DataFrame:
    """Value, low and high of each group.

    Args:
        five: as for `variance`.
        unit: how many units of the sums make 1.
        bounds: least and greatest possible value.
        least: articles below which there is no interval.

    >>> of = dict(s=[6], n=[12], ss=[8], sn=[14], nn=[30], articles=[5])
    >>> interval(pd.DataFrame(of), bounds=(0, 1)).round(3).values.tolist()
    [[0.5, 0.183, 0.817]]
    """
    articles = five.articles.to_numpy(float)
    mean = five.s.to_numpy(float) / five.n.to_numpy(float) / unit
    half = student(np.maximum(articles - 1, 1)) * np.sqrt(variance(five)) / unit
    low, high = ends(mean, half, articles, bounds, least)
    return pd.DataFrame({"value": mean, "low": low, "high": high}, index=five.index)


def estimate(values: pd.Series, articles: pd.Series) -> Estimate:
    """The mean of some rows with its interval.

    Args:
        values: float, one per row; missing ones are left out.
        articles: the article that each row comes from.

    >>> estimate(pd.Series([1.0, 0.0]), pd.Series(["a", "a"]))
    Estimate(value=0.5, low=None, high=None, count=2, articles=1)
    """
    rows = pd.DataFrame({"value": values, "article_id": articles}).assign(evidence_id="")
    made = estimates(Counted.loose(rows), [], "value")
    if made.empty:
        return Estimate(None, None, None, 0, 0)
    row = made.iloc[0]
    low, high = (None if pd.isna(row[end]) else float(row[end]) for end in ("low", "high"))
    return Estimate(float(row.value), low, high, int(row["count"]), int(row.articles))


def estimates(
    rows: Counted, by: list[str], value: str, *, among: pd.DataFrame | None = None
) -> pd.DataFrame:
    """The mean of each group of rows with its interval.

    Args:
        rows: what is counted.
        by: columns that make a group; none for one group of all rows.
        value: column of numbers, -1..1; rows where it is missing are left out.
        among: columns of `by` and the values of the groups wanted; by default all.

    Returns:
        A row per group in order of first appearance: `by`, value, low, high, count,
        articles, and `evidence`, the rows' ids with spaces between. `low` and `high` are NaN
        where a group has fewer than `MIN_ARTICLES` articles.
    """
    rows = (rows if among is None else rows.among(among[by])).known(value)
    five = rows.sums(by, value, UNIT)
    made = pd.concat([five[by], interval(five, UNIT)], axis=1)
    made = made.assign(**{"count": five.n, "articles": five.articles})[[*by, *COLUMNS]]
    if rows.bare or made.empty:
        made["evidence"] = ("+" + five.n.astype("str")).astype("str")
    else:
        made["evidence"] = rows.ids(by).evidence.to_numpy()
    return made
