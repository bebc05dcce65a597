"""Files of corrections: answers are added one by one, and none is ever lost to another."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord.corrections.record import Correction
from onrecord.errors import CorrectionsError
from onrecord.ownership import append_line, reach

NAME = "corrections.jsonl"
_PLAIN = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that is no correction, and why."""

    place: str  # file and line
    reason: str


def file_of(folder: Path, reviewer: str | None = None) -> Path:
    """Where a reviewer's answers lie beside a store.

    Args:
        folder: the store.
        reviewer: name; None where there is only one.

    Raises:
        CorrectionsError: the name has no letter.

    >>> file_of(Path("tables"), "Ada L.").name
    'corrections-ada-l.jsonl'
    """
    if reviewer is None:
        return folder / NAME
    name = _PLAIN.sub("-", reviewer.casefold()).strip("-")
    if not name:
        raise CorrectionsError(f"The reviewer's name {reviewer!r} has no letter.")
    return folder / f"corrections-{name}.jsonl"


def corrections_files(folder: Path) -> list[Path]:
    """The files of corrections in a folder."""
    found = [folder / NAME, *sorted(folder.glob("corrections-*.jsonl"))]
    return [path for path in found if path.is_file()]


def append(path: Path, correction: Correction) -> None:
    """Add one answer to a file; when this is back, the disk has it.

    Raises:
        CorrectionsError: the file cannot be written.
        ValueError: the answer does not say what its kind needs.
    """
    correction.check()
    try:
        append_line(path, correction.line())
    except OSError as error:
        raise CorrectionsError(f"{path} cannot be written: {error.strerror or error}.") from error


def could_append(path: Path) -> None:
    """Make sure that answers can be added to a file, which need not be there yet.

    Raises:
        CorrectionsError: they cannot.
    """
    try:
        if not os.path.lexists(path):
            reach(path.parent)
        elif not path.is_file():
            raise IsADirectoryError(errno.EISDIR, "it is no file")
        elif not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise CorrectionsError(f"{path} cannot be written: {error.strerror or error}.") from error


def read_corrections(paths: Iterable[Path]) -> tuple[list[Correction], list[Problem]]:
    """All answers of some files, oldest first, and the lines that are none.

    Raises:
        CorrectionsError: a file cannot be read.
    """
    found: list[Correction] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            lines = path.read_bytes().split(b"\n")
        except OSError as error:
            raise CorrectionsError(f"{path} cannot be read: {error.strerror or error}.") from error
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                found.append(Correction.parse(line.decode("utf-8-sig")))
            except ValueError as error:
                said = "it is not UTF-8" if isinstance(error, UnicodeError) else str(error)
                problems.append(Problem(f"{path.name}, line {number}", said))
    return sorted(found, key=lambda each: each.when), problems
