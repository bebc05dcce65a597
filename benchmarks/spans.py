r"""Attribution spans over words, compared as PolNeAR's papers do: exact match, by role.

Words are `\w+(?:['’]\w+)?|[^\w\s]`, lines are paragraphs. Gold and found spans both pass
through BIO tags: a word that a span touches belongs to it, where two spans overlap the
first one stays, and a span that crosses lines is one span in each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from onrecord.reader import Reading
from onrecord.reader.words import WORD

ROLES = ("source", "cue", "content")
Span = tuple[int, int]


class Tags:
    """The words of one article."""

    def __init__(self, text: str) -> None:
        columns = np.array(list(_words(text)), dtype=np.int64).reshape(-1, 3)
        self._lines, self._starts, self._ends = columns.T

    def spans(self, given: Iterable[Span]) -> set[Span]:
        """Word spans that the tags of some character spans stand for."""
        taken = np.zeros(len(self._starts), dtype=bool)
        found = set()
        for start, end in sorted(given):
            first = int(np.searchsorted(self._ends, start, side="right"))
            last = int(np.searchsorted(self._starts, end, side="left"))
            if first >= last or taken[first:last].any():
                continue
            taken[first:last] = True
            cuts = np.flatnonzero(np.diff(self._lines[first:last])) + first + 1
            edges = [first, *cuts.tolist(), last]
            found |= set(pairwise(edges))
        return found


def _words(text: str) -> Iterator[tuple[int, int, int]]:
    start = 0
    for number, line in enumerate(text.split("\n")):
        for found in WORD.finditer(text, start, start + len(line)):
            yield number, *found.span()
        start += len(line) + 1


def span_counts(rows: Sequence[dict[str, Any]], readings: Sequence[Reading]) -> np.ndarray:
    """Counts per article: int64 (articles, 3 roles, 3) of right, found and gold spans."""
    counts = np.zeros((len(rows), len(ROLES), 3), dtype=np.int64)
    for number, (row, reading) in enumerate(zip(rows, readings, strict=True)):
        tags = Tags(row["text"])
        for at, role in enumerate(ROLES):
            gold = tags.spans(tuple(s) for a in row["attributions"] for s in a[role])
            found = tags.spans((s.start, s.end) for s in reading.spans if s.role == role)
            counts[number, at] = len(gold & found), len(found), len(gold)
    return counts
