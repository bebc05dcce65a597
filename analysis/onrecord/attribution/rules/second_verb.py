"""A second verb of the same source: "she praised the draft but claimed that ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.attribution.cues import verb
from onrecord.attribution.page import Page
from onrecord.attribution.types import Draft, Span
from onrecord.attribution.words import SPEAKING

JOINED = re.compile(
    r"(?P<gap>,? (?:and|but|while)(?: then| later| also)? )"
    r"(?P<cue>(?:(?:also|later|even|again|has|have|had|[a-z]+ly) ){0,2}(?P<verb>[a-z]+)"
    r"(?: (?:for|on|out)\b(?! to))?)(?= \S)"
)
ACT = re.compile(
    r"(?:and|but) (?P<source>he|she|they) "
    r"(?P<cue>(?:(?:would|will|did|does|do|could|has|have|had|also|later|not|never) ){0,3}"
    r"(?P<verb>[a-z]+))(?= \S)"
)
PAST = re.compile(r"ed$|^(?:said|told|wrote|swore)$")
PRESENT = re.compile(r"[^s]s$")


def second_verb(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Split contents that hold a second cue of the same source.

    Only outside quotation marks, only before verbs of speech (those of thought and decision
    would split what is one content), and only where tense and place make it the source's
    own verb.

    Before:
        {S:Orrin} {Q:said} {C:the draft was weak and accused Marenia of stalling}.
    After:
        {S1,2:Orrin} {Q1:said} {C1:the draft was weak} and {Q2:accused} {C2:Marenia of stalling}.
    """
    made: list[Draft] = []
    for draft in drafts:
        made.append(draft)
        if not draft.content:
            continue
        made.extend(_clauses(page, draft))
        while not draft.spoken and (found := _joined(page, draft)) is not None:
            at, match = found
            start, end = draft.content[at]
            further = Draft(
                list(draft.source),
                [match.span("cue")],
                [(match.end() + 1, end), *draft.content[at + 1 :]],
                list(draft.scores),
            )
            draft.content[at:] = [(start, match.start())]
            made.append(further)
            draft = further
    return made


def _clauses(page: Page, draft: Draft) -> list[Draft]:
    """Contents behind a cue that tell of another act: "..., Lind said, but he denied it"."""
    found = []
    for span in list(draft.content):
        match = ACT.match(page.text, *span)
        if match is None or len(draft.content) < 2 or span[0] < min(draft.cue, default=span)[1]:
            continue
        if verb(match["verb"]) in SPEAKING or match["verb"] == "disclose":
            draft.content.remove(span)
            content = (match.end() + 1, span[1])
            found.append(Draft([match.span("source")], [match.span("cue")], [content], [0.5]))
    return found


def _joined(page: Page, draft: Draft) -> tuple[int, re.Match[str]] | None:
    if not draft.cue or not draft.source or min(draft.cue) > min(draft.content):
        return None
    draft.content.sort()
    tense = PRESENT if any(PRESENT.search(word) for word in _words(page, draft.cue)) else PAST
    for at, span in enumerate(draft.content):
        for match in JOINED.finditer(page.text, *span):
            word = match["verb"]
            own = verb(word) in SPEAKING and tense.search(word)
            if own and not page.quotation_at(match.start()):
                return at, match
    return None


def _words(page: Page, spans: Sequence[Span]) -> list[str]:
    return [word for span in spans for word in page.words(span).lower().split()]
