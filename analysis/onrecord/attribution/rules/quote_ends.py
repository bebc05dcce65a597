"""Ends of contents: a quotation is taken whole, and a missing closing mark ends it early."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.attribution.page import Page
from onrecord.attribution.types import Draft, Span
from onrecord.attribution.words import WORD

PART = 0.5  # share of a quotation that a content must hold to be given the rest


def quote_ends(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Fit contents to the quotations that they cut.

    Before:
        {S:Brekke} {Q:said} {C:“the port will stay open all} winter” and left.
    After:
        {S:Brekke} {Q:said} {C:“the port will stay open all winter”} and left.
    """
    starts = sorted(start for draft in drafts for start, _ in draft.spans)
    for draft in drafts:
        draft.content = [_fitted(page, span, starts) for span in draft.content]
    return drafts


def _fitted(page: Page, span: Span, starts: Sequence[int]) -> Span:
    start, end = span
    opened = page.quotation_at(start)
    if opened and _free(starts, opened.start - 1, start):
        held = (start, min(end, opened.end))
        start = opened.start if _most(page, held, (opened.start, start)) else start
    last = page.quotation_before(end)
    if last and last.end > end and _free(starts, start, last.end):
        held = (max(start, last.start), end)
        end = last.end if _most(page, held, (end, last.end)) else end
    elif last and not last.closed and start <= last.start < last.end < end:
        end = last.end  # the mark was forgotten: what follows the sentence is not quoted
    return start, end


def _most(page: Page, held: Span, missing: Span) -> bool:
    """Whether enough of a quotation is held that what is missing belongs to it."""
    lacking = _words(page, missing)
    return not lacking or _words(page, held) >= PART * (_words(page, held) + lacking)


def _free(starts: Sequence[int], start: int, end: int) -> bool:
    """Whether no span begins between two places."""
    after = bisect_right(starts, start)
    return after >= len(starts) or starts[after] >= end


def _words(page: Page, span: Span) -> int:
    return sum(1 for _ in WORD.finditer(page.text, *span))
