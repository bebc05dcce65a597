"""Leaves out what is no attribution: acts, states, perceptions, expectations, captions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution import Attribution
from onrecord.speakers.model import Speaker
from onrecord.speakers.resolve import Resolved


def keep(
    attributions: Sequence[Attribution], resolved: Resolved, least: float
) -> tuple[list[Attribution], list[tuple[Speaker, ...]]]:
    """The attributions that are likely one, and their speakers.

    Args:
        attributions: those of one article.
        resolved: their speakers, and how sure it is that each is one.
        least: least probability of one that is kept.

    Returns:
        Those kept, with the probability as their confidence and with `within` counted anew; one
        that stood inside an attribution that is left out stands inside that one's own outer one.
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
                confidence=resolved.claimed[number],
            )
        )
    return kept, [resolved.speakers[number] for number in place]
