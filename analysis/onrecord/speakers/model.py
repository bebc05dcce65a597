"""Who speaks, and how that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.actors import Mention as Named
from onrecord.attribution import Attribution as Attributed
from onrecord.segment import Sentence as Piece

__all__ = ["Attributed", "Mentions", "Named", "Others", "Piece", "Span", "Speaker"]

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Speaker:
    """The actor that a source means.

    Attributes:
        name: canonical name; None where it is not known.
        resolved_by: named, partial, pronoun, description or reviewer; without a name anonymous (the
            source's words name nobody: "officials"), none (not found: "he") or reviewer.
        affiliation: organisation or country that the source speaks for, known or not by name.
    """

    name: str | None
    resolved_by: str
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Others:
    """People whom the words of a source name.

    Attributes:
        behind: in words that follow the source: "he said Lund ..." is not Lund.
        before: in words that it follows: "Lund left, he said" may be Lund or another.
    """

    behind: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()


Mentions = Sequence[Named]
