"""Which side is taken: how the probability is read, and how much is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.learn.chosen import enough
from onrecord.learn.ridge import moved
from onrecord.learn.trial import Judged, Part
from onrecord.stance.calibrated import EDGE, Sides
from onrecord.stance.scores import OWN, decide

LABELS = ("favor", "against", "none")
SCALED, SHIFTED = 0.5, 2.0  # of the prior


@dataclass(frozen=True, slots=True)
class Side:
    """An answer to which side is taken.

    Attributes:
        article: its article.
        chances: of favor, against and none, as they are.
        label: as the analysis has it.
        true: the reviewer's answer.
        least: probability from which the model gives a side.
    """

    article: str
    chances: tuple[float, float, float]
    label: str
    true: str
    least: float

    @property
    def own(self) -> bool:
        """Whether a likely side was not given, as the speaker speaks for the target."""
        return self.label == "none" and decide(np.array(self.chances), self.least) != "none"


def fit(examples: Sequence[Side]) -> Sides:
    """How to read probabilities, from some answers."""
    side = np.array([min(max(1 - each.chances[2], EDGE), 1 - EDGE) for each in examples])
    logit = np.log(side / (1 - side))
    true = np.array([each.true != "none" for each in examples], float)
    both = np.column_stack([logit, np.ones_like(logit)])
    scale, shift = moved(both, logit, true, np.array([SCALED, SHIFTED])).round(4).tolist()
    read = Sides(round(1 + scale, 4), shift)
    made = read.of(np.array([each.chances for each in examples]))
    likely, chance = made.argmax(1), made.max(1)
    said = np.array([LABELS.index(each.true) for each in examples])
    own = np.array([each.own for each in examples]) & (likely == LABELS.index("against"))

    def done(least: float) -> tuple[int, int, int]:  # as `decide` does one by one
        told = (likely < LABELS.index("none")) & (chance >= np.where(own, max(least, OWN), least))
        return int((told & (likely == said)).sum()), int(told.sum()), int(true.sum())

    today = max((each.least for each in examples), default=0.0) or 0.5
    return Sides(read.scale, shift, round(enough(today, done, _moved(read, today)), 4))


def _moved(read: Sides, least: float) -> float:
    """What a probability of a side has become."""
    return float(1 - read.of(np.array([[least, 0.0, 1 - least]]))[0, 2])


def judge(learnt: Sides | None, of: Side) -> Judged:
    """What is made of an answer."""
    made, label = np.array(of.chances), of.label
    if learnt is not None:
        made = learnt.of(made[None])[0]
        label = decide(made, learnt.least or of.least, of.own)
    given = label != "none"
    return Judged(
        -np.log(max(float(made[LABELS.index(of.true)]), EDGE)),
        float(1 - made[2]),
        of.true != "none",
        given,
        given and label == of.true,
        of.true != "none",
    )


SPEAKERS: Part[Side, Sides] = Part("sides of speakers", fit, judge)
NARRATOR: Part[Side, Sides] = Part("sides of outlets", fit, judge)
