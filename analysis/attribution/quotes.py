"""Quotation marks: which belong together, and which are only apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

CLOSER = {
    "“": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "‹": "›",
    "‘": "’",
    '"': '"',
    "''": "''",
    "'": "'",
    "``": "''",
}
MARK = re.compile(r"``|''|[“”„‟«»‹›‘’\"']")
DOUBLE = {"“", "„", "‟", "«", '"', "''", "``"}
# words that begin with an apostrophe, and years
CLIPPED = re.compile(r"['‘’](?:\d0s|\d\d\b|tis\b|twas\b|em\b|til\b|cause\b|bout\b|n['’])", re.I)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words with their marks; `closed` is False where the closing mark is missing."""

    start: int
    end: int
    mark: str
    closed: bool


def quotations(text: str) -> list[Quotation]:
    """Find the outermost quotations of a text.

    A quotation never leaves its paragraph (a line): where the closing mark is missing it
    ends with the paragraph if it began it, as in quotes of several paragraphs, and is left
    out otherwise, so that a stray mark swallows nothing.

    Args:
        text: the article.

    Returns:
        Quotations in text order, none inside another.

    >>> text = 'He said “it’s ‘fine’” to the Joneses’ son.'
    >>> [text[q.start:q.end] for q in quotations(text)]
    ['“it’s ‘fine’”']
    """
    found: list[Quotation] = []
    for line in re.finditer(r"[^\n]+", text):
        found.extend(_in_line(text, line.start(), line.end()))
    return found


def _in_line(text: str, begin: int, end: int) -> Iterator[Quotation]:
    opened: tuple[int, str] | None = None
    inner = 0
    marks = [m for m in MARK.finditer(text, begin, end) if not _apostrophe(text, m)]
    for at, mark in enumerate(marks):
        if opened is None:
            if _opens(text, mark, begin) and (
                mark[0] in DOUBLE or _has_closer(text, marks, at, begin)
            ):
                opened, inner = (mark.start(), mark[0]), 0
            continue
        if mark[0] in CLOSER[opened[1]] and (mark[0] in "”»›" or _closes(text, mark, end)):
            if inner and mark[0] in "’'":
                inner -= 1
                continue
            yield Quotation(opened[0], mark.end(), opened[1], True)
            opened = None
        elif mark[0] == opened[1] and mark[0] in "‘" and _opens(text, mark, begin):
            inner += 1
    if opened is not None and not text[begin : opened[0]].strip():
        yield Quotation(
            opened[0], end - len(text[begin:end]) + len(text[begin:end].rstrip()), opened[1], False
        )


def _apostrophe(text: str, mark: re.Match[str]) -> bool:
    if mark[0] not in "'’‘":
        return False
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if before.isalnum() and after.isalnum():
        return True
    return bool(CLIPPED.match(text, mark.start())) and not before.isalnum()


def _opens(text: str, mark: re.Match[str], begin: int) -> bool:
    if mark[0] in "“„‟«‹``":
        return True
    if mark[0] in "”»›’":
        return False
    before = text[mark.start() - 1 : mark.start()] if mark.start() > begin else " "
    after = text[mark.end() : mark.end() + 1]
    return not before.isalnum() and before not in ".,!?%" and bool(after.strip())


def _closes(text: str, mark: re.Match[str], end: int) -> bool:
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    if mark.end() < end and after.isalnum():
        return False
    return not before.isspace() or mark[0] in '"' or mark.end() == end


def _has_closer(text: str, marks: list[re.Match[str]], at: int, begin: int) -> bool:
    """Whether a single opening mark closes later in its line."""
    wanted = CLOSER[marks[at][0]]
    return any(
        mark[0] in wanted and not text[mark.end() : mark.end() + 1].isalnum()
        for mark in marks[at + 1 : at + 12]
    )
