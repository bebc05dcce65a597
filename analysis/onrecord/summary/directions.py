"""Which means may be called a direction: enough behind them, far enough from zero, no chance find.

Of many pairs some lie far from zero by chance alone. A mean counts as a direction only where it
rests on `MIN_ARTICLES` articles and `MIN_STATEMENTS` statements, lies `MIN_MEAN` or more from
zero, and stands after control of the false discovery rate (Benjamini and Hochberg, 1995) among
all pairs that could be tested: of those called a direction, one in twenty is expected to be none.
The page's script (`directions.js`) does the same.

The chance is that of Student's t of the mean over articles (see `intervals`). The errors of the
model that read them are not in it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from onrecord.summary.intervals import MIN_ARTICLES, UNIT, variance

MIN_STATEMENTS = 10  # statements below which no direction is given
MIN_MEAN = 0.1  # of a mean's distance from zero
RATE = 0.05  # of false discoveries among the directions
ENDLESS = 1000  # degrees of freedom beyond which Student's t no longer changes


def chance(t: float, freedom: float) -> float:
    """How often a mean lies so far from zero where the true one is zero: Student's t, two-sided.

    The finite sums for whole degrees of freedom (Abramowitz and Stegun, 1964, 26.7.3 and 4);
    others are rounded down.

    Args:
        t: the mean over its standard error; infinite where nothing varies.
        freedom: degrees of freedom, 1 or more.

    >>> round(chance(2.776, 4), 3), round(chance(-2.228, 10), 3), chance(math.inf, 4)
    (0.05, 0.05, 0.0)
    """
    whole = min(int(freedom), ENDLESS)
    angle = math.atan(abs(t) / math.sqrt(whole))
    sine, cosine = math.sin(angle), math.cos(angle)
    odd = whole % 2 == 1
    term, total = (cosine, 0.0) if odd else (1.0, 0.0)
    for n in range(2 if odd else 1, whole, 2):
        total += term
        term *= cosine * cosine * n / (n + 1)
    within = sine * total if not odd else 2 / math.pi * (angle + sine * total)
    return max(0.0, 1 - within)


def bound(chances: Sequence[float]) -> float:
    """The largest chance that still counts as a discovery among all of them; -1 where none does.

    >>> bound([0.001, 0.02, 0.03, 0.9]), bound([0.04, 0.2]), bound([])
    (0.03, -1.0, -1.0)
    """
    found = sorted(chances)
    passed = [p for n, p in enumerate(found, start=1) if p <= RATE * n / len(found)]
    return passed[-1] if passed else -1.0


def chances(five: pd.DataFrame) -> pd.Series:
    """The chance of each group's mean.

    Args:
        five: s, n, ss, sn, nn and articles, a row per group, as in `intervals`.

    Returns:
        float64; NaN with fewer than `MIN_ARTICLES` articles or `MIN_STATEMENTS` statements.
    """
    tested = (five.articles >= MIN_ARTICLES) & (five.n >= MIN_STATEMENTS)
    mean = five.s.to_numpy(float) / five.n.to_numpy(float) / UNIT
    error = np.sqrt(variance(five)) / UNIT
    made = [
        chance(_ratio(m, e), g - 1) if known else math.nan
        for m, e, g, known in zip(mean, error, five.articles, tested, strict=True)
    ]
    return pd.Series(made, index=five.index, dtype=float)


def directions(five: pd.DataFrame, among: str | None = None) -> pd.Series:
    """Whether each group's mean is a direction.

    Args:
        five: of all groups that are compared, as for `chances`.
        among: column whose values are judged apart from each other.

    Returns:
        bool, on the index of `five`.
    """
    found = chances(five)
    keys = five[among] if among else pd.Series(0, index=five.index)
    least = found.groupby(keys, sort=False).transform(lambda of: bound(of.dropna().tolist()))
    far = (five.s / five.n / UNIT).abs() >= MIN_MEAN
    return (found <= least) & far


def _ratio(mean: float, error: float) -> float:
    if error > 0:
        return mean / error
    return math.inf if mean else 0.0
