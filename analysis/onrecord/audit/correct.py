"""One mean, corrected by a checked sample: what the model says, and by how much it errs.

A model labels every row, a person checks some that were drawn with known probabilities. The
total of a value e over all rows is then estimated by

    λ Σ ê + Σ_checked w (e - λ ê)

with the model's ê, the person's e, and weights w of one over the probability. It is right
whatever the model's errors are, for any λ: the estimate of design-based supervised learning
(Egami, Hinck, Stewart and Wei, "Using Imperfect Surrogates for Downstream Inference", 2024)
with λ = 1, of the labels alone with λ = 0, and between them that of PPI++ (Angelopoulos, Duchi
and Zrnic, "PPI++: Efficient Prediction-Powered Inference", 2023), where the λ with the least
variance is taken ("power tuning"). A mean is the ratio of two such totals, of the values and of
the rows that count, so that the person may also say that a row does not belong to a group.

The variance is that of sums over articles, by linearisation as in `summary.intervals`: it holds
the sampling of articles and of checked rows at once; differences are taken inside of a stratum.

How far the interval reaches, when labels are few and so are the errors among them, is the idea
of `reach.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.audit.reach import reach
from onrecord.summary.intervals import MIN_ARTICLES

ROUNDS = 3  # the tuned weight and the mean depend on each other


@dataclass(frozen=True, slots=True)
class Checked:
    """The rows of a corpus, and those among them that a person has checked.

    Attributes:
        article: int64 (rows,), the article of each row, numbered from 0.
        stratum: int64 (rows,), the stratum of each row, numbered from 0.
        at: int64 (checked,), places of the checked rows.
        weight: float64 (checked,), one over the probability that the row is checked.
    """

    article: np.ndarray
    stratum: np.ndarray
    at: np.ndarray
    weight: np.ndarray

    def unstratified(self) -> Checked:
        """The same, as if nothing were known of the rows that are not checked."""
        return Checked(self.article, np.zeros_like(self.stratum), self.at, self.weight)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A mean with its interval.

    Attributes:
        value: the mean; None where nothing is known.
        low: lower end of the 95 % interval; None where fewer than `MIN_ARTICLES` articles
            hold a checked row that counts.
        high: upper end.
        checked: checked rows that count, by the model or by the person.
        trust: λ, 0 (the labels alone) to 1 (all that the model says).
        between: variance from the choice of articles, which more labels do not lessen.
        within: variance from the choice of checked rows.
    """

    value: float | None
    low: float | None
    high: float | None
    checked: int
    trust: float = 0.0
    between: float = float("nan")
    within: float = float("nan")

    @property
    def variance(self) -> float:
        """The square of the standard error."""
        return self.between + self.within


def correct(
    rows: Checked,
    model: np.ndarray,
    person: np.ndarray,
    *,
    trust: float | None = None,
    bounds: tuple[float, float] = (-1.0, 1.0),
) -> Corrected:
    """The mean of a value over the rows that count.

    Args:
        rows: what there is, and what was checked.
        model: float64 (rows, 2), the value where the row counts and else 0, and whether it
            counts (1 or 0), as the model has it.
        person: float64 (checked, 2), the same as the person has it.
        trust: λ; by default the one with the least variance.
        bounds: least and greatest possible value.
    """
    counts = (person[:, 1] > 0) | (model[rows.at, 1] > 0)
    number = int(counts.sum())
    articles = len(np.unique(rows.article[rows.at[counts]]))
    weighed = 0.0 if trust is None else trust
    for _ in range(ROUNDS):
        total = rows.weight @ (person - weighed * model[rows.at]) + weighed * model.sum(0)
        if not number or total[1] <= 0:
            return Corrected(None, None, None, number)
        mean = total[0] / total[1]
        own, said = person[:, 0] - mean * person[:, 1], model[:, 0] - mean * model[:, 1]
        labels = _sums(rows, own)
        help_ = np.bincount(rows.article, said, len(labels)) - _sums(rows, said[rows.at])
        if trust is None:
            weighed = _tuned(labels, help_)
    sums = labels + weighed * help_
    left = own - weighed * said[rows.at]
    error = _mean(rows.weight[counts] * (rows.weight[counts] - 1))
    drawn = _drawn(rows, left)
    # the strata's means come from all that was checked
    freedom = len(np.unique(rows.article[rows.at])) - len(np.unique(rows.stratum[rows.at]))
    reached = reach(sums, drawn, error, max(freedom, 1))
    whole = reached.variance / total[1] ** 2
    within = min((drawn + reached.unseen) / total[1] ** 2, whole)
    between = whole - within
    value = float(np.clip(mean, *bounds))
    if articles < MIN_ARTICLES:
        return Corrected(value, None, None, number, weighed, between, within)
    low, high = (float(np.clip(mean + end / total[1], *bounds)) for end in reached.ends)
    return Corrected(value, low, high, number, weighed, between, within)


def _sums(rows: Checked, values: np.ndarray) -> np.ndarray:
    """Of each article, what it adds to the total of a value that is known of checked rows.

    Every row adds its stratum's mean, a checked row also its weighted difference from it.
    """
    means, more = _strata(rows, values)
    size = int(rows.article.max()) + 1
    apart = rows.weight * more * (values - means[rows.stratum[rows.at]])
    every = np.bincount(rows.article, means[rows.stratum], size)
    return every + np.bincount(rows.article[rows.at], apart, size)


def _strata(rows: Checked, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The mean of each stratum, and for each checked row √(n / (n - 1)) of its stratum's n."""
    stratum = rows.stratum[rows.at]
    size = int(rows.stratum.max()) + 1
    n = np.bincount(stratum, minlength=size)
    means = np.bincount(stratum, values, size) / np.maximum(n, 1)
    return means, np.sqrt(n / np.maximum(n - 1, 1))[stratum]


def _tuned(labels: np.ndarray, help_: np.ndarray) -> float:
    """The weight of the model's part that leaves the least variance, 0 to 1."""
    moved = help_ - help_.mean()
    size = float(moved @ moved)
    return float(np.clip(-(labels - labels.mean()) @ moved / size, 0, 1)) if size > 0 else 1.0


def _drawn(rows: Checked, left: np.ndarray) -> float:
    """The part of the variance that comes from which rows were checked."""
    means, more = _strata(rows, left)
    apart = more * (left - means[rows.stratum[rows.at]])
    return float((rows.weight * (rows.weight - 1)) @ apart**2)


def _mean(values: np.ndarray) -> float:
    return float(values.mean()) if len(values) else 0.0
