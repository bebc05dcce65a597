"""Windows over words that are too many at once, and the words that are kept around a span."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

import numpy as np

from onrecord.reader.words import Words

MARGIN = 25  # words at a cut that are read again by the next window


def windows(
    sizes: list[int], most_words: int, most_pieces: int
) -> Iterator[tuple[int, int, int, int]]:
    """Cover a line with windows, each word read in one of them and away from its edges.

    Args:
        sizes: pieces of each word.
        most_words: words of a window.
        most_pieces: pieces of a window; not less than the largest word.

    Yields:
        `(start, end, first, last)`: the window's words, and those of them that are read.

    >>> list(windows([1, 1, 1], 5, 9))
    [(0, 3, 0, 3)]
    >>> [window[2:] for window in windows([1] * 12, 8, 99)]
    [(0, 6), (6, 12)]
    """
    total = [0, *accumulate(sizes)]
    start = first = 0
    while first < len(sizes):
        end = start + 1
        while (
            end < len(sizes)
            and end - start < most_words
            and total[end + 1] - total[start] <= most_pieces
        ):
            end += 1
        margin = min(MARGIN, (end - start) // 4)
        last = end if end == len(sizes) else max(end - margin, first + 1)
        yield start, end, first, last
        start, first = max(last - margin, start + 1), last


def nearest(words: Words, spans: list[tuple[int, int]], room: int) -> list[int]:
    """Indices of the words to keep, in order."""
    sizes = np.array([len(ids) for ids in words.pieces], dtype=np.int64)
    if sizes.sum() <= room:
        return list(range(len(words)))
    at = np.arange(len(words))
    away = np.full(len(words), len(words))
    for start, end in spans:
        away = np.minimum(away, np.maximum(np.maximum(start - at, at - end + 1), 0))
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    outside = (at < low) | (at >= high)
    order = np.lexsort((at, outside, away))
    fits = np.cumsum(sizes[order]) <= room
    return sorted(order[fits].tolist())
