"""Do source, cue and content find each other, when all spans are right?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from spans import ROLES

from onrecord.attribution.page import Page
from onrecord.attribution.rules.link import link
from onrecord.attribution.types import Draft
from onrecord.reader import Reading, Tagged
from onrecord.segment import segment

Span = tuple[int, int]


def gold_reading(row: dict[str, Any]) -> Reading:
    """What a reader without fault would find in an article."""
    spans = {(*s, role) for a in row["attributions"] for role in ROLES for s in map(tuple, a[role])}
    return Reading(tuple(Tagged(role, start, end, 1.0) for start, end, role in sorted(spans)))


def link_counts(rows: Sequence[dict[str, Any]]) -> tuple[list[int], list[int]]:
    """Contents put with their own cue and source, and contents, per article.

    A content is right where the cue and the source that it was put with both touch its
    gold ones, or are missing where gold has none.
    """
    right, of = [], []
    for row in rows:
        text = row["text"]
        reading = gold_reading(row)
        spans = [Draft.of(one.role, (one.start, one.end), 1.0) for one in reading.spans]
        drafts = link(Page.of(text, segment(text), reading), spans)
        good = total = 0
        for gold in row["attributions"]:
            for content in map(tuple, gold["content"]):
                total += 1
                owner = next((d for d in drafts if _touch([content], d.content)), None)
                good += owner is not None and all(
                    _same(gold[role], getattr(owner, role)) for role in ("cue", "source")
                )
        right.append(good)
        of.append(total)
    return right, of


def _touch(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def _same(gold: Sequence[Span], found: Sequence[Span]) -> bool:
    return _touch(gold, found) if gold and found else not gold and not found
