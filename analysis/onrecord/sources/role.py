"""As what somebody speaks: a small linear model over the words that an article puts round a name.

The words of `roles.txt` point at a role wherever they stand; what a place is worth (title, name,
apposition, source) is learned once for all roles, so that few labels suffice. What points at no
role ("director in title", "is person") has a weight for each. Multinomial logistic regression;
trained by `python -m training roles`, weights in `roles.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import numpy as np

from onrecord.sources.features import SEPARATOR
from onrecord.sources.model import ROLES

SURE = 0.35  # probability below which no role is given


@lru_cache(maxsize=1)
def weights() -> tuple[dict[str, float], dict[str, np.ndarray], np.ndarray]:
    """What each place and each plain feature is worth, and where a role begins."""
    told = json.loads(files("onrecord.sources").joinpath("roles.json").read_text("utf-8"))
    plain = {name: np.array(row) for name, row in told["plain"].items()}
    return told["places"], plain, np.array(told["start"])


def probabilities(found: Mapping[str, float]) -> np.ndarray:
    """The probability of each role, float64 (roles,), from `features`."""
    places, plain, start = weights()
    score = start.copy()
    for name, value in found.items():
        place, points, role = name.partition(SEPARATOR)
        if points:
            score[ROLES.index(role)] += places.get(place, 0.0) * value
        elif name in plain:
            score += plain[name] * value
    score = np.exp(score - score.max())
    return score / score.sum()


def role(found: Mapping[str, float]) -> str | None:
    """The likeliest role, None where none is likely.

    >>> role({"is person": 1.0, "head: politician": 1.2, "title: politician": 1.2})
    'politician'
    """
    chances = probabilities(found)
    best = int(chances.argmax())
    return ROLES[best] if chances[best] >= SURE else None
