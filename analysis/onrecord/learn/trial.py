"""Does it help? Fitted on some articles, tried on others, before and after side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from typing import Generic, Protocol, TypeVar

import numpy as np

FOLDS = 10
MIN_ANSWERS, MIN_ARTICLES, MIN_WRONG = 40, 10, 8  # below them nothing is tried
SURELY = 2.24  # standard errors: 5 %, one-sided, divided by the four parts that are tried
SLACK = 0.005  # by which right and found together may fall where probabilities get better
BINS = 10  # of probability, for the calibration error


@dataclass(frozen=True, slots=True)
class Judged:
    """What is made of one answer.

    Attributes:
        loss: -log of the probability of what the reviewer says.
        chance: probability of what is likeliest, or of a yes.
        hit: whether that is so.
        given: whether something is said at all (a quote, a name, a side).
        right: whether it is what the reviewer says.
        wanted: whether the reviewer says something (it is a quote, has a speaker, takes a side).
    """

    loss: float
    chance: float
    hit: bool
    given: bool
    right: bool
    wanted: bool


@dataclass(frozen=True, slots=True)
class Measured:
    """How well a part does.

    Attributes:
        right: of what is given, the share that is right; NaN where nothing is given.
        found: of what there is, the share that is given and right; NaN where there is nothing.
        error: calibration error, the mean gap between probability and share, 0..1.
        loss: mean of -log of the probability of the truth.
    """

    right: float
    found: float
    error: float
    loss: float

    @property
    def both(self) -> float:
        """Harmonic mean, right counts twice (F 0.5); 0 where one of them is unknown."""
        if not self.right > 0 or not self.found > 0:
            return 0.0
        return 1.25 * self.right * self.found / (0.25 * self.right + self.found)


@dataclass(frozen=True, slots=True)
class Trial:
    """What cross-validation says of one part.

    Attributes:
        name: what it is about, in words.
        answers: answers that it was fitted and tried on.
        articles: articles that they come from.
        wrong: answers that are against what the analysis says.
        before: as the analysis is.
        after: each answer judged by what was learnt from other articles; None: too few to try.
        gain: fall of the loss, in standard errors over articles.
        helps: whether it is kept.
    """

    name: str
    answers: int
    articles: int
    wrong: int
    before: Measured | None = None
    after: Measured | None = None
    gain: float = 0.0
    helps: bool = False

    @property
    def verdict(self) -> str:
        """What came of it, in words."""
        if self.after is None or self.before is None:
            return (
                f"too few to learn from: {MIN_ANSWERS} answers in {MIN_ARTICLES} articles, "
                f"{MIN_WRONG} of them against the analysis, are needed"
            )
        if self.helps:
            return "helps: kept"
        if self.gain > SURELY:
            return "surer probabilities, but fewer right: left as it was"
        return "does not help clearly: left as it was"


class Example(Protocol):
    """An answer with what it is about."""

    @property
    def article(self) -> str:
        """Id of its article."""


E = TypeVar("E", bound=Example)
M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Part(Generic[E, M]):
    """A thing that can be learnt.

    Attributes:
        name: in words.
        fit: makes a model of some answers.
        judge: what a model makes of an answer; of None, what the analysis makes of it.
    """

    name: str
    fit: Callable[[Sequence[E]], M]
    judge: Callable[[M | None, E], Judged]


def tried(part: Part[E, M], examples: Sequence[E]) -> Trial:
    """Cross-validate a part, articles as folds.

    Args:
        part: what is to be learnt.
        examples: all answers to it.

    Returns:
        With `helps` only where the probabilities of what reviewers say rise by more than
        `SURELY` standard errors over articles, and right and found together do not fall by `SLACK`.
    """
    before = [part.judge(None, each) for each in examples]
    articles = sorted({each.article for each in examples})
    wrong = sum(bool(one.given != one.wanted or one.given != one.right) for one in before)
    counts = part.name, len(examples), len(articles), wrong
    if len(examples) < MIN_ANSWERS or len(articles) < MIN_ARTICLES or wrong < MIN_WRONG:
        return Trial(*counts, before=measured(before) if before else None)
    fold = {name: n % FOLDS for n, name in enumerate(sorted(articles, key=_shuffled))}
    after: list[Judged] = [before[0]] * len(examples)
    for number in range(FOLDS):
        model = part.fit([each for each in examples if fold[each.article] != number])
        for at, each in enumerate(examples):
            if fold[each.article] == number:
                after[at] = part.judge(model, each)
    places = {name: n for n, name in enumerate(articles)}
    fell = np.bincount(
        [places[each.article] for each in examples],
        [old.loss - new.loss for old, new in zip(before, after, strict=True)],
        len(articles),
    )
    spread = float(fell.std(ddof=1)) * np.sqrt(len(fell))
    gain = float(fell.sum()) / spread if spread > 0 else 0.0
    one, other = measured(before), measured(after)
    helps = gain > SURELY and other.both >= one.both - SLACK
    return Trial(*counts, one, other, float(gain), bool(helps))


def measured(judged: Sequence[Judged]) -> Measured:
    """The figures of some answers."""
    given, wanted, right = (
        sum(getattr(each, name) for each in judged) for name in ("given", "wanted", "right")
    )
    nothing = float("nan")
    return Measured(
        float(right / given) if given else nothing,
        float(right / wanted) if wanted else nothing,
        calibration_error(
            np.array([each.chance for each in judged]), np.array([each.hit for each in judged])
        ),
        float(np.mean([each.loss for each in judged])),
    )


def calibration_error(chances: np.ndarray, hits: np.ndarray) -> float:
    """The mean gap between probability and share, over tenths of the probability.

    >>> round(calibration_error(np.array([0.92] * 10), np.array([True] * 5 + [False] * 5)), 2)
    0.42
    """
    tenth = np.minimum((chances * BINS).astype(int), BINS - 1)
    apart = np.bincount(tenth, chances - hits, BINS)
    return float(np.abs(apart).sum() / max(len(chances), 1))


def _shuffled(article: str) -> str:
    return blake2s(article.encode()).hexdigest()
