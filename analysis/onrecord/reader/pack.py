"""Lines packed into rows, so that a line is read with what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence


def pack(
    lengths: Sequence[int], tails: Sequence[int], heads: Sequence[int], aim: int, most: int
) -> list[tuple[int, int, bool, bool]]:
    """Pack neighbouring lines into rows, with the end of the line before and the start after.

    Short rows cost less for each id, since attention grows with the square of their length;
    of a neighbour only the nearest words are shown, since they are read again elsewhere.

    Args:
        lengths: pieces of each line; each with two more fits a row.
        tails: pieces of each line's end, which the row after it is shown.
        heads: pieces of each line's start, which the row before it is shown.
        aim: ids of a row of several lines at most, `[CLS]` and a `[SEP]` after each line
            or part of one included.
        most: ids of any row at most; a long line leaves no room for a neighbour.

    Returns:
        Tuples `(first, last, before, after)`: the lines that a row reads, and whether it is
        shown the end of the line before and the start of the one after.

    >>> pack([5, 5, 5, 5], [2] * 4, [2] * 4, 19, 30)
    [(0, 2, False, True), (2, 4, True, False)]
    >>> pack([17, 17], [2] * 2, [2] * 2, 19, 19)
    [(0, 1, False, False), (1, 2, False, False)]
    """
    rows: list[tuple[int, int, bool, bool]] = []
    first = 0
    while first < len(lengths):
        before = first > 0 and 3 + tails[first - 1] + lengths[first] <= most
        used = 1 + (tails[first - 1] + 1 if before else 0)
        last = first
        while last < len(lengths):
            after = heads[last + 1] + 1 if last + 1 < len(lengths) else 0
            if last > first and used + lengths[last] + 1 + after > aim:
                break
            used += lengths[last] + 1
            last += 1
        after_it = last < len(lengths) and used + heads[last] + 1 <= most
        rows.append((first, last, before, after_it))
        first = last
    return rows
