"""Values that a page's programs are given where they stand in them: JavaScript, not JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote, unquote

from onrecord.load.literals import literal, string

SIZES = range(1500, 3_000_000)  # letters of a program that may hold an article
LETTERS = 5_000_000  # of all programs that are looked through
TRIED = 3  # values of one program that cannot be read
OPENS = re.compile(r"<script\b([^<>]*)>", re.I)
CLOSES = re.compile(r"</script", re.I)
# an object, a list or a string that is given to a name, or read from a string
GIVEN = re.compile(
    r"[\w$\])\"']\s*=\s*(?:(?=[{\[])|(?:JSON\.parse\(\s*)?(?:decodeURIComponent\(\s*)?(?=[\"'`]))"
    r"|JSON\.parse\(\s*(?=[\"'`])"
)
PUSHED = re.compile(r"__next_f\.push\(\[1,\s*")
ROW = re.compile(r"^[0-9a-f]+:(?:T[0-9a-f]+,)?", re.M)
CALLED = re.compile(r"\}\s*\(")
_decode = json.JSONDecoder(strict=False).raw_decode


def values(page: str, keys: Sequence[str] = ("",)) -> Iterator[Any]:
    """What stands in a page's programs as objects, lists and strings of JSON.

    Args:
        page: its source.
        keys: words of the article; programs without any of them are passed over.

    >>> said = "Both sides left the talks. " * 80
    >>> list(values("<script>window.S = {said: '" + said + "', by: undefined,}</script>")) == [
    ...     {"said": said, "by": None}
    ... ]
    True
    """
    pushed: list[str] = []
    left = LETTERS
    marks = {mark for key in keys for mark in (key, quote(key))}
    for program in _programs(page):
        if start := PUSHED.search(program):
            text = string(program, start.end())
            pushed.append(text[0] if text else "")
        elif len(program) in SIZES and len(program) < left and _holds(program, marks):
            left -= len(program)
            yield from _given(program)
    stream = "".join(pushed)
    if len(stream) in SIZES and _holds(stream, marks):
        yield from _rows(stream)


def _holds(program: str, marks: set[str]) -> bool:
    return any(mark in program for mark in marks)


def _programs(page: str) -> Iterator[str]:
    at = 0
    while (opens := OPENS.search(page, at)) and (closes := CLOSES.search(page, opens.end())):
        at = closes.end()
        if "json" not in opens[1].lower():
            yield page[opens.end() : closes.start()]


def _given(program: str) -> Iterator[Any]:
    """The values of one program."""
    at = failed = 0
    while failed < TRIED and (found := GIVEN.search(program, at)):
        at = found.end()
        if program[at] in "{[":
            value, at = _literal(program, at)
            failed += value is None
        elif text := string(program, at):
            value, at = _parsed(text[0]), text[1]
        else:
            break
        if value is not None:
            yield value
    # what a function is called with, at the end of the program
    calls = list(CALLED.finditer(program)) if "function" in program[:200] else []
    if calls:
        value, _ = _literal(f"[{program[calls[-1].end() :].rstrip('; )')}]", 0)
        if value:
            yield value


def _literal(program: str, at: int) -> tuple[Any, int]:
    """The object or list that begins here, and where to look on."""
    try:
        return literal(program, at)
    except (ValueError, RecursionError):
        return None, at + 1


def _parsed(text: str) -> Any:
    """The value of a string that holds JSON, as it stands or as addresses are written."""
    plain = unquote(text) if text[:3].upper() in ("%7B", "%5B") else text
    if len(plain) not in SIZES or plain.lstrip()[:1] not in ("{", "["):
        return None
    try:
        return json.loads(plain, strict=False)
    except (ValueError, RecursionError):
        return None


def _rows(stream: str) -> Iterator[Any]:
    """Values and texts of a stream of components, a row each."""
    starts = list(ROW.finditer(stream))
    for found, end in zip(starts, [*(each.start() for each in starts[1:]), None], strict=True):
        row = stream[found.end() : end].strip()
        if "T" in found[0]:
            yield row
        elif row[:1] in ("[", "{"):
            try:
                yield _decode(row)[0]
            except (ValueError, RecursionError):
                continue
