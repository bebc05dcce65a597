"""Words of a text, kept so that they are found again when the text has changed a little."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from typing import Any

AROUND = 32  # characters kept on either side
SAME = 0.85  # share of the words that must still be there
TOLD = 7  # neighbours up to which one of several places is not told from the others
LEAST = 5  # words below which none may differ
_QUOTES = {**dict.fromkeys('"“”„«»', '["“”„«»]'), **dict.fromkeys("'‘’‚", "['‘’‚]")}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words and where they stood; offsets count in the article's text, half open.

    Attributes:
        text: the words.
        start: offset.
        end: offset.
        before: characters before them.
        after: characters after them.
    """

    text: str
    start: int
    end: int
    before: str = ""
    after: str = ""

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Anchor:
        """The anchor of `text[start:end]`.

        >>> Anchor.at("Talks stall. Nobody knows why.", 13, 19).text
        'Nobody'
        """
        before = text[max(0, start - AROUND) : start]
        return cls(text[start:end], start, end, before, text[end : end + AROUND])

    @classmethod
    def of(cls, said: Any) -> Anchor:
        """An anchor from JSON.

        Raises:
            ValueError: it is none.
        """
        try:
            text, start, end = said["text"], said["start"], said["end"]
            around = [said.get("before", ""), said.get("after", "")]
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError("an anchor has no text, start and end") from error
        if not all(isinstance(each, str) for each in (text, *around)) or not text.strip():
            raise ValueError("an anchor's text is no text")
        if type(start) is not int or type(end) is not int or not 0 <= start < end:
            raise ValueError("an anchor's start and end are no offsets")
        return cls(text, start, end, *around)

    def json(self) -> dict[str, str | int]:
        """What stands in the file."""
        return asdict(self)


def find_anchor(text: str, anchor: Anchor) -> tuple[int, int] | None:
    """Where the words of an anchor stand in a text now.

    They may have moved, be set with other quotation marks or spaces, or have a few words
    changed. Of several places the one with the old neighbours is taken; where that does not
    decide, none is.

    Args:
        text: the article as it is now.
        anchor: the words as they were.

    Returns:
        Start and end, or None where they are not found or it is not clear which they are.

    >>> find_anchor("New: talks stall.", Anchor("talks stall", 0, 11))
    (5, 16)
    >>> find_anchor("no, no", Anchor("no", 9, 11)) is None
    True
    """
    if Anchor.at(text, anchor.start, anchor.end) == anchor:
        return anchor.start, anchor.end
    found = [match.span() for match in re.finditer(_pattern(anchor.text), text)]
    if not found:
        return _alike(text, anchor)
    if len(found) == 1:
        return found[0]
    scored = sorted(((_near(text, start, end, anchor), start, end) for start, end in found))
    best = scored[-1][0]
    return scored[-1][1:] if best > max(scored[-2][0], TOLD) else None


def _pattern(words: str) -> str:
    parts = [
        "".join(_QUOTES.get(letter, re.escape(letter)) for letter in part) for part in words.split()
    ]
    body = r"\s+".join(parts)
    left = r"(?<!\w)" if words[:1].isalnum() else ""
    right = r"(?!\w)" if words[-1:].isalnum() else ""
    return left + body + right


def _near(text: str, start: int, end: int, anchor: Anchor) -> int:
    """How many characters around a place are the anchor's."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return _common(before[::-1], anchor.before[::-1]) + _common(after, anchor.after)


def _common(one: str, other: str) -> int:
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )


def _alike(text: str, anchor: Anchor) -> tuple[int, int] | None:
    """The one stretch of a text that has nearly the same words."""
    wanted = [found.group().casefold() for found in _WORD.finditer(anchor.text)]
    if len(wanted) < LEAST:
        return None
    places = list(_WORD.finditer(text))
    words = [found.group().casefold() for found in places]
    blocks = SequenceMatcher(None, wanted, words, autojunk=False).get_matching_blocks()
    blocks = [block for block in blocks if block.size]
    if sum(block.size for block in blocks) < SAME * len(wanted):
        return None
    first = max(blocks[0].b - blocks[0].a, 0)
    last = min(blocks[-1].b + len(wanted) - blocks[-1].a, len(words))
    if last - first > len(wanted) / SAME:
        return None
    start, end = places[first].start(), places[last - 1].end()
    opens, closes = _edge(anchor.text, 1), _edge(anchor.text, -1)
    before = re.findall(r"[^\w\s]*$", text[:start])[0] if opens else ""
    after = re.split(r"[\w\s]", text[end:], maxsplit=1)[0] if closes else ""
    return start - min(len(before), opens), end + min(len(after), closes)


def _edge(words: str, step: int) -> int:
    """How many marks stand before the first word, or behind the last one."""
    marks = words[::step]
    return next((at for at, letter in enumerate(marks) if letter.isalnum()), 0)
