"""Leaves out what is no attribution: acts, states, perceptions, expectations, captions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import exp, log

from onrecord.attribution import Attribution
from onrecord.speakers.model import Speaker
from onrecord.speakers.resolve import Resolved

# of the logarithms of the odds: both looks together say more than holds (`training/LOG.md`)
SCALE, SHIFT = 0.85, -0.7


def keep(
    attributions: Sequence[Attribution], resolved: Resolved, least: float
) -> tuple[list[Attribution], list[tuple[Speaker, ...]]]:
    """The attributions that are likely one, and their speakers.

    Args:
        attributions: those of one article.
        resolved: their speakers, and how sure it is that each is one.
        least: least probability of one that is kept.

    Returns:
        Those kept, with the probability, calibrated, as their confidence and with `within` counted
        anew; one that stood inside an attribution that is left out stands inside that one's own
        outer one.
    """
    stay = [chance >= least for chance in resolved.claimed]
    place = {old: new for new, old in enumerate(i for i, kept in enumerate(stay) if kept)}
    kept = []
    for number in place:
        outer, steps = attributions[number].within, 0
        while outer is not None and outer not in place and steps < len(attributions):
            outer, steps = attributions[outer].within, steps + 1
        kept.append(
            replace(
                attributions[number],
                within=None if outer is None else place.get(outer),
                confidence=calibrated(resolved.claimed[number]),
            )
        )
    return kept, [resolved.speakers[number] for number in place]


def calibrated(chance: float) -> float:
    """A probability as often as it holds on labelled articles (Platt 1999); what is told stays.

    >>> [round(calibrated(each), 2) for each in (0.4, 0.9, 0.99, 1.0)]
    [0.26, 0.76, 0.96, 1.0]
    """
    if not 0 < chance < 1:
        return chance
    return 1 / (1 + exp(-(SCALE * log(chance / (1 - chance)) + SHIFT)))
