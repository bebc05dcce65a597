"""Quotes that go on: in the next sentence or paragraph, without a cue of their own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.attribution.page import Page
from onrecord.attribution.quotes import Quotation
from onrecord.attribution.spans import within
from onrecord.attribution.types import Draft, Span
from onrecord.attribution.words import OPENING, WORD

FINISHED = re.compile(r"[.!?…,—–-]['’\"”»]*$")
FEW = 3  # a quotation of fewer words is a title, a nickname or a scare quote
NEAR = 4  # attributions looked at before a quotation
Held = Sequence[tuple[int, int, int]]  # start and end of a content, number of its draft


def quote_goes_on(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Give quoted sentences that nobody claims to the attribution that they continue.

    A quotation goes on where it stands as a sentence of its own right after an attribution,
    in the same paragraph or at the start of the next; where an earlier paragraph left its
    quotation open; and where the next paragraph takes an open quotation up. Of the contents
    that nobody claims only quoted sentences stay.

    Before:
        {C:“The port will stay open,”} {S:Torvald} {Q:said}. “Nobody should doubt it.”
    After:
        {C:“The port will stay open,”} {S:Torvald} {Q:said}. {C:“Nobody should doubt it.”}
    """
    owned = sorted((draft for draft in drafts if not draft.loose), key=lambda draft: draft.start)
    held = sorted((*span, at) for at, draft in enumerate(owned) for span in draft.content)
    waiting = {
        span: score
        for draft in drafts
        if draft.loose
        for span, score in zip(draft.content, draft.scores, strict=True)
        if _holder(held, span) is None
    }
    order = sorted(waiting)
    for group in _chains(page):
        spans = [(quotation.start, quotation.end) for quotation in group]
        owner = _owner(page, owned, held, spans)
        if owner is None:
            continue
        for span in spans:
            if _holder(held, span) is None and (len(spans) > 1 or _whole(page, [span])):
                inside = [each for each in within(order, span) if each in waiting]
                score = max((waiting.pop(each) for each in inside), default=0.5)
                owner.give("content", span, score)
    starts = {quotation.start for quotation in page.quoted}
    rest = [
        Draft.of("content", span, score)
        for span, score in sorted(waiting.items())
        if span[0] in starts and _whole(page, [span])
    ]
    return sorted(owned + rest, key=lambda draft: draft.start)


def _owner(page: Page, owned: Sequence[Draft], held: Held, spans: Sequence[Span]) -> Draft | None:
    """The attribution that some quotations which belong together are a part of."""
    for span in spans:
        holder = _holder(held, span)
        if holder is not None:
            return owned[holder]
    return _before(page, owned, spans[0]) if _whole(page, spans) else None


def _holder(held: Held, span: Span) -> int | None:
    """Number of the draft that holds some of a span in its content."""
    at = bisect_left(held, (span[1], 0, 0)) - 1
    return held[at][2] if at >= 0 and held[at][1] > span[0] else None


def _whole(page: Page, spans: Sequence[Span]) -> bool:
    """Whether quotations stand as sentences of their own, not as words in one."""
    start, end = spans[0][0], spans[-1][1]
    home = page.sentence_at(start)
    if home.role != "body" or page.text[home.start : start].strip():
        return False
    words = sum(1 for _ in WORD.finditer(page.text, start, end))
    return words >= FEW and bool(FINISHED.search(page.text[max(start, end - 4) : end]))


def _chains(page: Page) -> list[list[Quotation]]:
    """Quotations in groups: an open one and those that take it up, paragraph by paragraph."""
    groups: list[list[Quotation]] = []
    for quotation in page.quoted:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and not last.closed
            and page.paragraph_at(quotation.start) - page.paragraph_at(last.start) in (0, 1)
            and not page.text[last.end : quotation.start].strip()
        ):
            groups[-1].append(quotation)
        else:
            groups.append([quotation])
    return groups


def _before(page: Page, owned: Sequence[Draft], span: Span) -> Draft | None:
    """The attribution that ends right before a quotation."""
    at = bisect_left(owned, span[0], key=lambda draft: draft.start)
    ends = [(draft.end, draft) for draft in owned[max(at - NEAR, 0) : at]]
    ends = [row for row in ends if row[0] <= span[0]]
    if not ends:
        return None
    last = page.at(max(end for end, _ in ends) - 1)
    if page.at(span[0]) - last > 1 or page.sentences[last].role != "body":
        return None
    # in "“Here it ends,” she said, pointing to the map" it is what she said that goes on
    ends = [row for row in ends if page.at(row[0] - 1) == last]
    end, draft = max(ends, key=lambda row: (_quotes(page, row[1]), row[0]))
    if page.sentences[last].paragraph == page.paragraph_at(span[0]):
        return draft if draft.content or draft.source else None
    # across paragraphs only speech goes on, or what a colon announces
    announced = not draft.content and page.text[end - 1 : span[0]].rstrip()[-1:] == ":"
    return draft if _quotes(page, draft) or announced else None


def _quotes(page: Page, draft: Draft) -> bool:
    """Whether some of its content opens with a quotation mark."""
    return any(page.text[start] in OPENING for start, _ in draft.content)
