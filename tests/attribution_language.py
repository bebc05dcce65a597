"""A small language for the tests: `{S:name}`, `{Q:cue}` and `{C:content}` mark a reader's spans."""

from __future__ import annotations

import re

from onrecord.attribution import Attribution, attribute
from onrecord.reader import Reading, Tagged
from onrecord.segment import segment

MARK = re.compile(r"\{([SQC]):|\}")
ROLES = {"S": "source", "Q": "cue", "C": "content"}


def parse(marked: str, confidence: float = 0.9) -> tuple[str, Reading]:
    """The text without marks, and what a reader who set them found."""
    text, spans, open_marks, position = "", [], [], 0
    for found in MARK.finditer(marked):
        text += marked[position : found.start()]
        position = found.end()
        if found[1]:
            open_marks.append((ROLES[found[1]], len(text)))
        else:
            role, start = open_marks.pop()
            spans.append(Tagged(role, start, len(text), confidence))
    assert not open_marks, f"a mark is not closed in {marked!r}"
    text += marked[position:]
    return text, Reading(tuple(sorted(spans, key=lambda span: (span.start, span.end))))


def attributions(marked: str) -> tuple[str, list[Attribution]]:
    """The text, and the attributions made of its marks."""
    text, reading = parse(marked)
    return text, attribute(text, segment(text), reading)


def said(marked: str) -> list[tuple[str, str, list[str]]]:
    """Source, cue and contents of each attribution, as words."""
    text, found = attributions(marked)
    return [
        (words(text, one.source), words(text, one.cue), [text[s:e] for s, e in one.content])
        for one in found
    ]


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The words of some spans, joined by a bar."""
    return " | ".join(text[start:end] for start, end in spans)
