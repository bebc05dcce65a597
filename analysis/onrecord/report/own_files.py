"""The user's own files about a report, read before anything is made of them."""

from __future__ import annotations

from pathlib import Path

from onrecord.display.events import Event, read_events
from onrecord.issues import Issue, read_issues


def own_files(
    codebook: str | Path | None, events: str | Path | None
) -> tuple[tuple[Issue, ...], tuple[Event, ...]]:
    """Issues and events, as the user's files say.

    Args:
        codebook: an issues.yaml, or nothing.
        events: an events.csv, or nothing.

    Raises:
        WordingError: the codebook cannot be understood.
        ReportError: the events cannot.
    """
    return read_issues(codebook) if codebook else (), read_events(events or "")
