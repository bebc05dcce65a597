"""What is printed into a file: marked there, and known again by the mark or by its shape."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import sys
from collections.abc import Iterator
from typing import Any, TextIO

_SAYS = "On Record printed this, which is no article"
_MARK = re.compile(rf"\ufeff?#\ {re.escape(_SAYS)}:\ onrecord\ [a-z ]+$", re.M)
_HEAD = 4000  # letters that are looked at
_DAY = r"(?:\d{4}-\d\d-\d\d|no\ date)"
_COUNT = r"\d[\d,]*"
# how texts begin that came through a pipe, which may be read by a person and so has no mark
_SHAPES = re.compile(
    rf"""\ufeff?(?:
    \#\ Names\ found;\ edit\ and\ pass\ it\ as\ actors\.yaml\.
    |\#\ Words\ and\ pairs\ that\ mark\ these\ articles\.\ Sort\ them\ into\ issues
    |\#\ The\ command\n\nMade\ from\ `onrecord
    |\.TH\ ONRECORD\ 1\ |\#compdef\ onrecord$|usage:\ onrecord\ \S
    |speaker\ {{2,}}quotes\ {{2,}}direct\ {{2,}}articles$
    |\S.*\ \ share\ {{2,}}95%\ interval\b
    |question\ {{2,}}answered\ twice\ {{2,}}alpha\ {{2,}}equal$
    |\S.*\ \((?:direct|indirect|mixed);\ “.*”\)\n(?:\ {{4}}.*\n)+?\ {{4}}—\ # quotes
    |\S.*\n\ \ {_DAY}\ {{2,}}\S.*:\ \w+,\ \d+%\n\ {{4}}“ # repeats
    |(?=.{{9,300}}\n).*\ \[[^]\n]+\]\ .*\n\ {{20,}}\S.*,\ {_DAY}$ # search
    |{_COUNT}\ articles?\n\ \ (?:{_DAY}\ \ \S.*:\ |\.\.\.\ and\ ) # new
    |{_COUNT}\ articles?\n{_COUNT}\ speakers?\ quoted\ for\ the\ first\ time$
    |(?:exact|cut|longer\ than\ on\ record|changed|not\ found)
        (?:,\ (?:same\ speaker|ANOTHER\ SPEAKER|speaker\ not\ known))?\n\ \ draft\ {{6}}\S
    |{_COUNT}\ nodes?,\ {_COUNT}\ edges?(?:\n\ +\d+\ \ \S.*\ –\ \S.*)+\n?\Z
    |(?:{_COUNT}\ read\ now,\ {_COUNT}\ known\ from\ before,\ {_COUNT}\ removed\n)?
        {_COUNT}\ articles?\ read,\ {_COUNT}\ rejected$
    |(?:\S.*\n\ \ \S.*,\ {_DAY}:\ \S.*\n){{2,}}(?:\.\.\.\ and\ .*\n?)?\Z # figures
    |(?:{_DAY}\ \d\d:\d\d:\d\d\ (?:INFO|WARNING|ERROR)\ .*\n?)+\Z # the log
    )""",
    re.X | re.M,
)
_DATA = ("json", "csv")  # they have no place for a mark, and are known by their columns
_OWN = ("completion", "manual")  # a shell or man asks for the first line


def is_printed(text: str) -> bool:
    r"""Whether a file holds what the command printed.

    >>> is_printed("speaker  quotes  direct  articles\nAda Lund    3     67%         2\n")
    True
    >>> is_printed("speaker of the house quotes Lund\n\nThe articles were read aloud.\n")
    False
    """
    head = text[:_HEAD]
    if len(head) == _HEAD:
        head = head[: head.rfind("\n") + 1]
    return bool(_MARK.match(head) or _SHAPES.match(head))


@contextlib.contextmanager
def marked(verb: str, form: str | None) -> Iterator[None]:
    """Say in a file's first line what it is, where standard output is a new file.

    Args:
        verb: what prints.
        form: what was asked for.
    """
    out = sys.stdout
    if out is None or form in _DATA or verb.split()[0] in _OWN or not _new_file(out):
        yield
        return
    sys.stdout = _Marked(out, f"# {_SAYS}: onrecord {verb}\n")
    try:
        yield
    finally:
        sys.stdout = out


def _new_file(stream: TextIO) -> bool:
    try:
        about = os.fstat(stream.fileno())
    except (OSError, ValueError):  # closed, or nothing of the system's
        return False
    return stat.S_ISREG(about.st_mode) and not about.st_size


class _Marked:
    """A stream whose first line comes with the first words, so that silence stays empty."""

    def __init__(self, stream: TextIO, line: str) -> None:
        self._stream, self._line = stream, line

    def write(self, words: str) -> int:
        line, self._line = self._line, ""
        if line and words:
            self._stream.write(line)
        else:
            self._line = line
        return self._stream.write(words)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
