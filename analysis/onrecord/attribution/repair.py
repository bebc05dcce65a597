"""Ends of contents: a quotation is taken whole, and a missing closing mark ends it early."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.attribution.quotes import Quotation
from onrecord.attribution.types import Draft, Span

WORD = re.compile(r"\w+(?:['’]\w+)*")
PART = 0.5  # share of a quotation that a content must hold to be given the rest


def fit(text: str, drafts: Sequence[Draft], quoted: Sequence[Quotation]) -> None:
    """Fit the contents of drafts to the quotations that they cut.

    Args:
        text: the article.
        drafts: attributions in the making; changed in place.
        quoted: all quotations of the article, in text order.
    """
    taken = sorted(span for draft in drafts for span in _spans(draft))
    starts = [start for start, _ in taken]
    for draft in drafts:
        draft.content = [_fit(text, span, quoted, taken, starts) for span in draft.content]


def _fit(
    text: str,
    span: Span,
    quoted: Sequence[Quotation],
    taken: Sequence[Span],
    starts: Sequence[int],
) -> Span:
    start, end = span
    at = bisect_right(quoted, start, key=lambda quotation: quotation.start) - 1
    if at >= 0 and quoted[at].end > start:
        start = _to_start(text, (start, end), quoted[at], taken, starts)
    at = bisect_right(quoted, end - 1, key=lambda quotation: quotation.start) - 1
    if at >= 0 and quoted[at].end > end:
        end = _to_end(text, (start, end), quoted[at], taken, starts)
    elif at >= 0 and not quoted[at].closed and start <= quoted[at].start < quoted[at].end < end:
        end = quoted[at].end  # the mark was forgotten: what follows the sentence is not quoted
    return start, end


def _to_start(text, span, quotation, taken, starts) -> int:
    start, end = span
    missing = _words(text, quotation.start, start)
    if quotation.start == start:
        return start
    first = bisect_right(starts, quotation.start - 1)
    free = first >= len(taken) or taken[first][0] >= start
    held = _words(text, start, min(end, quotation.end))
    if free and (not missing or held >= PART * (held + missing)):
        return quotation.start
    return start


def _to_end(text, span, quotation, taken, starts) -> int:
    start, end = span
    missing = _words(text, end, quotation.end)
    after = bisect_right(starts, start)
    free = after >= len(taken) or taken[after][0] >= quotation.end
    held = _words(text, max(start, quotation.start), end)
    if free and (not missing or held >= PART * (held + missing)):
        return quotation.end
    return end


def _spans(draft: Draft) -> list[Span]:
    return draft.source + draft.cue + draft.content


def _words(text: str, start: int, end: int) -> int:
    return sum(1 for _ in WORD.finditer(text, start, end))
