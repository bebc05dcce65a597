"""Text to sentences: exact offsets, the paragraph, and the role each plays on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sentencex import get_sentence_boundaries

CAPTION = re.compile(
    r"\((?:AP|AFP|Reuters|Getty|EPA|File|Photo)[^)]*\)\s*$|^(?:Photo|Image):", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `text[start:end]` has no white space at its ends."""

    paragraph: int
    role: str
    start: int
    end: int


def segment(text: str) -> list[Sentence]:
    r"""Split a text into sentences.

    Args:
        text: an article's text; lines are paragraphs, the first one is the headline.

    Returns:
        Sentences in text order, never overlapping, together holding every character that
        is not white space. Empty for a text of white space.

    >>> [s.role for s in segment("Talks stall\n\nBoth sides left. Nothing was signed.")]
    ['headline', 'body', 'body']
    """
    sentences = []
    paragraphs = [m for m in re.finditer(r"[^\n]+", text) if m[0].strip()]
    for number, found in enumerate(paragraphs):
        role = _role(number, found[0].strip())
        for start, end in _split(found[0]):
            sentences.append(Sentence(number, role, found.start() + start, found.start() + end))
    return sentences


def _role(number: int, line: str) -> str:
    if number == 0:
        return "headline"
    if CAPTION.search(line):
        return "caption"
    unfinished = line[-1] not in ".!?:;,…”\"'’)"
    if unfinished and len(line.split()) <= 14:
        return "heading"
    return "body"


def _split(line: str) -> list[tuple[int, int]]:
    spans = []
    for boundary in get_sentence_boundaries("en", line):
        start, end = boundary["start_index"], boundary["end_index"]
        piece = line[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start < end:
            spans.append((start, end))
    return spans
