"""A figure: a number that a text states, with its unit and what it counts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a text.

    Attributes:
        start: where the number begins; offsets are indices into the text.
        end: where number and unit end.
        low: the value, or the lower one of a range.
        high: the value, or the upper one of a range.
        unit: `%`, `$`, `year`, `share` (of one) and so on; None for a plain count.
        of: start and end of what it counts; None where the words do not say.
        hedge: "about", "more than"; None where the number is flat.
    """

    start: int
    end: int
    low: float
    high: float
    unit: str | None = None
    of: tuple[int, int] | None = None
    hedge: str | None = None
