"""Headlines of the kind "Name: ..." and "...: Name"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.attribution.quotes import Quotation
from onrecord.attribution.turns import NO_NAME
from onrecord.attribution.types import Draft, Span

if TYPE_CHECKING:
    from onrecord.segment import Sentence

SPEAKING_THINGS = {"Poll", "Report", "Study", "Survey", "Kremlin", "Pentagon", "House", "Media"}


def headline(
    text: str, sentences: Sequence[Sentence], drafts: Sequence[Draft], quoted: Sequence[Quotation]
) -> Draft | None:
    """Read a headline of the form "Name: words" or "words: Name".

    The name must be one that the article quotes elsewhere, or a thing that speaks (a poll,
    a report), so that "Harbour talks: what we know" stays a headline.

    Returns:
        A draft, or None.
    """
    if not sentences or sentences[0].paragraph != 0:
        return None
    start = sentences[0].start
    end = max(s.end for s in sentences[:8] if s.paragraph == 0)
    colon = re.compile(r"\s*:(?=\s)").search(text, start, end)
    if colon is None or any(d.content and min(d.content)[0] < end and d.cue for d in drafts):
        return None
    known = _known(text, drafts, end)
    before, after = (start, colon.start()), (colon.end() + 1, end)
    mark = (colon.end() - 1, colon.end())
    name = _name(text, before, known)
    words = text[before[0] : before[1]].split()
    if name and (len(words) <= 4 or _is_quote(after, quoted)):
        return Draft([name], [mark], [_trim(text, after)], [0.5])
    name = _name(text, after, known)
    if name and (len(text[after[0] : after[1]].split()) <= 4 or _is_quote(before, quoted)):
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


def _is_quote(span: Span, quoted: Sequence[Quotation]) -> bool:
    return any(
        q.start - span[0] < 2 and q.start >= span[0] - 1 and q.end <= span[1]
        for q in quoted
        if q.start < span[1]
    )


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while end > start and text[end - 1] in " .":
        end -= 1
    return start, end
