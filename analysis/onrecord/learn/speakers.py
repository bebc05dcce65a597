"""Whose words they are: weights of the candidates, and the probability that is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from onrecord.learn.chosen import Named, enough, named, rows_of, spreads
from onrecord.learn.ridge import moved_among, softmax
from onrecord.learn.trial import Judged, Part
from onrecord.speakers.choose import decided
from onrecord.speakers.doubt import chances_of, claim_of
from onrecord.speakers.questions import Question
from onrecord.speakers.ranker import shipped

EDGE = 1e-6


@dataclass(frozen=True)
class WhoSpeaks:
    """An answer to whose words these are.

    Attributes:
        article: its article.
        question: as the stages ask it.
        names: the reviewer's answer; empty for nobody.
    """

    article: str
    question: Question
    names: frozenset[str]

    @cached_property
    def chances(self) -> np.ndarray:
        """Of each candidate, as it is."""
        return chances_of(self.question, shipped())

    @cached_property
    def claimed(self) -> float:
        """Probability that it is an attribution at all."""
        return claim_of(self.question, shipped())

    @property
    def true(self) -> int:
        """Number of the right candidate; nobody's where it is none of them."""
        same = (n for n, c in enumerate(self.question.candidates) if set(c.names) == self.names)
        return next(same, 0)


@dataclass(frozen=True, slots=True)
class Speakers:
    """What was learnt of speakers: what is added to weights, and the least probability."""

    weights: Named = field(default_factory=dict)
    sure: float | None = None


def fit(examples: Sequence[WhoSpeaks]) -> Speakers:
    """Weights and least probability from some answers."""
    names = named((each.article, row) for each in examples for row in each.question.rows)
    weights = moved_among(
        [rows_of(each.question.rows, names) for each in examples],
        [np.log(np.maximum(each.chances, EDGE)) for each in examples],
        [each.true for each in examples],
        spreads(names),
    )
    learnt = Speakers(dict(zip(names, weights.round(4).tolist(), strict=True)), shipped().sure)
    found = [chances(learnt, each) * each.claimed for each in examples]

    def done(sure: float) -> tuple[int, int, int]:
        given = [_given(each, of, sure) for each, of in zip(examples, found, strict=True)]
        right = sum(bool(g) and g == e.names for g, e in zip(given, examples, strict=True))
        return right, sum(map(bool, given)), sum(bool(each.names) for each in examples)

    return Speakers(learnt.weights, enough(shipped().sure, done))


def chances(learnt: Speakers | None, of: WhoSpeaks) -> np.ndarray:
    """Probability of each candidate, by what was learnt."""
    if learnt is None:
        return of.chances
    more = rows_of(of.question.rows, list(learnt.weights)) @ np.array([*learnt.weights.values()])
    made = softmax(np.log(np.maximum(of.chances, EDGE)) + more)
    if of.question.excluded:
        made[list(of.question.excluded)] = 0.0
        made /= made.sum()
    return made


def judge(learnt: Speakers | None, of: WhoSpeaks) -> Judged:
    """What is made of an answer."""
    made = chances(learnt, of)
    sure = shipped().sure if learnt is None or learnt.sure is None else learnt.sure
    given = _given(of, made * of.claimed, sure)
    best = int(made.argmax())
    return Judged(
        -np.log(max(made[of.true], EDGE)),
        float(made[best]),
        best == of.true,
        bool(given),
        bool(given) and given == of.names,
        bool(of.names),
    )


PART: Part[WhoSpeaks, Speakers] = Part("speakers", fit, judge)


def _given(of: WhoSpeaks, made: np.ndarray, sure: float) -> frozenset[str]:
    return frozenset(who.name for who in decided(of.question, made, sure) if who.name)
