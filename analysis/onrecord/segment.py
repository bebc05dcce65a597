"""Text to sentences: exact offsets, the paragraph, and the role each plays on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sentencex import get_sentence_boundaries

AGENCY = r"(?:AP|AFP|Reuters|Getty|EPA|UPI|Bloomberg|Xinhua|TASS|Anadolu|PA|File|Photo|Handout)"
CREDIT = re.compile(rf"\({AGENCY}\b[^()]*\)\.?$", re.I)
CAPTION = re.compile(
    r"(?:Photo(?:graph)?|Image|Picture|Caption|Credit|File photo)\b ?(?::|by\b)", re.I
)
PICTURE = re.compile(
    rf"\b(?:{AGENCY} (?:Photo|Images?)(?:/[\w .]+)?|/(?:Getty|Reuters|AFP|AP)(?: Images)?)\.?$",
    re.I,
)
BYLINE = re.compile(
    r"(?:By|BY) (?:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})(?:(?:,| and) .{0,60})?$"
    r"|[\[(](?:Reporting|Editing|Additional reporting|Writing)\b.*[\])]$"
)
ITEM = re.compile(r"[•*·▪◦]|[-–—] ?\w|\d+[.)] ")
FINISHED = ".!?:;,…”\"'’)]—–-"
HEADING_WORDS = 14
HEADLINE_WORDS = 45
STANDFIRST_WORDS = 45
LOOK = 20_000  # characters of a line that are looked through at once
# a full stop after these ends no sentence, whatever follows
TITLES = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "gen", "sen", "rep", "gov", "lt", "col", "sgt", "capt", "maj",
     "adm", "cmdr", "rev", "hon", "st", "sr", "messrs", "pres", "amb", "supt", "insp", "vs"]
)  # fmt: skip
LAST_WORD = re.compile(r"([^\W\d_][\w.]*)\.$")
# a row of stops is looked at once: beginning at each of them would take the square of its length
INSIDE = re.compile(r"(?<![.!?…])[.!?…]+\s+(?=[“\"‘'(\[]*[A-Z0-9])")
# an answer, not the short form of "number"
NO = re.compile(r"(?<= no)\.[”\"’')]*\s+(?=[“\"‘'(\[]*[A-Z])")
QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|''.*?(?:''|$)|«[^»]*(?:»|$)")
# "“Is it true?” Mr. Lind asked." is one sentence
ASKED = re.compile(
    r"(?:[Hh]e|[Ss]he|[Tt]hey|I|[Tt]he [a-z]+|(?:[A-Z][\w’'-]*\.? ){0,3}[A-Z][\w’'-]*) "
    r"(?:then |also |later )?"
    r"(?:said|says|asked|asks|told|replied|answered|added|wrote|shouted|cried|exclaimed|tweeted"
    r"|yelled|wondered|responded|continued|joked|declared|retorted|demanded|insisted|quipped"
    r"|chanted)\b"
)
LEFT_BEHIND = re.compile(r"[.!?…][”\"’')\]]*\s+(?P<mark>[“\"‘«„][\s]*$|''\s*$|``\s*$)")
ASKS = re.compile(r"[?!…][”\"’']+$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `text[start:end]` has no white space at its ends."""

    paragraph: int
    role: str
    start: int
    end: int


def segment(text: str) -> list[Sentence]:
    r"""Split a text into sentences.

    Lines are paragraphs. The first is the headline, unless it is as long as a paragraph;
    a short or unfinished one under it, or one above a picture, the standfirst; short
    unfinished lines between paragraphs are headings; captions, bylines and credits are
    `caption`; all else is body. A quotation of several sentences is split like other text.

    Args:
        text: an article's text.

    Returns:
        Sentences in text order, never overlapping, together holding every character that
        is not white space. Empty for a text of white space.

    >>> [s.role for s in segment("Talks stall\n\nBoth sides left. Nothing was signed.")]
    ['headline', 'body', 'body']
    """
    found = [line for line in re.finditer(r"[^\n]+", text) if line[0].strip()]
    lines = [line[0].strip() for line in found]
    sentences = []
    for number, line in enumerate(found):
        pieces = list(_split(line[0]))
        role = _role(number, lines, len(pieces))
        for start, end in pieces:
            sentences.append(Sentence(number, role, line.start() + start, line.start() + end))
    return sentences


