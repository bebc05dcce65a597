"""The way from the reader's spans to finished attributions, rule by rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from onrecord.attribution.arrange import arrange
from onrecord.attribution.cues import cue_class
from onrecord.attribution.directness import directness
from onrecord.attribution.factuality import factuality
from onrecord.attribution.page import Page
from onrecord.attribution.rules.clause_after_cue import clause_after_cue
from onrecord.attribution.rules.clause_before_cue import clause_before_cue
from onrecord.attribution.rules.floating_quote import floating_quote
from onrecord.attribution.rules.headline import headline
from onrecord.attribution.rules.interview import interview
from onrecord.attribution.rules.link import link
from onrecord.attribution.rules.missed_quote import missed_quote
from onrecord.attribution.rules.missing_source import missing_source
from onrecord.attribution.rules.nested import nested
from onrecord.attribution.rules.quote_ends import quote_ends
from onrecord.attribution.rules.quote_goes_on import quote_goes_on
from onrecord.attribution.rules.second_verb import second_verb
from onrecord.attribution.rules.source_beside_cue import source_beside_cue
from onrecord.attribution.rules.stray_content import stray_content
from onrecord.attribution.rules.unsure_spans import unsure_spans
from onrecord.attribution.types import Attribution, Draft

if TYPE_CHECKING:
    from onrecord.reader import Reading
    from onrecord.segment import Sentence

Rule = Callable[[Page, list[Draft]], list[Draft]]

# Read top down: each rule gets what the one above it made. The first gets one draft a span.
RULES: tuple[Rule, ...] = (
    unsure_spans,
    link,
    quote_ends,
    stray_content,
    missed_quote,
    clause_before_cue,
    clause_after_cue,
    missing_source,
    source_beside_cue,
    interview,
    headline,
    quote_goes_on,
    floating_quote,
    second_verb,
    nested,
)


def attribute(
    text: str, sentences: Sequence[Sentence], reading: Reading, rules: Sequence[Rule] = RULES
) -> list[Attribution]:
    """Turn what the reader found into attributions.

    Args:
        text: the article.
        sentences: its sentences, from `onrecord.segment`.
        reading: its spans, from `onrecord.reader`.
        rules: the steps, in order; each may change the drafts that it gets.

    Returns:
        Attributions in the order in which their contents begin, the outer one first where
        two begin together.
    """
    page = Page.of(text, sentences, reading)
    spans = reading.spans
    drafts = [Draft.of(span.role, (span.start, span.end), span.confidence) for span in spans]
    for rule in rules:
        drafts = rule(page, drafts)
    return _finished(page, [draft for draft in drafts if draft.content])


def _finished(page: Page, drafts: Sequence[Draft]) -> list[Attribution]:
    made = []
    for draft, within in arrange(drafts):
        cue = tuple(sorted(draft.cue))
        inner = None if within is None else draft.start
        kind = directness(page.text, draft.content, page.quoted, inner)
        made.append(
            Attribution(
                kind="direct" if draft.spoken else kind,
                source=tuple(sorted(draft.source)),
                cue=cue,
                content=tuple(sorted(draft.content)),
                confidence=round(draft.confidence, 4),
                within=within,
                factuality=factuality(page.text, cue),
                cue_class=cue_class(page.text, cue),
            )
        )
    return made
