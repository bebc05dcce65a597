"""What the reader found in a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from onrecord.reader.look import Look
from onrecord.reader.vectors import Span, Vectors


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span of one role; offsets count in the text, half open."""

    role: str  # source, cue or content
    start: int
    end: int
    confidence: float  # mean probability that its words have this role, 0..1


@dataclass(frozen=True, slots=True)
class Name:
    """Where a text names an actor; offsets count in the text, half open.

    A possessive ending is left out: "Voss" of "Voss's". One actor may be named in many
    places, each a name of its own; pronouns and descriptions ("the mayor") are no names.
    """

    start: int
    end: int
    type: str  # person, organisation, country, group, region or place
    probability: float  # that a name of this type stands here, 0..1


@dataclass(frozen=True, slots=True)
class Reading:
    """The spans of a text in its order, and how well pairs of them belong together.

    `links` maps indices into `spans`, (cue or source, content or source), to a score; it
    is empty for weights without a head for links. `faint` are spans that a reader who opens
    spans more readily finds; some of them lie over those of `spans`. `names` are in the
    text's order and never overlap each other, but a name may lie inside a source.
    """

    spans: tuple[Tagged, ...]
    links: dict[tuple[int, int], float] = field(default_factory=dict)
    faint: tuple[Tagged, ...] = ()
    names: tuple[Name, ...] = ()
    vectors: Vectors | None = field(default=None, compare=False, repr=False)
    look: Look | None = field(default=None, compare=False, repr=False)

    def who(self, sources: Sequence[Sequence[Span]], names: Sequence[Sequence[Span]]) -> np.ndarray:
        """How well each source fits each actor, by the reader's vectors.

        Args:
            sources: spans of each source: the name, pronoun or description as written.
            names: spans of each candidate, anywhere in the text: one mention of an actor,
                or several that are taken together.

        Returns:
            float32 (sources, names): the natural logarithm of how much likelier the
            candidate is than nobody, so that 0 means as likely; all 0 for weights without
            these vectors. A mention says more than a mean over many: give single ones and
            take the highest score of an actor's.
        """
        if self.vectors is None:
            return np.zeros((len(sources), len(names)), dtype=np.float32)
        return self.vectors.who(sources, names)

    def looked(self, source: Sequence[Span], names: Sequence[Span]) -> np.ndarray | None:
        """How well a source fits each mention once that source alone is looked at.

        It costs a row of the network, so it is for a source that does not write the name and
        of which the first reading leaves doubt.

        Args:
            source: its spans: a pronoun or description, or the cue or content where none is
                written.
            names: mentions of actors.

        Returns:
            float32 (names,): the natural logarithm of how much likelier the mention is than
            nobody, times what the look counts for; nan for one out of sight; None for weights
            that never learnt to look.
        """
        return None if self.look is None or not source else self.look.who(source, names)

    def judged(
        self,
        source: Sequence[Span],
        cue: Sequence[Span],
        content: Sequence[Span],
        alone: bool = False,
    ) -> tuple[float, float] | None:
        """Whether these parts are an attribution, once they are looked at again.

        It costs what `looked` costs, and both share a row; a row for this `alone` is short.

        Returns:
            The natural logarithm of the odds, and what it counts for beside what was thought
            before, 0..1; None for weights that do not judge at a second look.
        """
        known = self.look is not None and (source or cue or content)
        return self.look.attributes(source, cue, content, alone) if self.look and known else None

    def attributes(
        self, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]
    ) -> float | None:
        """Probability that these parts are an attribution: that somebody says something.

        A mere act, state, expectation, passive or caption is none. Every part may be empty.

        Returns:
            0..1, calibrated; None for weights that do not tell.
        """
        return None if self.vectors is None else self.vectors.attributes(source, cue, content)
