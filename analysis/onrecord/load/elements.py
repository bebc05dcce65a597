"""JSON text to its values, one held at a time; after a broken one the next is found again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

from onrecord.load.draft import Unreadable
from onrecord.load.source import in_words

CHUNK = 1 << 20  # characters
RETRIED = 50_000_000  # characters read in vain after which what was read is not searched again
NAMES = 200  # names of records that are remembered
TRIED = 50  # objects that are looked into for the names of records
OVERSIZED = 10  # values over the limit after which a text is given up: each is read in vain
_WHITE = re.compile(r"[ \t\r\n]*")
# where an object may begin after a broken one, and its first name
_NEXT = re.compile(r'[,\n]\s*(?=\{\s*"((?:[^"\\\n]|\\.){0,80})"\s*:)')
_FIRST = re.compile(r'\{\s*"((?:[^"\\\n]|\\.){0,80})"')
_REACH = 300  # characters that may hold the beginning of an object
_decode = json.JSONDecoder().raw_decode


class Json:
    """A stream of JSON text.

    Args:
        stream: the text.
        limit: most characters of one value.

    >>> import io
    >>> text = Json(io.StringIO('[{"a": 1}, {"a": }, {"a": 3}]'), 100)
    >>> text.skip("[")
    True
    >>> [str(value) for value in text.elements()]
    ["{'a': 1}", 'is not valid JSON (line 1)', "{'a': 3}"]
    """

    def __init__(self, stream: TextIO, limit: int) -> None:
        self._stream = stream
        self._limit = limit
        self._text = ""
        self._at = 0  # up to where it was read
        self._counted = 0  # up to where its lines were counted
        self._lines = 1
        self._ended = False
        self._in_vain = 0
        self._oversized = 0

    def peek(self) -> str:
        """The next character that is no white space; empty at the end."""
        while True:
            found = _WHITE.match(self._text, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def skip(self, char: str) -> bool:
        """Go past this character, if it is the next."""
        here = self.peek() == char
        self._at += here
        return here

    def value(self) -> Any:
        """The next value.

        Raises:
            Unreadable: it is not valid JSON, or larger than the limit.
        """
        self.peek()
        while True:
            try:
                value, end = _decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._is_cut(error) and self._grow():
                    continue
                line = self._line(error.pos)
                self._in_vain += error.pos - self._at
                if self._in_vain > RETRIED:
                    self._at = error.pos
                raise Unreadable(f"is not valid JSON (line {line})") from error
            except RecursionError as error:
                raise Unreadable("is JSON that nests too deeply") from error
            except ValueError as error:
                raise Unreadable("holds a number of too many digits") from error
            if end == len(self._text) and self._grow():  # a number may go on
                continue
            self._at = end
            return value

    def names(self) -> Iterator[str]:
        """The names of an object that begins here, each to be followed by reading its value.

        Raises:
            Unreadable: it is not valid JSON.
        """
        going = self.skip("{") and not self.skip("}")
        while going:
            name = self.value()
            if not isinstance(name, str) or not self.skip(":"):
                raise Unreadable(f"is not valid JSON (line {self._line(self._at)})")
            yield name
            going = self.skip(",")
            if not going and not self.skip("}"):
                raise Unreadable(f"is not valid JSON (line {self._line(self._at)})")

    def elements(self) -> Iterator[Any]:
        """The values of a list whose bracket was passed, an `Unreadable` for each broken one.

        Raises:
            Unreadable: the text breaks off before the closing bracket.
        """
        names: set[str] = set()
        number = 0
        while self.peek() != "]":
            if not self.peek():
                raise Unreadable(f"breaks off after record {number}")
            number += 1
            begun = _FIRST.match(self._text, self._at)
            try:
                value = self.value()
            except Unreadable as fault:
                yield fault
                first = {begun[1]} if begun else set()
                if not self._find_next(names or first, bool(names)):
                    return
                continue
            if isinstance(value, dict) and len(names) < NAMES:
                names |= value.keys()
            yield value
            junk = not self.skip(",") and self.peek() not in ("]", "{", "")
            if junk and not self._find_next(names, True):
                return

    def _find_next(self, names: set[str], sure: bool) -> bool:
        """Go to the next object that begins with one of these names, or holds one.

        Args:
            names: names of records, to tell them from the objects that they hold.
            sure: the names are those of whole records.
        """
        while True:
            others: list[int] = []
            for found in _NEXT.finditer(self._text, self._at + 1):
                if found[1] in names:
                    self._at = found.end()
                    return True
                if len(others) < TRIED:
                    others.append(found.end())
            for place in others:
                if not sure or self._holds(place, names):
                    self._at = place
                    return True
            self._at = max(self._at, len(self._text) - _REACH)
            if not self._more():
                return False

    def _holds(self, place: int, names: set[str]) -> bool:
        try:
            return not names.isdisjoint(_decode(self._text, place)[0])
        except (ValueError, RecursionError):
            return False

    def _is_cut(self, error: json.JSONDecodeError) -> bool:
        return error.pos >= len(self._text) - 16 or error.msg.startswith("Unterminated")

    def _grow(self) -> bool:
        if len(self._text) - self._at <= self._limit:
            return self._more()
        if self._ended:
            return False
        self._oversized += 1
        if self._oversized > OVERSIZED:
            self._at, self._ended = len(self._text), True
        raise Unreadable(f"is larger than {in_words(self._limit)}")

    def _more(self) -> bool:
        if self._ended:
            return False
        self._line(self._at)
        held = self._text[self._at :]
        read = self._stream.read(max(CHUNK, len(held)))
        self._text, self._at, self._counted = held + read, 0, 0
        self._ended = not read
        return bool(read)

    def _line(self, to: int) -> int:
        behind, ahead = sorted((self._counted, to))
        newlines = self._text.count("\n", behind, ahead)
        self._lines += newlines if to == ahead else -newlines
        self._counted = to
        return self._lines
