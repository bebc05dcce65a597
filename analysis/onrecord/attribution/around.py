"""Clauses that a source and cue stand inside: "The plan, Orrin said, is dead"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.attribution.types import Draft

if TYPE_CHECKING:
    from onrecord.segment import Sentence

# after a whole clause and "Orrin said," none of these can begin what the narrator adds
GOES_ON = re.compile(
    r",\s+(?=(?:is|are|was|were|will|would|has|have|had|can|could|may|might|must|should|does|did)"
    r"(?:n['’]t)?\b)"
)
CLOSES = " .!?"


def around(text: str, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> None:
    """Give a content that is cut off before its verb the rest of its sentence.

    The source and cue stand between commas behind it, and nothing else is found in the rest.
    """
    bounds = [sentence.start for sentence in sentences]
    taken = sorted(span for draft in drafts for span in draft.source + draft.cue + draft.content)
    for draft in drafts:
        if len(draft.content) != 1 or not draft.source or not draft.cue:
            continue
        (start, stop) = draft.content[0]
        told = sorted(draft.source + draft.cue)
        end = told[-1][1]
        home = sentences[max(bisect_right(bounds, start) - 1, 0)]
        if not (stop <= told[0][0] and end < home.end) or text[stop : told[0][0]].strip() != ",":
            continue
        found = GOES_ON.match(text, end)
        if found is None or bisect_left(taken, (found.end(), 0)) != bisect_left(
            taken, (home.end, 0)
        ):
            continue
        rest = text[found.end() : home.end].rstrip(CLOSES)
        draft.content.append((found.end(), found.end() + len(rest)))
