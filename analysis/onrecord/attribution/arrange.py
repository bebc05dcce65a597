"""Attributions in order, each inner one with its outer one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.attribution.nested import inner
from onrecord.attribution.types import Draft, Span


def arrange(text: str, drafts: Sequence[Draft]) -> list[tuple[Draft, int | None]]:
    """Put attributions in order, and each inner one with the index of its outer one.

    Args:
        text: the article.
        drafts: attributions with contents; some may already stand inside another.

    Returns:
        (draft, index of the innermost draft that holds all of it), ordered by where the
        contents begin, outer ones first.
    """
    held = [span for draft in drafts for span in draft.source + draft.cue]
    held.sort()
    starts = [start for start, _ in held]
    new = [
        found
        for draft in drafts
        for found in inner(text, draft)
        if not _taken(starts, held, found.source[0]) and not _taken(starts, held, found.cue[0])
    ]
    ordered = sorted([*drafts, *new], key=lambda d: (min(d.content)[0], -max(d.content)[1]))
    placed: list[tuple[Draft, int | None]] = []
    open_spans: list[tuple[int, int, int]] = []  # contents that may still hold something
    for at, draft in enumerate(ordered):
        begin, end = draft.start, _reach(draft)
        open_spans = [span for span in open_spans if span[1] > min(draft.content)[0]]
        outer = [i for s, e, i in open_spans if s <= begin and end <= e]
        placed.append((draft, outer[-1] if outer else None))
        open_spans.extend((s, e, at) for s, e in draft.content)
    return placed


def _reach(draft: Draft) -> int:
    return max(end for _, end in draft.source + draft.cue + draft.content)


def _taken(starts: Sequence[int], held: Sequence[Span], span: Span) -> bool:
    at = bisect_right(starts, span[1] - 1) - 1
    return at >= 0 and held[at][1] > span[0]
