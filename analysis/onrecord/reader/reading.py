"""What the reader found in a text."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span of one role; offsets count in the text, half open."""

    role: str  # source, cue or content
    start: int
    end: int
    confidence: float  # mean probability that its words have this role, 0..1


@dataclass(frozen=True, slots=True)
class Reading:
    """The spans of a text in its order, and how well pairs of them belong together.

    `links` maps indices into `spans`, (cue or source, content or source), to a score; it
    is empty for weights without a head for links. `faint` are spans that a reader who opens
    spans more readily finds; some of them lie over those of `spans`.
    """

    spans: tuple[Tagged, ...]
    links: dict[tuple[int, int], float] = field(default_factory=dict)
    faint: tuple[Tagged, ...] = ()