def _role(number: int, lines: Sequence[str], pieces: int) -> str:
    line = lines[number]
    words = len(line.split())
    if number == 0:
        return "body" if words > HEADLINE_WORDS or pieces > 3 else "headline"
    if _caption(line) or BYLINE.match(line):
        return "caption"
    if not any(letter.isalpha() for letter in line) or ITEM.match(line) or "― " in line:
        return "body"
    unfinished = line[-1] not in FINISHED
    below = lines[number + 1] if number + 1 < len(lines) else ""
    if number == 1 and words <= STANDFIRST_WORDS and pieces <= 2 and lines[2:]:
        pictured = _caption(below) or not any(letter.isalpha() for letter in below)
        if unfinished or pictured or BYLINE.match(below):
            return "standfirst"
    opens = line[0].isupper() or line[0].isdigit() or line[0] in '“"‘'
    if opens and unfinished and words <= HEADING_WORDS and below and not _heading_like(below):
        return "heading"
    return "body"


def _caption(line: str) -> bool:
    """Whether a line says what a picture shows or whose it is."""
    if line[-2:].strip(".")[-1:] == ")" and CREDIT.match(line, max(line.rfind("("), 0)):
        return True
    if CAPTION.match(line):
        return True
    low = line.lower()
    return ("/" in low or " photo" in low or " image" in low) and bool(PICTURE.search(line))


def _heading_like(line: str) -> bool:
    """A short unfinished line: several in a row are a list, not headings."""
    return line[-1] not in FINISHED and len(line.split()) <= HEADING_WORDS


def _split(line: str) -> Iterator[tuple[int, int]]:
    """Sentences of one line, as offsets in it."""
    pieces: list[tuple[int, int]] = []
    for start, end in _boundaries(line):
        if pieces and (mark := _left(line, pieces[-1])):
            # the mark that opens a quotation belongs to it
            start = mark.start("mark")
            pieces[-1] = (pieces[-1][0], start)
        if pieces and _goes_on(line[max(pieces[-1][1] - 12, 0) : pieces[-1][1]], line, start):
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    for start, end in pieces:
        yield from _inside(line, start, end)


def _boundaries(line: str) -> Iterator[tuple[int, int]]:
    """What the library takes for sentences; its cost grows with the square of a line's length.

    So a very long line is looked through in parts, each of which begins where a sentence does.
    A sentence as long as a part is cut at a space.
    """
    at = 0
    while at < len(line):
        part = line[at : at + LOOK]
        found = [
            (at + each["start_index"], at + each["end_index"])
            for each in get_sentence_boundaries("en", part)
        ]
        if at + len(part) < len(line):
            if len(found) > 1:
                found.pop()  # it may go on
            else:
                found = [(at, at + (part.rfind(" ") + 1 or len(part)))]
        yield from found
        at = found[-1][1] if found else len(line)


def _left(line: str, piece: tuple[int, int]) -> re.Match[str] | None:
    return LEFT_BEHIND.search(line, max(piece[0], piece[1] - 12), piece[1])


def _goes_on(before: str, line: str, start: int) -> bool:
    """Whether a sentence that was taken for finished goes on at `start`."""
    last = LAST_WORD.search(before.rstrip())
    if last and last[1].lower() in TITLES:
        return True
    return bool(ASKS.search(before.rstrip())) and bool(ASKED.match(line, start))


def _inside(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a piece at the ends of sentences inside its quotations, and behind "no"."""
    cuts = {stop.end() for stop in NO.finditer(line, start, end)}
    for quotation in QUOTED.finditer(line, start, end):
        for stop in INSIDE.finditer(line, quotation.start(), quotation.end()):
            word = line[max(stop.start() - 20, 0) : stop.start()].rpartition(" ")[2]
            word = word.lstrip("“\"‘'(").lower()
            numbered = word == "no" and line[stop.end()].isdigit()
            plain = len(word) > 1 and "." not in word and word not in TITLES and not numbered
            if plain or stop[0][0] != ".":
                cuts.add(stop.end())
    edges = [start, *sorted(cuts), end]
    for begin, finish in pairwise(edges):
        piece = line[begin:finish]
        low = begin + len(piece) - len(piece.lstrip())
        high = finish - (len(piece) - len(piece.rstrip()))
        if low < high:
            yield low, high
