"""Answers that were saved elsewhere, added to a reviewer's file."""

from __future__ import annotations

from pathlib import Path

from onrecord.corrections import Correction, Problem, append, read_corrections
from onrecord.errors import CorrectionsError
from onrecord.review.complete import complete
from onrecord.tables import Tables


def take(source: str | Path, into: Path, tables: Tables | None = None) -> tuple[int, list[Problem]]:
    """Add the answers of a file to another; those that are there already are left out.

    Args:
        source: saved by a report, a notebook or another program.
        into: the reviewer's file beside the store.
        tables: the store, by which answers of a report are completed; see `complete`.

    Returns:
        How many were added, and the lines that are no answers.

    Raises:
        CorrectionsError: a file cannot be read or written, or no line of it is an answer.
    """
    found, problems = answered(source)
    known = read_corrections([into])[0] if into.is_file() else []
    new: list[Correction] = []
    for each in found:
        if not any(_same(each, other) for other in (*known, *new)):
            new.append(each)
    for each in complete(new, tables) if tables is not None else new:
        append(into, each)
    return len(new), problems


def answered(source: str | Path) -> tuple[list[Correction], list[Problem]]:
    """The answers of a file, and the lines that are none.

    Raises:
        CorrectionsError: it cannot be read, or no line of it is an answer.
    """
    found, problems = read_corrections([Path(source)])
    if problems and not found:
        where = problems[0].place.rpartition(", ")[2]
        raise CorrectionsError(
            f"{source} is no file of corrections ({where}: {problems[0].reason})."
        )
    return found, problems


def _same(one: Correction, other: Correction) -> bool:
    """The same answer, before or after it was completed."""
    if (one.kind, one.who, one.when) != (other.kind, other.who, other.when):
        return False
    if one.article is None or other.article is None:
        return (one.was, one.now) == (other.was, other.now)
    return one.article.id == other.article.id and any(
        a.start < b.end and b.start < a.end for a in one.words for b in other.words
    )
