"""Lines packed into rows, so that a line is read with its neighbours."""

from __future__ import annotations

from collections.abc import Sequence


def pack(lengths: Sequence[int], most: int) -> list[tuple[int, int, int, int]]:
    """Pack neighbouring lines into rows that share lines.

    Args:
        lengths: pieces of each line; each with two more fits a row.
        most: ids of a row, `[CLS]` and a `[SEP]` after each line included.

    Returns:
        Tuples `(start, end, first, last)`: the lines of a row, and those of them that are
        read in it. Every line is read once, with a neighbour on both sides wherever the
        row has room for one.

    >>> pack([5, 5, 5, 5], 19)
    [(0, 3, 0, 2), (1, 4, 2, 4)]
    >>> pack([17, 17], 19)
    [(0, 1, 0, 1), (1, 2, 1, 2)]
    """
    rows: list[tuple[int, int, int, int]] = []
    first = 0
    while first < len(lengths):
        start = max(first - 1, 0)
        if start < first and 3 + lengths[start] + lengths[first] > most:
            start = first
        end, used = start, 1
        while end < len(lengths) and (end <= first or used + lengths[end] + 1 <= most):
            used += lengths[end] + 1
            end += 1
        last = end if end == len(lengths) or end - first < 2 else end - 1
        rows.append((start, end, first, last))
        first = last
    return rows
