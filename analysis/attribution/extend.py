"""Quotes that go on: in the next sentence or paragraph, without a cue of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.attribution.quotes import Quotation
from analysis.attribution.types import Draft

if TYPE_CHECKING:
    from analysis.segment import Sentence


def carry_on(
    text: str, sentences: Sequence[Sentence], drafts: list[Draft], quoted: Sequence[Quotation]
) -> list[Draft]:
    """Give contents without cue and source to the attribution that they continue."""
    marks = {quotation.start for quotation in quoted}
    kept: list[Draft] = []
    for draft in drafts:
        if draft.cue or draft.source or not kept:
            kept.append(draft)
            continue
        start = min(draft.content)[0]
        before = kept[-1]
        last = max(end for spans in (before.source, before.cue, before.content) for _, end in spans)
        near = text.count("\n\n", last, start) <= 1 and start - last < 200
        if start in marks and near:
            before.content.extend(draft.content)
            before.scores.extend(draft.scores)
        else:
            kept.append(draft)
    return kept
