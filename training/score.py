"""The published measures, and calibration."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def f1(right: int, found: int, gold: int) -> float:
    """Return F1 in percent.

    >>> f1(1, 2, 2)
    50.0
    """
    return 200.0 * right / max(found + gold, 1)


def label_f1(gold: np.ndarray, predicted: np.ndarray, labels: int) -> list[float]:
    """Return F1 in percent of each label.

    >>> label_f1(np.array([0, 1, 1]), np.array([0, 1, 0]), 2)
    [66.66666666666667, 66.66666666666667]
    """
    return [
        f1(
            int(((gold == label) & (predicted == label)).sum()),
            int((predicted == label).sum()),
            int((gold == label).sum()),
        )
        for label in range(labels)
    ]


def macro_f1(gold: np.ndarray, predicted: np.ndarray, labels: int) -> float:
    """Return the mean F1 in percent over labels."""
    return float(np.mean(label_f1(gold, predicted, labels)))


def calibration_error(gold: np.ndarray, probabilities: np.ndarray, bins: int = 10) -> float:
    """Return the expected calibration error, 0..1 (Guo et al. 2017).

    >>> calibration_error(np.array([0, 0]), np.array([[1.0, 0.0], [1.0, 0.0]]))
    0.0
    """
    sure = probabilities.max(1)
    right = probabilities.argmax(1) == gold
    place = np.minimum((sure * bins).astype(int), bins - 1)
    gaps = [
        abs(right[place == b].mean() - sure[place == b].mean()) * (place == b).mean()
        for b in range(bins)
        if (place == b).any()
    ]
    return float(sum(gaps))


def softmax(logits: np.ndarray, temperature: float = 1.0) -> np.ndarray:
    """Return probabilities over the last axis."""
    scaled = logits / temperature
    powers = np.exp(scaled - scaled.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)


def fit_temperature(gold: np.ndarray, logits: np.ndarray) -> float:
    """Return the temperature that gives the labels the highest likelihood."""
    grid = np.exp(np.linspace(np.log(0.4), np.log(4), 120))
    rows = np.arange(len(gold))
    losses = [-np.log(softmax(logits, t)[rows, gold] + 1e-12).mean() for t in grid]
    return float(grid[int(np.argmin(losses))])


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Return the 95% interval of bootstrap values."""
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)
