"""Words that a reviewer typed, found in the article."""

from __future__ import annotations

import re

from onrecord.corrections import Anchor, find_anchor

_GAP = re.compile(r"\s*(?:\.\.\.|…)\s*")


def find_words(text: str, typed: str, near: int = 0) -> tuple[int, int] | None:
    """Where words stand, given whole or as `first words ... last words`.

    Args:
        text: the article.
        typed: as the reviewer typed them; quotation marks and spaces may differ.
        near: of several places the one nearest to this offset is taken.

    Returns:
        Start and end; None where they are not found.

    >>> text = "No, she said. No, we will not go there."
    >>> find_words(text, "no, we ... there.", 10), find_words(text, "No", 20)
    ((14, 39), (14, 16))
    """
    first, *rest = [part for part in _GAP.split(typed.strip()) if part] or [""]
    opened = [span for span in _places(text, first)]
    if not opened:
        return None
    start, end = min(opened, key=lambda span: abs(span[0] - near))
    if not rest:
        return start, end
    closed = [span for span in _places(text, rest[-1]) if span[0] >= end]
    return (start, closed[0][1]) if closed else None


def _places(text: str, words: str) -> list[tuple[int, int]]:
    if not words.strip():
        return []
    found, at = [], 0
    folded, wanted = text.casefold(), words.casefold()
    if len(folded) == len(text):
        while (at := folded.find(wanted, at)) >= 0:
            found.append((at, at + len(wanted)))
            at += 1
    if not found and (span := find_anchor(text, Anchor(words, 0, len(words)))):
        found.append(span)
    return found
