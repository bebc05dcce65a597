"""Sides that are not sure, and the narrator's, asked once more in another way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from onrecord.reader import Reader
from onrecord.stance.shapes import NONE, Request, Span, Stance
from onrecord.stance.statement import NARRATOR, shown

UNSURE = (0.1, 0.9)  # sides between these may be moved by a second opinion


def second_opinion(
    sides: np.ndarray,
    alone: Sequence[tuple[str, Span]],
    reader: Reader,
    of: Sequence[int] | None = None,
) -> np.ndarray:
    """Sides, those that are not sure moved a little by what the target's sentence conveys.

    Args:
        sides: float32 (pairs, 3), probabilities of favor, against and none.
        alone: the target's sentence of each pair, and the target in it; an empty one is not read.
        reader: the model.
        of: number of each pair's article; None: of one.

    Returns:
        float32 (pairs, 3).
    """
    if not reader.conveyed:
        return sides
    least, most = UNSURE
    side = sides[:, :NONE].max(axis=1, initial=0)
    unsure = [i for i, (text, _) in enumerate(alone) if text and least < side[i] < most]
    if not unsure:
        return sides
    conveyed = reader.toward(
        [alone[i][0] for i in unsure],
        [alone[i][1] for i in unsure],
        None if of is None else [of[i] for i in unsure],
    )
    moved = sides.copy()
    moved[unsure] = reader.weighed(sides[unsure], conveyed)
    return moved


def portrayed(
    requests: Sequence[Request], found: list[Stance], of: Sequence[int], reader: Reader
) -> list[Stance]:
    """Tell the narrator's sides by what makes them: its own judging words, or what it reports.

    The narrator is asked as a speaker is: does it take a side by these words? A won primary, a
    charge or a poll puts an actor in some light, and is no judgement.

    Args:
        requests: what was asked.
        found: the stances, one for each.
        of: the article of each.
        reader: the model.
    """
    told = [
        i
        for i, (request, stance) in enumerate(zip(requests, found, strict=True))
        if reader.judging and request.attribution is None and stance.label != "none"
    ]
    if not told:
        return found
    texts, narrators, targets = zip(
        *(
            shown(
                requests[i].shown,
                [(0, len(requests[i].shown))],
                [(0, len(requests[i].shown))],
                requests[i].shown_target,
                NARRATOR,
            )
            for i in told
        ),
        strict=True,
    )
    groups = [of[i] for i in told]
    judged = 1 - reader.statement(texts, narrators, targets, groups, narrated=True)[:, NONE]
    made = list(found)
    for i, chance in zip(told, judged, strict=True):
        kind = "evaluation" if chance >= reader.judging else "outcome"
        made[i] = replace(found[i], portrayal=kind)
    return made
