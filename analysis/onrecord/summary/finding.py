"""A finding: a sentence with what stands behind it, and the bars of a small chart."""

from __future__ import annotations

from dataclasses import dataclass

BARS = 4  # beside a finding


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a finding's small chart: `part` of its whole length, 0..1; names are as written."""

    name: str
    part: float
    label: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    Attributes:
        key: what it is about: few, unnamed, unanswered, direct, direction or change.
        sentence: plain text, names as in the tables (escape it before it is shown).
        bars: of the small chart beside it.
        evidence: ids behind it, spaces between.
    """

    key: str
    sentence: str
    bars: tuple[Bar, ...]
    evidence: str
