"""The invented corpus of the seeds, read once for all tests of a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import onrecord
from onrecord.load import load
from onrecord.tables import Tables

HARBOUR = Path(__file__).parent.parent / "seeds" / "harbour-accord"


@cache
def harbour() -> Tables:
    """Its analysis, with its own actors."""
    articles = load(HARBOUR, progress=False)
    return onrecord.analyse(articles, actors=[HARBOUR / "actors.yaml"], progress=False)
