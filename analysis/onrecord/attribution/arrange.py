"""Attributions in order, each inner one with its outer one."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.attribution.types import Draft


def arrange(drafts: Sequence[Draft]) -> list[tuple[Draft, int | None]]:
    """Put attributions in order, and each inner one with the index of its outer one.

    Args:
        drafts: attributions with contents.

    Returns:
        (draft, index of the innermost draft that holds all of it), ordered by where the
        contents begin, outer ones first.
    """
    ordered = sorted(drafts, key=lambda draft: (min(draft.content)[0], -max(draft.content)[1]))
    placed: list[tuple[Draft, int | None]] = []
    open_spans: list[tuple[int, int, int]] = []  # contents that may still hold something
    for at, draft in enumerate(ordered):
        begin, end = draft.start, draft.end
        open_spans = [span for span in open_spans if span[1] > min(draft.content)[0]]
        outer = [i for s, e, i in open_spans if s <= begin and end <= e]
        placed.append((draft, outer[-1] if outer else None))
        open_spans.extend((s, e, at) for s, e in draft.content)
    return placed
