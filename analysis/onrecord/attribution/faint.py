"""Spans of which the reader was less sure, where a sentence has a hole for them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.reader import Reading

if TYPE_CHECKING:
    from onrecord.reader import Tagged
    from onrecord.segment import Sentence


def fill(sentences: Sequence[Sentence], reading: Reading) -> Reading:
    """Add faint spans to sentences in which a part is missing.

    A sentence with a content and no cue gets a faint cue, one with more cues than sources a
    faint source, one with a cue and no content a faint content. Sentences in which the
    reader is sure of nothing get nothing.

    Args:
        sentences: the article's.
        reading: its spans, and the faint ones.

    Returns:
        The reading with the spans it lacked, its links as they were.
    """
    if not reading.faint:
        return reading
    starts = [sentence.start for sentence in sentences]
    sure, faint = _by_sentence(reading.spans, starts), defaultdict(list)
    taken = [span.start for span in reading.spans]
    for number, spans in _by_sentence(reading.faint, starts).items():
        for span in spans:
            before = bisect_left(taken, span.end) - 1
            if before < 0 or reading.spans[before].end <= span.start:
                faint[number].append(span)
    added = [
        span
        for number, spans in faint.items()
        if number in sure
        for span in _missing(sure[number], spans)
    ]
    if not added:
        return reading
    order = sorted([*reading.spans, *added], key=lambda span: (span.start, span.end))
    place = {span: at for at, span in enumerate(order)}
    at = [place[span] for span in reading.spans]
    return Reading(tuple(order), {(at[a], at[b]): score for (a, b), score in reading.links.items()})


def _missing(sure: Sequence[Tagged], faint: Sequence[Tagged]) -> list[Tagged]:
    count = {role: sum(span.role == role for span in sure) for role in ("source", "cue", "content")}
    cued = bool(count["content"]) and not count["cue"]
    cued = cued and any(span.role == "cue" for span in faint)
    wanted = {
        "cue": cued,
        "source": count["source"] < count["cue"] or (cued and not count["source"]),
        "content": bool(count["cue"]) and not count["content"],
    }
    return [span for span in faint if wanted[span.role]]


def _by_sentence(spans: Sequence[Tagged], starts: Sequence[int]) -> dict[int, list[Tagged]]:
    found: dict[int, list[Tagged]] = defaultdict(list)
    for span in spans:
        found[bisect_right(starts, span.start) - 1].append(span)
    return found
