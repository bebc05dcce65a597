"""A small language for the tests: `{S:name}`, `{Q:cue}` and `{C:content}` mark spans.

Small letters (`{s:name}`) mark those of which the reader is not sure. Numbers tell in what comes
out which spans belong together: `{S1,2:Orrin} {Q1:said} {C1:no} and {Q2:warned} {C2:of ice}`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from onrecord.attribution import Attribution, attribute
from onrecord.attribution.attribute import RULES, Rule
from onrecord.reader import Reading, Tagged
from onrecord.segment import segment

MARK = re.compile(r"\{([SQCsqc])[\d,]*:|\}")
ROLES = {"S": "source", "Q": "cue", "C": "content"}
LETTERS = {role: letter for letter, role in ROLES.items()}


def parse(marked: str, confidence: float = 0.9) -> tuple[str, Reading]:
    """The text without marks, and what a reader who set them found."""
    text, sure, unsure, open_marks, position = "", [], [], [], 0
    for found in MARK.finditer(marked):
        text += marked[position : found.start()]
        position = found.end()
        if found[1]:
            open_marks.append((found[1], len(text)))
        else:
            letter, start = open_marks.pop()
            span = Tagged(ROLES[letter.upper()], start, len(text), confidence)
            (sure if letter.isupper() else unsure).append(span)
    assert not open_marks, f"a mark is not closed in {marked!r}"
    text += marked[position:]
    return text, Reading(tuple(_ordered(sure)), faint=tuple(_ordered(unsure)))


def attributions(marked: str, rules: Sequence[Rule] = RULES) -> tuple[str, list[Attribution]]:
    """The text, and the attributions made of its marks."""
    text, reading = parse(marked)
    return text, attribute(text, segment(text), reading, rules)


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


def mark(text: str, found: Sequence[Attribution], *, numbers: bool) -> str:
    """The text with the spans of its attributions marked."""
    spans = defaultdict(list)
    for number, one in enumerate(found, 1):
        for role, letter in LETTERS.items():
            for start, end in getattr(one, role):
                spans[start, -end, letter].append(str(number))
    marked, position, ends = "", 0, []
    for (start, end, letter), of in sorted(spans.items()):
        while ends and ends[-1] <= start:
            marked += text[position : ends[-1]] + "}"
            position = ends.pop()
        marked += text[position:start] + "{" + letter + (",".join(of) if numbers else "") + ":"
        position = start
        ends.append(-end)
    while ends:
        marked += text[position : ends[-1]] + "}"
        position = ends.pop()
    return marked + text[position:]


def _ordered(spans: list[Tagged]) -> list[Tagged]:
    return sorted(spans, key=lambda span: (span.start, span.end))
