"""JavaScript's objects, lists and strings to values: what is no datum of them becomes None."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

QUOTED = r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|`(?:[^`\\]|\\.)*`'
STRING = re.compile(QUOTED, re.S)
TOKEN = re.compile(rf"{QUOTED}|//[^\n]*|/\*.*?\*/|[\w$]+(?:\.\d+)?(?:[eE][+-]\d+)?|/\*|\S", re.S)
BROKEN = frozenset(['"', "'", "`", "/*"])  # what never ends
ESCAPE = re.compile(r"\\(u\{[0-9a-f]{1,6}\}|u[0-9a-f]{4}|x[0-9a-f]{2}|\r\n|.)", re.I | re.S)
SIGNS = {"n": "\n", "r": "\r", "t": "\t", "b": "", "f": "\n", "v": "\n", "0": ""} | dict.fromkeys(
    ["\n", "\r\n"], ""
)
NUMBER = re.compile(r"(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")
HALF = re.compile(r"[\ud800-\udfff]")  # of a sign that is written as two
DEEP = 200  # brackets within brackets
_decode = json.JSONDecoder(strict=False).raw_decode


def literal(program: str, at: int) -> tuple[Any, int]:
    r"""The object or list that begins here, and where it ends.

    >>> literal(r"x = {a: undefined, 'b': [!0, 'it\'s', 3,], c: new Date(1), d() {}};", 4)
    ({'a': None, 'b': [None, "it's", 3], 'c': None, 'd': None}, 66)

    Raises:
        ValueError: none begins here, or it never ends.
    """
    try:
        return _decode(program, at)
    except (ValueError, RecursionError):
        return _Literal().read(program, at)


def string(program: str, at: int) -> tuple[str, int] | None:
    r"""The string that begins here without its escapes, and where it ends.

    >>> string(r"f('a\x20b\n')", 2)
    ('a b\n', 12)
    """
    found = STRING.match(program, at)
    return (plain(found[0]), found.end()) if found else None


def plain(quoted: str) -> str:
    """What a string in its quotation marks says."""
    said = ESCAPE.sub(_sign, quoted[1:-1]) if "\\" in quoted else quoted[1:-1]
    if not HALF.search(said):
        return said
    return said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _sign(found: re.Match[str]) -> str:
    mark = found[1]
    if len(mark) > 1 and mark[0] in "uxUX":
        code = int(mark[1:].strip("{}"), 16)
        return chr(code) if code < 0x110000 else ""
    return SIGNS.get(mark, mark)


class _Literal:
    """A literal that is made JSON token by token."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._open: list[str] = []
        self._passed = 0  # brackets of an expression that is passed over
        self._next: Callable[[str], None] = self._value

    def read(self, program: str, at: int) -> tuple[Any, int]:
        for found in TOKEN.finditer(program, at):
            token = found[0]
            if token[:2] in ("//", "/*") and len(token) > 2:
                continue
            if token in BROKEN:
                break
            self._next(token)
            if not self._open:
                text = "".join(self._out)
                return json.loads(text, strict=False), found.end()
            if len(self._open) > DEEP:
                break
        raise ValueError("never ends")

    def _value(self, token: str) -> None:
        if token in ("{", "["):
            self._open.append(token)
            self._out.append(token)
            self._next = self._key if token == "{" else self._value
        elif token in ("]", "}"):
            self._close()
        elif token == ",":
            self._out += ["null", ","]
        else:
            self._out.append(_scalar(token))
            self._passed = token == "("
            self._next = self._after

    def _key(self, token: str) -> None:
        if token == "}":
            self._close()
        elif token[0] in "\"'`":
            self._named(plain(token))
        elif token[0].isalnum() or token[0] in "_$":
            self._named(token)
        elif token != ",":  # what is spread into it is not known here
            self._named("")

    def _named(self, name: str) -> None:
        self._out.append(json.dumps(name))
        self._next = self._colon

    def _colon(self, token: str) -> None:
        self._out.append(":")
        if token == ":":
            self._next = self._value
        else:  # a method, or a name that is its own value
            self._out.append("null")
            self._next = self._after
            self._after(token)

    def _after(self, token: str) -> None:
        if token in ("(", "[", "{"):
            self._passed += 1
        elif token in (")", "]", "}") and self._passed:
            self._passed -= 1
        elif self._passed:
            return
        elif token == ",":
            self._out.append(",")
            self._next = self._key if self._open[-1] == "{" else self._value
        elif token in ("]", "}"):
            self._close()

    def _close(self) -> None:
        if self._out[-1] == ",":
            self._out.pop()
        self._out.append("}" if self._open.pop() == "{" else "]")
        self._next = self._after


def _scalar(token: str) -> str:
    if token[0] in "\"'`" and len(token) > 1:
        return json.dumps(plain(token))
    known = token in ("true", "false", "null") or NUMBER.fullmatch(token)
    return token if known else "null"
