"""Weights that are moved a little from where they are: logistic regression with a normal prior.

The prior's mean is what ships, so that without answers nothing moves, and a few answers move it
little (Chelba and Acero, "Adaptation of maximum entropy capitalizer: little data can help a lot",
2006).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

STEPS = 30
CLOSE = 1e-8


def moved(
    features: np.ndarray, offset: np.ndarray, true: np.ndarray, spread: np.ndarray
) -> np.ndarray:
    """What to add to weights, so that yes and no fit the answers better.

    Args:
        features: float64 (answers, weights).
        offset: float64 (answers,), the logits as they are.
        true: (answers,), 1 for yes, 0 for no.
        spread: float64 (weights,), standard deviation of the prior of each.

    Returns:
        float64 (weights,).

    >>> ones, yes = np.ones((40, 1)), np.repeat([1, 0], [10, 30])
    >>> moved(ones, np.zeros(40), yes, np.array([100.0])).round(2)  # log of 10 to 30
    array([-1.1])
    >>> moved(ones, np.full(40, 9.0), yes, np.array([100.0])).round(2)  # from very sure
    array([-10.1])
    """

    def worth(weights: np.ndarray) -> float:
        logits = offset + features @ weights
        fit = true @ logits - np.logaddexp(0, logits).sum()
        return float(fit - (weights**2 / spread**2).sum() / 2)

    def slope_and_bend(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        chance = 1 / (1 + np.exp(-(offset + features @ weights)))
        bend = (features * (chance * (1 - chance))[:, None]).T @ features
        slope = features.T @ (true - chance) - weights / spread**2
        return slope, bend + np.diag(1 / spread**2)

    return _climbed(worth, slope_and_bend, len(spread))


def moved_among(
    features: Sequence[np.ndarray],
    scores: Sequence[np.ndarray],
    true: Sequence[int],
    spread: np.ndarray,
) -> np.ndarray:
    """What to add to weights, so that the right one of several candidates is likelier.

    Args:
        features: float64 (candidates, weights) of each answer.
        scores: float64 (candidates,) of each, the logits as they are.
        true: number of the right candidate of each.
        spread: as for `moved`.

    Returns:
        float64 (weights,).
    """

    def worth(weights: np.ndarray) -> float:
        fit = 0.0
        for rows, score, right in zip(features, scores, true, strict=True):
            logits = score + rows @ weights
            fit += logits[right] - np.logaddexp.reduce(logits)
        return float(fit - (weights**2 / spread**2).sum() / 2)

    def slope_and_bend(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        slope, bend = -weights / spread**2, np.diag(1 / spread**2)
        for rows, score, right in zip(features, scores, true, strict=True):
            chances = softmax(score + rows @ weights)
            mean = chances @ rows
            slope = slope + rows[right] - mean
            bend = bend + (rows * chances[:, None]).T @ rows - np.outer(mean, mean)
        return slope, bend

    return _climbed(worth, slope_and_bend, len(spread))


def _climbed(
    worth: Callable[[np.ndarray], float],
    slope_and_bend: Callable[[np.ndarray], tuple[np.ndarray, np.ndarray]],
    size: int,
) -> np.ndarray:
    """The top of a hill with one top, by Newton's steps, halved where they go too far."""
    weights = np.zeros(size)
    height = worth(weights)
    for _ in range(STEPS):
        slope, bend = slope_and_bend(weights)
        step = np.linalg.solve(bend, slope)
        while (higher := worth(weights + step)) < height and np.abs(step).max() > CLOSE:
            step = step / 2
        if np.abs(step).max(initial=0) <= CLOSE:
            break
        weights, height = weights + step, higher
    return weights


def softmax(scores: np.ndarray) -> np.ndarray:
    """Scores as chances: float64 (candidates,), their sum is 1."""
    made = np.exp(scores - scores.max())
    return made / made.sum()
