"""Spans of which the reader was less sure, where a sentence has a hole for them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.attribution.page import Page
from onrecord.attribution.types import Draft
from onrecord.reader import Tagged


def unsure_spans(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Add unsure spans to sentences in which a part is missing.

    A sentence with a content and no cue gets an unsure cue, one with more cues than sources
    an unsure source, one with a cue and no content an unsure content. Sentences in which the
    reader is sure of nothing get nothing.

    Before:
        {s:Orrin} {q:mused} {C:that ice was near}.
    After:
        {S:Orrin} {Q:mused} {C:that ice was near}.
    """
    reading = page.reading
    if not reading.faint:
        return drafts
    starts = [span.start for span in reading.spans]
    sure = _by_sentence(page, reading.spans)
    open_to = []
    for span in reading.faint:
        before = bisect_left(starts, span.end) - 1
        if before < 0 or reading.spans[before].end <= span.start:
            open_to.append(span)
    added = [
        Draft.of(span.role, (span.start, span.end), span.confidence)
        for number, spans in _by_sentence(page, open_to).items()
        if number in sure
        for span in _missing(sure[number], spans)
    ]
    return sorted([*drafts, *added], key=lambda draft: (draft.start, draft.end))


def _missing(sure: Sequence[Tagged], unsure: Sequence[Tagged]) -> list[Tagged]:
    count = {role: sum(span.role == role for span in sure) for role in ("source", "cue", "content")}
    cued = bool(count["content"]) and not count["cue"]
    cued = cued and any(span.role == "cue" for span in unsure)
    wanted = {
        "cue": cued,
        "source": count["source"] < count["cue"] or (cued and not count["source"]),
        "content": bool(count["cue"]) and not count["content"],
    }
    return [span for span in unsure if wanted[span.role]]


def _by_sentence(page: Page, spans: Iterable[Tagged]) -> dict[int, list[Tagged]]:
    found: dict[int, list[Tagged]] = defaultdict(list)
    for span in spans:
        found[page.at(span.start)].append(span)
    return found
