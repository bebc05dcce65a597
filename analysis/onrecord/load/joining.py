"""Hard-wrapped lines to paragraphs, by the shape of the text; all else stays as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.load.hyphens import Hyphens
from onrecord.load.wrapping import END, STOP, TABLE, Shape, begins, forced, shape

# a line that ends so goes on, whatever the next begins with
OPEN_END = re.compile(
    r"(?:\b(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|that|which|who|its|his|her|their"
    r"|our|is|was|were|are|as|than|mr|mrs|ms|dr|sen|rep|gov|gen|prof|st)\.?|\s[–—-]+)$",
    re.I,
)
BULLET = re.compile(r"[•*·▪◦‣●■>]")
LONGER = 1.15  # than the width, as letters differ in breadth
MARKED = 4  # paragraphs beyond which a text that is spaced throughout is looked at


def shared(texts: Sequence[str]) -> Shape | None:
    """How the texts of one file are wrapped, where together they show it; else None."""
    return shape([line.rstrip() for text in texts for line in [*text.split("\n"), ""]])


def join(text: str, like: Shape | None = None) -> str:
    r"""A hard-wrapped text with each paragraph on one line; any other text unchanged.

    A text counts as wrapped where the lines that end inside a sentence reach one width: the
    next word would not have fitted. Verse, lists, transcripts, tables and headlines keep
    their lines, as do texts whose lines are paragraphs.

    Args:
        text: of an article.
        like: how the others of its file are wrapped; it counts where this text is too short to
            show it, and has no longer line.

    >>> wrapped = "The talks on the port had begun in March and were\nto end on Friday, she said."
    >>> join(wrapped)
    'The talks on the port had begun in March and were to end on Friday, she said.'
    >>> join("Talks stall\nBoth sides left.\nNothing was signed.")
    'Talks stall\nBoth sides left.\nNothing was signed.'
    """
    if "\n" not in text:
        return text
    lines = [line.rstrip() for line in text.split("\n")]
    found = shape(lines)
    if found is None and text.count("\n\n") >= MARKED:
        # documents typed with a return a line have every line as a paragraph of its own
        full = [line for line in lines if line]
        if 2 * len(full) >= len(text.strip("\n").split("\n")):
            found, lines = shape(full), full
    if found is None and like is not None and max(map(len, lines)) <= LONGER * like.width:
        found = like
    return text if found is None else _joined(lines, found)


def spaced(lines: Sequence[str]) -> str:
    """The paragraphs of a document, an empty line between two.

    Where it was typed with a return at the end of each line, its empty paragraphs tell where one
    ends; else every one that is not empty is a paragraph.
    """
    parts = list(lines)
    # with line ends inside of paragraphs, these are told already
    if not all(map(str.strip, parts)) and not any("\n" in part for part in parts):
        text = "\n".join(part.rstrip() for part in parts)
        if (joined := join(text)) != text:
            parts = joined.split("\n")
    return "\n\n".join(part for part in parts if part.strip())


def _joined(lines: Sequence[str], found: Shape) -> str:
    hyphens = Hyphens(lines)
    out: list[str] = []
    last = first = ""
    for line in lines:
        bare = line.strip() if TABLE.search(line.strip()) else " ".join(line.split())
        if last and line and _goes_on(first, last, line, found):
            out[-1] = hyphens.join(out[-1], bare)
        else:
            out.append(bare)
            first = bare
        last = line
    return "\n".join(out)


def _goes_on(first: str, line: str, below: str, found: Shape) -> bool:
    """Whether a line is the rest of the paragraph that began with `first`."""
    full = forced(line, below, found.width)
    if TABLE.search(line.strip()) or TABLE.search(below.strip()):
        return False
    if found.indented and found.deeper(below):
        return False
    if (mark := begins(below)) and (
        not full or END.search(line) or begins(first) == mark or BULLET.match(below.strip())
    ):
        return False
    if full:
        return not (found.stops and STOP.search(line))
    if END.search(line):
        return False
    return below.lstrip()[:1].islower() or bool(OPEN_END.search(line))
