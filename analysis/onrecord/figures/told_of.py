"""What a figure tells of: money or a share of what, and what a bare number counts."""

from __future__ import annotations

import re

from onrecord.figures import counted
from onrecord.figures.numbers import number
from onrecord.figures.units import is_money

PER = re.compile(r"(?: |-)(?:an?|per|each)(?: |-)[^\W\d_]+(?: share)?", re.I)
BRACKET = re.compile(r" ?\([^()]{1,40}\)")
JOINED = re.compile(r"-plus|-long|-strong|-worth")
OF_THE = re.compile(r" of (?:the|his|her|its|their|our) ")
LIMIT = re.compile(r"\b(limit|total|number|quota|target|goal|maximum|minimum) of $")
OBJECT = re.compile(r"\s*(?:the|a|an|his|her|their|its|him|them|it)\b")
REACH = 40  # characters before a number in which its limit stands


def told_of(text: str, match: re.Match, name: str | None) -> tuple[int, int] | None:
    """What is counted, by the kind of the unit.

    Args:
        text: the words around.
        match: of `find.FIGURE`.
        name: of the unit, if there is one.
    """
    end = match.end()
    if name is None:
        several = None if text[end : end + 1] == "-" else counted.several(text, end)
        start = match.start()
        return several or _of_the(text, end) or _limit(text, start) or counted.changed(text, start)
    per = PER.match(text, end) if is_money(name) else None
    at = per.end() if per else end
    bracket = BRACKET.match(text, at)
    at = bracket.end() if bracket else at
    led = None if per else counted.behind(text, at)
    if is_money(name):
        led = counted.before(text, match.start()) or led
    if led:
        return led
    if name == "%" or is_money(name) or name == "share":
        straight = _attribute(text, at, joined=per is not None)
        start = match.start()
        sold = counted.bought(text, start) if is_money(name) else None
        return straight or counted.before(text, start) or sold or counted.subject(text, start)
    if match["gap"] == "-" or _single(match, name):
        more = JOINED.match(text, at)
        return _attribute(text, more.end() if more else at, joined=True)
    return counted.before(text, match.start()) if name != "times" else None


def _of_the(text: str, at: int) -> tuple[int, int] | None:
    """What "of the" leads to: "23 of the defendants"."""
    return counted.behind(text, at) if OF_THE.match(text, at) else None


def _limit(text: str, at: int) -> tuple[int, int] | None:
    found = LIMIT.search(text, max(at - REACH, 0), at)
    return (found.start(1), found.end(1)) if found else None


def _attribute(text: str, at: int, *, joined: bool) -> tuple[int, int] | None:
    """A noun that the figure stands before: "50 percent premium"; not a verb and its object."""
    found = counted.phrase(text, at)
    if found is None or text[at : found[0]].strip(" -"):
        return None
    first = text[found[0] : found[1]].split()[0]
    if OBJECT.match(text, found[1]) or (not joined and first[:1].isupper()):
        return None
    return found


def _single(match: re.Match, name: str) -> bool:
    """Whether a unit in the singular stands behind more than one: "an 11 hour flight"."""
    said = (match["unit"] or "").lower().replace("-", " ")
    value = number(match["a"])
    return said == name and value is not None and value.value != 1
