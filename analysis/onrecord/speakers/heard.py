"""What the reader itself says of an attribution: whether it is one, and who fits its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol

import numpy as np

from onrecord.speakers.candidates import Candidate
from onrecord.speakers.model import Attributed, Mentions, Span

UNSEEN = -2.0  # of a name that the second look does not show


class Hears(Protocol):
    """A reading, as `onrecord.reader` gives it."""

    def who(self, sources: Sequence[Sequence[Span]], names: Sequence[Sequence[Span]]) -> np.ndarray:
        """Logarithms (sources, names) of how much likelier a name is than nobody."""
        ...

    def looked(self, source: Sequence[Span], names: Sequence[Span]) -> np.ndarray | None:
        """The same of one source for single mentions, after a second look; nan: out of sight."""
        ...

    def attributes(
        self, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]
    ) -> float | None:
        """Probability that the parts are an attribution."""
        ...


class Heard:
    """The reader's opinion of all attributions of one article, asked once."""

    def __init__(
        self,
        reading: Hears | None,
        attributions: Sequence[Attributed],
        mentions: Mentions,
    ) -> None:
        """Ask the reader.

        Args:
            reading: of the article; None where nothing was read.
            attributions: those of the article.
            mentions: its mentions, in text order.
        """
        self._of: dict[str, list[int]] = defaultdict(list)
        for number, mention in enumerate(mentions):
            self._of[mention.actor].append(number)
        self._fits = np.zeros((len(attributions), len(mentions)), dtype=np.float32)
        self._reading = reading
        self._spans = [(mention.start, mention.end) for mention in mentions]
        self._asked = [a.source or a.cue or a.content for a in attributions]
        self._chances: list[float | None] = [None] * len(attributions)
        if reading is None or not attributions:
            return
        self._chances = [reading.attributes(a.source, a.cue, a.content) for a in attributions]
        if mentions:
            self._fits = reading.who(self._asked, [[(m.start, m.end)] for m in mentions])

    def claimed(self, number: int) -> float | None:
        """Probability that an attribution is one; None where the reader does not tell."""
        return self._chances[number]

    def fits(self, number: int, found: Sequence[Candidate]) -> np.ndarray:
        """How much likelier than nobody each candidate is by its best mention.

        Args:
            number: of the attribution.
            found: the candidates.

        Returns:
            float64 (candidates,), natural logarithms; several who speak together have the
            mean of theirs, an actor without a mention has 0.
        """
        return self._best(self._fits[number], found, 0.0)

    def looked(self, number: int, found: Sequence[Candidate]) -> np.ndarray | None:
        """The same after a second look; None where the reader does not look again.

        Args:
            number: of the attribution.
            found: the candidates.

        Returns:
            float64 (candidates,), natural logarithms; `UNSEEN` for an actor out of sight, 0
            for nobody.
        """
        if self._reading is None or not self._spans:
            return None
        fits = self._reading.looked(self._asked[number], self._spans)
        if fits is None or np.isnan(fits).all():
            return None
        best = self._best(np.where(np.isnan(fits), UNSEEN, fits), found, UNSEEN)
        best[[not candidate.names for candidate in found]] = 0.0
        return best

    def _best(self, fits: np.ndarray, found: Sequence[Candidate], other: float) -> np.ndarray:
        best = np.zeros(len(found))
        for at, candidate in enumerate(found):
            scores = [
                float(fits[self._of[name]].max()) for name in candidate.members if name in self._of
            ]
            best[at] = sum(scores) / len(scores) if scores else other
        return best
