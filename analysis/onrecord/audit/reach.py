"""How far an interval of a corrected total reaches, when few errors were seen.

An interval of so many standard errors to both sides holds the truth too seldom where a handful of
errors was seen, and has no width where none was. The ends are those of the Bayesian bootstrap
(Rubin 1981), in which each article's sum has a weight of the gamma distribution of shape 1. Beside
the articles stand two errors that nobody saw, one upwards and one downwards. Their shape is 1/3:
with this prior the median of a rate is what was seen (Kerman, "Neutral noninformative and
informative conjugate beta and gamma prior distributions", 2011). It is 1 where no error was seen,
so that three errors more cannot be excluded then (the rule of three, Hanley and Lippman-Hand
1983), and lies between the two where less than one was.

The quantiles follow from the variance, skewness and kurtosis of the weighted sum (Cornish and
Fisher 1937): they lie farther on the side where more may be. Both are widened as Student's t is
wider than the normal distribution.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.summary.intervals import Z975, student

UNSEEN = 1 / 3  # shape of the error upwards, and of the one downwards, that nobody saw
NONE_SEEN = 1.0  # the same where no error was seen at all


@dataclass(frozen=True, slots=True)
class Reach:
    """How uncertain a total is.

    Attributes:
        variance: of the total, with the errors that nobody saw.
        unseen: what these add to it.
        ends: of the 95 % interval, counted from the total: below 0 and above.
    """

    variance: float
    unseen: float
    ends: tuple[float, float]


def reach(sums: np.ndarray, drawn: float, error: float, freedom: int) -> Reach:
    """How far the interval of a total reaches.

    Args:
        sums: float64 (articles,), what each article adds to the total.
        drawn: the part of the total's variance that comes from which rows were checked.
        error: what one error in a checked row adds to that part.
        freedom: degrees of freedom of Student's t, 1 or more.

    >>> none, one = (reach(np.array([each] + [0.0] * 99), each**2, 1.0, 98) for each in (0.0, 1.0))
    >>> [[round(end, 1) for end in each.ends] for each in (none, one)]
    [[-3.1, 3.1], [-2.2, 3.3]]
    """
    n = len(sums)
    apart = sums - sums.mean()
    seen = drawn / error if error > 0 else 1.0
    shape = 2 * max(UNSEEN, NONE_SEEN - (NONE_SEEN - UNSEEN) * seen)
    square = apart * apart
    second = float(square.sum()) + shape * error
    fourth = float(square @ square) + shape * error**2
    variance = second * n / max(n - 1, 1)
    if variance <= 0:
        return Reach(0.0, 0.0, (0.0, 0.0))
    # a gamma variable of shape a has the cumulants a, 2a and 6a; of kurtosis, 3 is the normal's
    skewness = 2 * float(square @ apart) / variance**1.5
    kurtosis = 6 * max(fourth / variance**2 - 3 / n, 0.0)
    unit = float(student(freedom)) / Z975 * variance**0.5
    low, high = (unit * _quantile(z, skewness, kurtosis) for z in (-Z975, Z975))
    return Reach(variance, shape * error, (low, high))


def _quantile(z: float, skewness: float, kurtosis: float) -> float:
    """The quantile at which the normal distribution has z, of a variable with variance 1."""
    return (
        z
        + (z * z - 1) * skewness / 6
        + (z**3 - 3 * z) * kurtosis / 24
        - (2 * z**3 - 5 * z) * skewness**2 / 36
    )
