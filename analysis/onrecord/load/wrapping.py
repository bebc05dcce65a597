"""How a text was wrapped, if it was: the width that its unfinished lines reach."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

NARROWEST, WIDEST = 24, 160  # characters of a line that a program or a column may have wrapped
LONG_LINES = 0.08  # share of lines that may be longer than the width: addresses, a headline
FEW = 3  # breaks below which each must be plain
SURE = 40  # and the lines at least so wide
WRAPPED = 0.5  # share of the unfinished lines that must reach the width
LOWER = 0.4  # share of them that go on in lower case; verse and lists begin each line anew
RAGGED = 0.07  # of the width: letters differ in breadth in print
EXACT = 0.9  # share of the lines that fit a ragged width and fit a sharp one

END = re.compile(r"[.!?:;…{}][\"”’'»)\]*]*$")
STOP = re.compile(r"[.!?…:][\"”’'»)\]*]*$")
STOPS_INSIDE = re.compile(r"[a-z0-9][.!?][\"”’')]* +[\"“‘'(]?[A-Z]")
ITEM = re.compile(r"[•*·▪◦‣●■>#]|[-–—]+ ?(?=\S)|\d{1,3}[.)] |\([a-z0-9]{1,3}\) ")
LABEL = re.compile(r"(?:[A-Z][A-Z.'’\- ]+(?:[,(][^:a-z]{0,60})?|Q|A|[A-Z][\w-]{1,20}):(?:\s|$)")
TABLE = re.compile(r"\S(?: {3,}|\t)\S")

Break = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of a wrapped text.

    Attributes:
        width: characters that a line and the next word must exceed.
        margin: spaces before the lines inside a paragraph.
        indented: whether the first line of a paragraph stands deeper.
        stops: whether a full line that ends a sentence ends its paragraph as well.
    """

    width: float
    margin: int
    indented: bool
    stops: bool

    def deeper(self, line: str) -> bool:
        """Whether a line is indented."""
        return depth(line) > self.margin + 1


def shape(lines: Sequence[str]) -> Shape | None:
    """The shape of a wrapped text; None for any other.

    Args:
        lines: without white space at their ends.
    """
    full = [line for line in lines if line and not TABLE.search(line.strip())]
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if a and b]
    breaks = [(a, b) for a, b in pairs if NARROWEST <= len(a) <= WIDEST and _inside(a, b)]
    if not breaks:
        return None
    width, slack = _width(breaks)
    at_width = [(a, b) for a, b in breaks if forced(a, b, width - slack)]
    lower = sum(b.lstrip()[:1].islower() for _, b in at_width)
    if (
        sum(len(line) > 1.1 * width for line in full) > max(1, LONG_LINES * len(full))
        or len(at_width) < WRAPPED * len(breaks)
        or lower < LOWER * len(at_width)
        or (len(breaks) < FEW and (lower < len(at_width) or width < SURE))
    ):
        return None
    margin = Counter(depth(b) for _, b in at_width).most_common(1)[0][0]
    indents = sum(depth(line) > margin + 1 for line in full)
    inside = sum(depth(b) > margin + 1 for _, b in at_width)
    found = Shape(width - slack, margin, indents > 1 and inside <= 0.1 * len(at_width), False)
    return Shape(found.width, margin, found.indented, _stops(full, pairs, found))


def forced(line: str, below: str, width: float) -> bool:
    """Whether the next word would not have fitted on this line."""
    return len(line) + 1 + _word(below) > width


def begins(line: str) -> str:
    """What a line begins, if it is an item of a list or a turn of a transcript.

    >>> begins("* ports"), begins("BRANDT: We left."), begins("Both left."), begins("3. ports")
    ('*', 'label', '', '0.')
    """
    bare = line.lstrip()
    if found := ITEM.match(bare):
        return re.sub(r"\d+", "0", found[0].strip())
    return "label" if LABEL.match(bare) else ""


def depth(line: str) -> int:
    """Spaces before a line; a tab is eight."""
    return len(line.expandtabs(8)) - len(line.expandtabs(8).lstrip())


def _inside(line: str, below: str) -> bool:
    """Whether a sentence seems to run over this line's end."""
    rows = TABLE.search(line.strip()) or TABLE.search(below.strip())
    return not (rows or begins(below) or END.search(line))


def _width(breaks: Sequence[Break]) -> tuple[float, float]:
    """The width that most breaks agree with, and how far it is from sharp."""
    exact, hits = _best(breaks, 0.0)
    width, loose = _best(breaks, RAGGED)
    return (exact, 0.0) if hits >= EXACT * loose else (width, RAGGED * width)


def _best(breaks: Sequence[Break], slack: float) -> tuple[float, int]:
    # a break fits every width from its line's length to that with the next word
    edges: list[tuple[float, int]] = []
    for line, below in breaks:
        edges.append((len(line) * (1 - slack), 0))
        edges.append((len(line) * (1 + slack) + _word(below), 1))
    best, here = (0.0, 0), 0
    for at, closes in sorted(edges):
        here += -1 if closes else 1
        best = max(best, (at, here), key=lambda pair: pair[1])
    return best


def _word(line: str) -> int:
    return len(line.split(None, 1)[0])


def _stops(full: Sequence[str], pairs: Sequence[Break], found: Shape) -> bool:
    """Whether more paragraphs than sentences are likely to end on a full line.

    Only asked where neither empty lines nor indents tell paragraphs apart.
    """
    short = [(a, b) for a, b in pairs if STOP.search(a) and not forced(a, b, found.width)]
    apart = len(full) - len(pairs)  # lines with nothing right below
    if found.indented or apart > len(short):
        return False
    words = sum(len(line.split()) for line in full)
    letters = sum(map(len, full))
    paragraphs = len(short) * (letters / words) / found.width
    inside = sum(len(STOPS_INSIDE.findall(line)) for line in full)
    return paragraphs > inside * len(full) / words
