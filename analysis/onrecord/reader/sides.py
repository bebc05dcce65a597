"""A speaker's side by two networks: the small one, and where it leaves a doubt the large one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np


def with_large(
    chances: np.ndarray, model: Mapping[str, Any], ask: Callable[[Sequence[int]], np.ndarray]
) -> np.ndarray:
    """The mean of both networks, of their logarithms; the small one alone where it is sure of none.

    Args:
        chances: float32 (pairs, 3), favor, against and none by the small network.
        model: `weight` of the large network; `from` what the small one gives both sides together
            the large one is asked.
        ask: gives the large network's chances of some pairs, by their numbers.

    Returns:
        float32 (pairs, 3).

    >>> small = np.array([[0.02, 0.03, 0.95], [0.3, 0.3, 0.4]], np.float32)
    >>> large = np.array([[0.8, 0.1, 0.1]], np.float32)
    >>> both = with_large(small, {"weight": 0.8, "from": 0.15}, lambda some: large[: len(some)])
    >>> [[round(float(each), 2) for each in row] for row in both]
    [[0.02, 0.03, 0.95], [0.72, 0.14, 0.14]]
    """
    asked = np.flatnonzero(chances[:, :2].sum(axis=1) >= model["from"]).tolist()
    if not asked:
        return chances
    both = ask(asked) ** model["weight"] * chances[asked] ** (1 - model["weight"])
    mixed = chances.copy()
    mixed[asked] = both / both.sum(axis=1, keepdims=True)
    return mixed
