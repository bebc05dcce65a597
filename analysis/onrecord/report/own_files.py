"""The user's own files about a report, read before anything is made of them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

import onrecord
from onrecord.display.events import Event, read_events
from onrecord.errors import ReportError, why
from onrecord.issues import Issue, read_issues


class Own(NamedTuple):
    """What the user's files say.

    Attributes:
        issues: of the codebook.
        events: that are marked on charts of time.
        draft: SHA-256 of the draft; empty where there is none.
    """

    issues: tuple[Issue, ...]
    events: tuple[Event, ...]
    draft: str


def own_files(
    codebook: str | Path | None, events: str | Path | None, draft: str | Path | None = None
) -> Own:
    """Issues, events and a draft, as the user's files say.

    Args:
        codebook: an issues.yaml, or nothing.
        events: an events.csv, or nothing.
        draft: a text that is to be published, or nothing.

    Raises:
        WordingError: the codebook cannot be understood.
        ReportError: the events cannot, or the draft cannot be read.
    """
    said = _checksum(Path(draft)) if draft else ""
    return Own(read_issues(codebook) if codebook else (), read_events(events or ""), said)


def _checksum(draft: Path) -> str:
    try:
        said = draft.read_bytes()
    except OSError as error:
        raise ReportError(f"The draft {draft} cannot be read: {why(error)}.") from error
    if onrecord.load(draft, progress=False).empty:
        raise ReportError(f"In the draft {draft} no text could be read.")
    return hashlib.sha256(said).hexdigest()
