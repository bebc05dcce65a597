"""The way from the reader's spans to finished attributions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.attribution import missed, subject
from onrecord.attribution.ahead import ahead
from onrecord.attribution.apart import detach
from onrecord.attribution.around import around
from onrecord.attribution.arrange import arrange
from onrecord.attribution.audience import audience
from onrecord.attribution.behind import behind
from onrecord.attribution.coordinate import split
from onrecord.attribution.cues import cue_class
from onrecord.attribution.extend import carry_on
from onrecord.attribution.factuality import factuality
from onrecord.attribution.faint import fill
from onrecord.attribution.headline import headline
from onrecord.attribution.kinds import kind
from onrecord.attribution.link import link
from onrecord.attribution.quotes import Quotation, quotations
from onrecord.attribution.repair import fit
from onrecord.attribution.turns import replace, turns
from onrecord.attribution.types import Attribution, Draft

if TYPE_CHECKING:
    from onrecord.reader import Reading
    from onrecord.segment import Sentence


def attribute(text: str, sentences: Sequence[Sentence], reading: Reading) -> list[Attribution]:
    """Turn what the reader found into attributions.

    Args:
        text: the article.
        sentences: its sentences, from `onrecord.segment`.
        reading: its spans, from `onrecord.reader`.

    Returns:
        Attributions in the order in which their contents begin, the outer one first where
        two begin together.
    """
    quoted = quotations(text)
    drafts = link(text, sentences, fill(sentences, reading))
    subject.beside(text, drafts)
    audience(text, drafts)
    fit(text, drafts, quoted)
    detach(text, sentences, drafts, quoted)
    loose = [draft for draft in drafts if not (draft.source or draft.cue)]
    drafts = [draft for draft in drafts if draft.source or draft.cue]
    drafts = missed.add(text, sentences, drafts, quoted)
    ahead(text, sentences, drafts)
    behind(text, sentences, drafts)
    around(text, sentences, drafts)
    subject.sources(text, sentences, drafts)
    drafts = missed.claims(text, drafts)
    drafts = replace(drafts, turns(text, sentences))
    headed = headline(text, sentences, drafts, quoted)
    if headed is not None:
        first = headed.content[-1]
        drafts = [headed, *(d for d in drafts if not d.content or min(d.content) >= first)]
    drafts = carry_on(text, sentences, [*drafts, *loose], quoted)
    missed.floating(text, sentences, drafts)
    drafts = split(text, [draft for draft in drafts if draft.content], quoted)
    return _finish(text, arrange(text, drafts), quoted)


def _finish(
    text: str, placed: Sequence[tuple[Draft, int | None]], quoted: Sequence[Quotation]
) -> list[Attribution]:
    made = []
    for draft, within in placed:
        cue = tuple(sorted(draft.cue))
        inner = None if within is None else draft.start
        made.append(
            Attribution(
                kind="direct" if draft.spoken else kind(text, draft.content, quoted, inner),
                source=tuple(sorted(draft.source)),
                cue=cue,
                content=tuple(sorted(draft.content)),
                confidence=round(draft.confidence, 4),
                within=within,
                factuality=factuality(text, cue),
                cue_class=cue_class(text, cue),
            )
        )
    return made
