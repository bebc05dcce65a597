"""Spans that reach over a place, found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from onrecord.stance.shapes import Span


class Overlaps:
    """Spans with a number each; a long article has thousands of them and as many mentions.

    >>> Overlaps([((0, 9), 1), ((2, 4), 2), ((6, 8), 3)]).over(5, 7)
    [((0, 9), 1), ((6, 8), 3)]
    """

    def __init__(self, spans: Iterable[tuple[Span, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for (start, _), _ in self._spans]
        # how far the spans up to each one reach
        self._reach = list(accumulate((end for (_, end), _ in self._spans), max))

    def over(self, start: int, end: int) -> list[tuple[Span, int]]:
        """Those that share a character with `[start, end)`, in text order."""
        found = []
        at = bisect_left(self._starts, end)
        while at and self._reach[at - 1] > start:
            at -= 1
            if self._spans[at][0][1] > start:
                found.append(self._spans[at])
        return found[::-1]
