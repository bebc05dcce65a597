"""Which features may move, how far, and which probability is enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

Named = Mapping[str, float]
MIN_ARTICLES = 5  # in which a feature stands that may move
MOST = 60  # features that may move
SPREAD, FREE = 0.3, 1.0  # of the prior: of a feature, and of those that stand everywhere
EVERYWHERE = frozenset({"bias", "reader's odds", "confidence", "reader fits", "rules say so"})
STEPS = np.arange(-6, 7) * 0.05  # from the probability that is enough today


def named(given: Iterable[tuple[str, Named]]) -> list[str]:
    """Features that stand in enough articles to be moved, the most frequent first.

    Args:
        given: article and features, of each answer.
    """
    articles: dict[str, set[str]] = defaultdict(set)
    for article, features in given:
        for name, value in features.items():
            if value:
                articles[name].add(article)
    kept = [name for name, some in articles.items() if len(some) >= MIN_ARTICLES]
    return sorted(kept, key=lambda name: (name not in EVERYWHERE, -len(articles[name]), name))[
        :MOST
    ]


def rows_of(features: Sequence[Named], names: Sequence[str]) -> np.ndarray:
    """Features as numbers: float64 (rows, names)."""
    return np.array([[row.get(name, 0.0) for name in names] for row in features]).reshape(
        len(features), len(names)
    )


def spreads(names: Sequence[str]) -> np.ndarray:
    """Standard deviation of the prior of each feature's move."""
    return np.array([FREE if name in EVERYWHERE else SPREAD for name in names])


def enough(
    today: float, done: Callable[[float], tuple[int, int, int]], same: float | None = None
) -> float:
    """The probability with the best mean of right and found, today's where equal.

    The mean is the harmonic one in which right counts twice (F 0.5): a wrong word in somebody's
    mouth is worse than one that is missed.

    Args:
        today: the probability that is enough so far.
        done: for a probability, how many are right, given, and there to be found.
        same: the probability that today's one has become; by default it is still the same.
    """

    def both(least: float) -> float:
        right, given, wanted = done(least)
        return 1.25 * right / (given + 0.25 * wanted) if right else 0.0

    today = today if same is None else same
    tries = [round(float(today + step), 2) for step in sorted(STEPS, key=abs)]
    return max((each for each in tries if 0 <= each <= 0.95), key=both)
