"""Headlines of the kind "Name: ..." and "...: Name"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.attribution.page import Page
from onrecord.attribution.types import Draft, Span
from onrecord.attribution.words import NO_NAME

SPEAKING_THINGS = {"Poll", "Report", "Study", "Survey", "Kremlin", "Pentagon", "House", "Media"}
COLON = re.compile(r"\s*:(?=\s)")
LABEL = 4  # words of a headline's part that is no more than a name, at most


def headline(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Read a headline of the form "Name: words" or "words: Name".

    The name must be one that the article quotes elsewhere, or a thing that speaks (a poll,
    a report), so that "Harbour talks: what we know" stays a headline.

    Before:
        Torvald: Port will stay open all winter
        {S:Ms. Torvald} {Q:said} {C:the ice was late}.
    After:
        {S1:Torvald}{Q1::} {C1:Port will stay open all winter}
        {S2:Ms. Torvald} {Q2:said} {C2:the ice was late}.
    """
    made = _headed(page, drafts)
    if made is None:
        return drafts
    first = made.content[-1]
    return [made, *(d for d in drafts if not d.content or min(d.content) >= first)]


def _headed(page: Page, drafts: Sequence[Draft]) -> Draft | None:
    text, sentences = page.text, page.sentences
    if not sentences or sentences[0].paragraph != 0:
        return None
    start = sentences[0].start
    end = max(s.end for s in sentences[:8] if s.paragraph == 0)
    colon = COLON.search(text, start, end)
    if colon is None or any(d.content and min(d.content)[0] < end and d.cue for d in drafts):
        return None
    known = _known(text, drafts, end)
    before, after = (start, colon.start()), (colon.end() + 1, end)
    mark = (colon.end() - 1, colon.end())
    name = _name(text, before, known)
    if name and (len(page.words(before).split()) <= LABEL or _is_quote(page, after)):
        return Draft([name], [mark], [_trim(text, after)], [0.5])
    name = _name(text, after, known)
    if name and (len(page.words(after).split()) <= LABEL or _is_quote(page, before)):
        return Draft([name], [mark], [before], [0.5])
    return None


def _known(text: str, drafts: Sequence[Draft], end: int) -> set[str]:
    names = set(SPEAKING_THINGS)
    for draft in drafts:
        for s, e in draft.source:
            if s >= end:
                names.update(
                    w
                    for w in re.findall(r"[A-Z][\w-]+", text[s:e])
                    if len(w) > 2 and w not in ("The", "This", "That")
                )
    return names


def _name(text: str, span: Span, known: set[str]) -> Span | None:
    found = re.compile(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*)*").match(text, *span)
    if not found or not (set(re.findall(r"[\w-]+", found[0])) & known):
        return None
    return None if NO_NAME.match(found[0]) else found.span()


def _is_quote(page: Page, span: Span) -> bool:
    return any(
        q.start - span[0] < 2 and q.start >= span[0] - 1 and q.end <= span[1]
        for q in page.quoted
        if q.start < span[1]
    )


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while end > start and text[end - 1] in " .":
        end -= 1
    return start, end
