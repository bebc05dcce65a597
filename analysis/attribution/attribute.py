"""The way from the reader's spans to finished attributions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.attribution.cues import cue_class
from analysis.attribution.extend import carry_on
from analysis.attribution.factuality import factuality
from analysis.attribution.kinds import kind
from analysis.attribution.link import link
from analysis.attribution.quotes import quotations
from analysis.attribution.types import Attribution, Draft

if TYPE_CHECKING:
    from analysis.reader import Reading
    from analysis.segment import Sentence


def attribute(text: str, sentences: Sequence[Sentence], reading: Reading) -> list[Attribution]:
    """Turn what the reader found into attributions.

    Args:
        text: the article.
        sentences: its sentences, from `analysis.segment`.
        reading: its spans, from `analysis.reader`.

    Returns:
        Attributions in the order in which their contents begin.
    """
    quoted = quotations(text)
    drafts = link(text, sentences, reading)
    drafts = carry_on(text, sentences, drafts, quoted)
    drafts = [draft for draft in drafts if draft.content]
    drafts.sort(key=lambda draft: (min(draft.content), draft.start))
    return [_finish(text, draft, quoted) for draft in drafts]


def _finish(text: str, draft: Draft, quoted) -> Attribution:
    cue = tuple(sorted(draft.cue))
    return Attribution(
        kind="direct" if draft.spoken else kind(text, draft.content, quoted),
        source=tuple(sorted(draft.source)),
        cue=cue,
        content=tuple(sorted(draft.content)),
        confidence=round(draft.confidence, 4),
        within=None,
        factuality=factuality(text, cue),
        cue_class=cue_class(text, cue),
    )
