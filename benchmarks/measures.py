"""The published measures, from counts per unit, so that units can be resampled.

A unit is a row of a stance file or an article of an attribution file. Each holds, for
every class, how many were right, how many were found and how many are gold.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

BINS = 10
SEED = 20_180_501


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure in percent with its 95% bootstrap interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.1f} ({self.low:.1f} to {self.high:.1f})"


def f1(counts: np.ndarray) -> np.ndarray:
    """F1 in percent from counts (..., 3) of right, found and gold; 0 where all are 0.

    >>> f1(np.array([1, 2, 2])).item()
    50.0
    """
    right, both = counts[..., 0], counts[..., 1] + counts[..., 2]
    return 200.0 * right / np.maximum(both, 1)


def label_counts(gold: Sequence[str], found: Sequence[str], labels: Sequence[str]) -> np.ndarray:
    """Counts per row: int64 (rows, labels, 3) of right, found and gold.

    >>> label_counts(["a"], ["b"], ["a", "b"]).tolist()
    [[[0, 0, 1], [0, 1, 0]]]
    """
    true = np.array([[each == label for label in labels] for each in gold])
    said = np.array([[each == label for label in labels] for each in found])
    return np.stack([true & said, said, true], axis=2).astype(np.int64)


def macro_f1(counts: np.ndarray, samples: int) -> Estimate:
    """Mean F1 over the classes of counts (units, classes, 3)."""
    return _estimate(counts, samples, lambda summed: f1(summed).mean(-1))


def each_f1(counts: np.ndarray, samples: int) -> list[Estimate]:
    """F1 of each class of counts (units, classes, 3)."""
    return [
        _estimate(counts, samples, lambda summed, at=at: f1(summed)[..., at])
        for at in range(counts.shape[1])
    ]


def share(right: Sequence[int], of: Sequence[int], samples: int) -> Estimate:
    """Share in percent of what is right, counted per unit."""
    counts = np.stack([right, of], axis=1)[:, None, :]
    return _estimate(
        counts, samples, lambda summed: 100.0 * summed[..., 0, 0] / np.maximum(summed[..., 0, 1], 1)
    )


def calibration_error(right: np.ndarray, sure: np.ndarray) -> float:
    """Expected calibration error, 0..1, over ten bins of equal width (Guo et al. 2017).

    Args:
        right: bool (rows,), whether the likeliest label is the gold one.
        sure: float (rows,), its probability.

    >>> round(calibration_error(np.array([True, False]), np.array([0.75, 0.75])), 2)
    0.25
    """
    place = np.minimum((sure * BINS).astype(int), BINS - 1)
    gaps = [
        abs(right[place == at].mean() - sure[place == at].mean()) * (place == at).mean()
        for at in range(BINS)
        if (place == at).any()
    ]
    return float(sum(gaps))


def _estimate(
    counts: np.ndarray, samples: int, figure: Callable[[np.ndarray], np.ndarray]
) -> Estimate:
    """Percentile bootstrap over units (Efron and Tibshirani 1993), seeded."""
    units = len(counts)
    rng = np.random.default_rng(SEED)
    weights = rng.multinomial(units, np.full(units, 1 / units), size=samples)
    drawn = figure(np.tensordot(weights, counts, axes=1))
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Estimate(float(figure(counts.sum(0))), float(low), float(high))
