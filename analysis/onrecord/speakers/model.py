"""Who speaks, and how that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Speaker:
    """The actor that a source means.

    Attributes:
        name: canonical name; None where it is not known.
        resolved_by: named, partial, pronoun, description, anonymous or none.
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


class Attributed(Protocol):
    """An attribution, as `onrecord.attribution` makes them."""

    kind: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float


class Named(Protocol):
    """A mention, as `onrecord.actors` makes them."""

    actor: str
    actor_type: str
    start: int
    end: int


class Piece(Protocol):
    """A sentence, as `onrecord.segment` makes them."""

    paragraph: int
    role: str
    start: int
    end: int


Mentions = Sequence[Named]
