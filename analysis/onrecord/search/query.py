"""What was asked for, as a tree: for SQLite's full-text index, and for one text.

emails NEAR server          at most ten words between them
tariff* AND NOT "free trade"
(salt OR herring) harbour   words beside each other must all be there
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.errors import WordingError
from onrecord.wording import WITHIN, Near, Phrase, Token, Wording, read_phrase

_PARTS = re.compile(r'"[^"]*"?|[“”][^“”]*[“”]?|[()]|NEAR/\d+|[^\s()"“”]+')
_JOINS = ("AND", "OR", "NOT")
DEEP = 30  # brackets in brackets


@dataclass(frozen=True, slots=True)
class Query:
    """AND, OR or NOT (the first without the second) of two, or a wording alone.

    Attributes:
        how: `AND`, `OR`, `NOT`, or the empty text for a wording.
        parts: what is joined.
        wording: what is looked for, where nothing is joined.
    """

    how: str
    parts: tuple[Query, ...] = ()
    wording: Wording | None = None

    def holds(self, tokens: Sequence[Token]) -> bool:
        """Whether a text, as its words, is what was asked for."""
        if self.wording is not None:
            return next(self.wording.places(tokens), None) is not None
        if self.how == "NOT":
            return self.parts[0].holds(tokens) and not self.parts[1].holds(tokens)
        return (any if self.how == "OR" else all)(part.holds(tokens) for part in self.parts)

    def wanted(self) -> Iterator[Wording]:
        """The wordings that a hit may show: all but those after NOT."""
        if self.wording is not None:
            yield self.wording
        for part in self.parts[:1] if self.how == "NOT" else self.parts:
            yield from part.wanted()

    def match(self) -> str:
        """The same for SQLite's FTS5."""
        if self.wording is not None:
            return _wording(self.wording)
        return "(" + f" {self.how} ".join(part.match() for part in self.parts) + ")"


def read_query(text: str) -> Query:
    """What a line asks for.

    Raises:
        WordingError: it holds nothing to look for, or a bracket or word that lacks its other side.

    >>> read_query('tariff* (salt OR "dried herring")').match()
    '("tariff"* AND ("salt" OR "dried herring"))'
    >>> read_query("emails NEAR/3 server").match()
    'NEAR("emails" "server", 3)'
    """
    parts = _PARTS.findall(text)
    made, rest = _any(parts, text, 0)
    if rest:
        raise WordingError(f"{text!r} closes a bracket that it does not open.")
    return made


def _any(parts: list[str], text: str, deep: int) -> tuple[Query, list[str]]:
    if deep > DEEP:
        raise WordingError(f"{text[:60]!r} has too many brackets in brackets.")
    made, parts = _all(parts, text, deep)
    found = [made]
    while parts and parts[0] == "OR":
        made, parts = _all(parts[1:], text, deep)
        found.append(made)
    return (found[0] if len(found) == 1 else Query("OR", tuple(found))), parts


def _all(parts: list[str], text: str, deep: int) -> tuple[Query, list[str]]:
    made, parts = _one(parts, text, deep)
    while parts and parts[0] not in ("OR", ")"):
        how = "AND"
        while parts and parts[0] in ("AND", "NOT"):
            how, parts = ("NOT" if "NOT" in (how, parts[0]) else "AND"), parts[1:]
        other, parts = _one(parts, text, deep)
        if how == made.how == "AND":
            made = Query("AND", (*made.parts, other))
        else:
            made = Query(how, (made, other))
    return made, parts


def _one(parts: list[str], text: str, deep: int) -> tuple[Query, list[str]]:
    if not parts or parts[0] in (*_JOINS, ")"):
        raise WordingError(f"{text!r} lacks a word{_where(parts)}.")
    if parts[0] == "(":
        made, parts = _any(parts[1:], text, deep + 1)
        if not parts or parts[0] != ")":
            raise WordingError(f"{text!r} opens a bracket that it does not close.")
        return made, parts[1:]
    phrases, within = [_phrase(parts[0], text)], None
    parts = parts[1:]
    while parts and (near := re.fullmatch(r"NEAR(?:/(\d{1,3}))?", parts[0])):
        if len(parts) < 2 or parts[1] in (*_JOINS, "(", ")") or len(phrases) > 3:
            raise WordingError(f'{text!r} needs a word or a "phrase" on both sides of NEAR.')
        number = int(near[1]) if near[1] else WITHIN
        if within not in (None, number):
            raise WordingError(f"{text!r} holds NEAR with two numbers; write one.")
        within, parts = number, parts[1:]
        phrases.append(_phrase(parts[0], text))
        parts = parts[1:]
    if within is None:
        return Query("", wording=phrases[0]), parts
    return Query("", wording=Near(tuple(phrases), within)), parts


def _phrase(part: str, text: str) -> Phrase:
    made = read_phrase(part)
    if any("*" in word.rstrip("*") for word in made.words) or any(
        "*" in word for word in made.words[:-1]
    ):
        raise WordingError(f"{text!r}: an index knows * at the end of a word or phrase only.")
    return made


def _where(parts: list[str]) -> str:
    return f" before {parts[0]}" if parts else " at its end"


def _wording(wording: Wording) -> str:
    if isinstance(wording, Near):
        return f"NEAR({' '.join(map(_wording, wording.phrases))}, {wording.within})"
    words = " ".join(wording.words)
    return f'"{words.rstrip("*")}"' + "*" * words.endswith("*")
