"""A speaker's side by two networks: the small one, and where it leaves a doubt the large one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np


def told(
    model: Mapping[str, Any],
    ask: Callable[[str, Sequence[int] | None], np.ndarray],
    own: Sequence[bool] | None,
    *,
    narrated: bool,
) -> np.ndarray:
    """What all networks say of some speakers' sides.

    Args:
        model: `model.json`.
        ask: a network's chances of some pairs, by the task and their numbers; None: of all.
        own: whether each target is the body for which the speaker speaks; None: never.
        narrated: the speakers are outlets, whom the small network alone has learnt to tell.

    Returns:
        float32 (pairs, 3), favor, against and none.
    """
    chances = ask("statement", None)
    if not narrated and "sides" in model:
        chances = with_large(chances, model["sides"], lambda some: ask("sides", some))
    return chances if own is None else with_own(chances, own, model["statement"]["own"])


def setting(model: Mapping[str, Any], name: str) -> float:
    """A setting of speakers' sides: the large network's own, where there is one."""
    return float({**model.get("statement", {}), **model.get("sides", {})}.get(name, 0.0))


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


def with_own(chances: np.ndarray, own: Sequence[bool], odds: Sequence[float]) -> np.ndarray:
    """Sides, moved where the target is the body for which the speaker speaks.

    Args:
        chances: float32 (pairs, 3), favor, against and none.
        own: whether it is, for each pair.
        odds: how much likelier each of the three is then, counted on labelled articles.

    Returns:
        float32 (pairs, 3).

    >>> some = np.array([[0.2, 0.6, 0.2]] * 2, np.float32)
    >>> [[round(float(each), 2) for each in row] for row in with_own(some, [0, 1], [2, 0.1, 1])]
    [[0.2, 0.6, 0.2], [0.61, 0.09, 0.3]]
    """
    times = np.array(odds, dtype=np.float32)
    moved = np.where(np.array(own, dtype=bool)[:, None], chances * times, chances)
    return moved / moved.sum(1, keepdims=True)


def weighed(sides: np.ndarray, conveyed: np.ndarray, weight: float) -> np.ndarray:
    """Sides with a second opinion, which counts by a weight.

    Args:
        sides: float32 (pairs, 3), probabilities of favor, against and none.
        conveyed: float32 (pairs, 3), of what the target's sentence conveys by itself.
        weight: 0 leaves the sides as they are.

    Returns:
        float32 (pairs, 3).
    """
    moved = sides * conveyed**weight
    return (moved / moved.sum(1, keepdims=True)).astype(np.float32)
