"""Words that a line's end cuts in two: whether their hyphen was written or only set."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

LAST = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
FIRST = re.compile(r"[^\W\d_]+")
SOFT = "\xad"
PREFIXES = frozenset(
    ["all", "anti", "co", "cross", "ex", "far", "full", "half", "high", "hard", "left",
     "long", "low", "mid", "multi", "non", "one", "post", "pre", "pro", "right", "self",
     "semi", "short", "so", "state", "two", "three", "four", "five", "six", "ten", "vice",
     "well", "year"]
)  # fmt: skip
SERIES = re.compile(r"(?:and|or|to|but)\b")  # "two- and three-year terms"
OFTEN = 0.04  # share of lines that end in a hyphen where words are cut to fill the lines


class Hyphens:
    r"""Joins the lines of one text.

    A cut word is made whole where the text has it whole elsewhere, or where many lines end
    in a hyphen, which no text does that is wrapped between words only.

    >>> Hyphens(["the nego-", "tiations"]).join("the nego-", "tiations")
    'the negotiations'
    >>> Hyphens(["a well-", "known man", *["more words here"] * 40]).join("a well-", "known man")
    'a well-known man'
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    def join(self, line: str, below: str) -> str:
        """Two lines as one."""
        if line.endswith(SOFT):
            return line[:-1] + below
        cut, rest = LAST.search(line), FIRST.match(below)
        if not cut or not rest:
            # a dash without a space before it, as in "1990-" or "Franco-"
            return line + below if line[-1:] == "-" and line[-2:-1].isalnum() else f"{line} {below}"
        whole = (cut[1] + rest[0]).lower()
        apart = f"{cut[1]}-{rest[0]}".lower()
        if not rest[0].islower() or (apart in self._words and whole not in self._words):
            return line + below
        if SERIES.match(below):
            return f"{line} {below}"
        if whole in self._words or (self._set and cut[1].lower() not in PREFIXES):
            return line[:-1] + below
        return line + below

    @cached_property
    def _words(self) -> set[str]:
        return {word.lower() for line in self._lines
                for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line)}  # fmt: skip

    @cached_property
    def _set(self) -> bool:
        full = [line for line in self._lines if line]
        cut = sum(bool(LAST.search(line)) for line in full)
        return cut > OFTEN * len(full)
