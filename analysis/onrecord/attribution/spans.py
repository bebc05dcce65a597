"""Spans in text order: which of them are taken, and what touches a stretch of text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from onrecord.attribution.types import Draft, Span


def taken(drafts: Iterable[Draft]) -> list[Span]:
    """All spans of attributions, in text order; a content that nobody claims is free."""
    return sorted(span for draft in drafts if not draft.loose for span in draft.spans)


def touched(spans: Sequence[Span], span: Span) -> bool:
    """Whether the last of some ordered spans that begins before a span's end reaches into it.

    >>> [touched([(2, 5), (9, 12)], span) for span in ((0, 2), (4, 7), (6, 9), (11, 20))]
    [False, True, False, True]
    """
    at = bisect_left(spans, (span[1], 0)) - 1
    return at >= 0 and spans[at][1] > span[0]


def free(spans: Sequence[Span], span: Span) -> bool:
    """Whether none of some ordered spans begins inside a span.

    >>> free([(2, 5), (9, 12)], (3, 9)), free([(2, 5), (9, 12)], (2, 4))
    (True, False)
    """
    return bisect_left(spans, (span[0], 0)) == bisect_left(spans, (span[1], 0))


def within(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of some spans, ordered and apart from each other, that share characters with one.

    >>> within([(2, 5), (9, 12)], (4, 9))
    [(2, 5)]
    """
    first = bisect_right(spans, span[0], key=lambda each: each[1])
    last = bisect_left(spans, span[1], key=lambda each: each[0])
    return spans[first:last]
