"""Whether words are a quote: weights of the claim, and the probability that is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from onrecord.learn.chosen import Named, enough, named, rows_of, spreads
from onrecord.learn.ridge import moved
from onrecord.learn.trial import Judged, Part
from onrecord.speakers.ranker import HEARD, shipped

EDGE = 1e-6


@dataclass(frozen=True, slots=True)
class IsQuote:
    """An answer to whether words are a quote.

    Attributes:
        article: its article.
        features: of the claim.
        chance: probability as it is.
        true: the reviewer's answer.
    """

    article: str
    features: Named
    chance: float
    true: bool


@dataclass(frozen=True, slots=True)
class Quotes:
    """What was learnt of quotes: what is added to weights, and the least probability."""

    weights: Named = field(default_factory=dict)
    least: float | None = None


def fit(examples: Sequence[IsQuote]) -> Quotes:
    """Weights and least probability from some answers."""
    names = named([(each.article, each.features) for each in examples])
    shown = rows_of([each.features for each in examples], names)
    shown *= np.array([_heard(each) for each in examples])[:, None]
    offset = np.array([_logit(each.chance) for each in examples])
    true = np.array([each.true for each in examples], float)
    weights = dict(
        zip(names, moved(shown, offset, true, spreads(names)).round(4).tolist(), strict=True)
    )
    learnt = Quotes(weights, shipped().least)
    chances = np.array([chance(learnt, each) for each in examples])

    def done(least: float) -> tuple[int, int, int]:
        given = chances >= least
        return int((given & (true > 0)).sum()), int(given.sum()), int(true.sum())

    return Quotes(weights, enough(shipped().least, done))


def chance(learnt: Quotes | None, of: IsQuote) -> float:
    """Probability that words are a quote, by what was learnt."""
    if learnt is None:
        return of.chance
    more = sum(of.features.get(name, 0.0) * value for name, value in learnt.weights.items())
    return float(1 / (1 + np.exp(-(_logit(of.chance) + _heard(of) * more))))


def judge(learnt: Quotes | None, of: IsQuote) -> Judged:
    """What is made of an answer."""
    found = chance(learnt, of)
    least = shipped().least if learnt is None or learnt.least is None else learnt.least
    given = found >= least
    told = found if of.true else 1 - found
    return Judged(-np.log(max(told, EDGE)), found, of.true, given, given and of.true, of.true)


PART: Part[IsQuote, Quotes] = Part("quotes", fit, judge)


def _heard(of: IsQuote) -> float:
    """How much the weights count beside the reader's own opinion."""
    return 1 - HEARD if "reader's odds" in of.features else 1.0


def _logit(chance: float) -> float:
    bounded = min(max(chance, EDGE), 1 - EDGE)
    return float(np.log(bounded / (1 - bounded)))
