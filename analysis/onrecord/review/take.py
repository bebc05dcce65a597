"""Answers that were saved elsewhere, added to a reviewer's file."""

from __future__ import annotations

from pathlib import Path

from onrecord.corrections import Problem, append, read_corrections


def take(source: str | Path, into: Path) -> tuple[int, list[Problem]]:
    """Add the answers of a file to another; those that are there already are left out.

    Args:
        source: saved by a report, a notebook or another program.
        into: the reviewer's file beside the store.

    Returns:
        How many were added, and the lines that are no answers.

    Raises:
        CorrectionsError: a file cannot be read or written.
    """
    found, problems = read_corrections([Path(source)])
    known = {each.line() for each in read_corrections([into])[0]} if into.is_file() else set()
    added = 0
    for each in found:
        if each.line() not in known:
            append(into, each)
            known.add(each.line())
            added += 1
    return added, problems
