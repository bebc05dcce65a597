"""Answers that were saved elsewhere, added to a reviewer's file."""

from __future__ import annotations

from pathlib import Path

from onrecord.corrections import Correction, Problem, append, read_corrections
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
        CorrectionsError: a file cannot be read or written.
    """
    found, problems = read_corrections([Path(source)])
    known = read_corrections([into])[0] if into.is_file() else []
    new: list[Correction] = []
    for each in found:
        if not any(_same(each, other) for other in (*known, *new)):
            new.append(each)
    for each in complete(new, tables) if tables is not None else new:
        append(into, each)
    return len(new), problems


def _same(one: Correction, other: Correction) -> bool:
    """The same answer, before or after it was completed."""
    if (one.kind, one.who, one.when) != (other.kind, other.who, other.when):
        return False
    if one.article is None or other.article is None:
        return (one.was, one.now) == (other.was, other.now)
    return one.article.id == other.article.id and any(
        a.start < b.end and b.start < a.end for a in one.words for b in other.words
    )
