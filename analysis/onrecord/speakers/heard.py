"""What the reader itself says of an attribution: whether it is one, and who fits its source."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol

import numpy as np

from onrecord.speakers.candidates import Candidate
from onrecord.speakers.model import Attributed, Mentions, Span

UNSEEN = -0.6  # of a name that the second look does not show
# a long article's sources are heard some at a time, with the mentions round them: the first
# reading knows no more than a paragraph and those beside it
WHOLE = 4_000_000  # sources times mentions up to which all are heard at once
BLOCK, SIGHT = 256, 1000


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

    def judged(
        self,
        source: Sequence[Span],
        cue: Sequence[Span],
        content: Sequence[Span],
        alone: bool = False,
    ) -> tuple[float, float] | None:
        """Logarithm of the odds of that after a second look, and what it counts for, 0..1."""
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
        of: dict[str, list[int]] = defaultdict(list)
        for number, mention in enumerate(mentions):
            of[mention.actor].append(number)
        self._of = {name: np.array(numbers) for name, numbers in of.items()}
        self._reading = reading
        self._spans = [(mention.start, mention.end) for mention in mentions]
        whole = len(attributions) * len(mentions) <= WHOLE
        self._block = max(len(attributions), 1) if whole else BLOCK
        self._heard = -1  # the block that was heard last: its fits, and its first mention
        self._fits, self._first = np.zeros((0, 0), dtype=np.float32), 0
        self._asked = [a.source or a.cue or a.content for a in attributions]
        self._parts = [(a.source, a.cue, a.content) for a in attributions]
        self._chances: list[float | None] = [None] * len(attributions)
        if reading is None or not attributions:
            return
        self._chances = [reading.attributes(*parts) for parts in self._parts]

    def claimed(self, number: int) -> float | None:
        """Probability that an attribution is one; None where the reader does not tell."""
        return self._chances[number]

    def judged(self, number: int, alone: bool) -> tuple[float, float] | None:
        """The same after a second look, as `onrecord.reader.Reading.judged` gives it."""
        return None if self._reading is None else self._reading.judged(*self._parts[number], alone)

    def fits(self, number: int, found: Sequence[Candidate]) -> np.ndarray:
        """How much likelier than nobody each candidate is by its best mention.

        Args:
            number: of the attribution.
            found: the candidates.

        Returns:
            float64 (candidates,), natural logarithms; several who speak together have the
            mean of theirs, an actor without a mention has 0.
        """
        if self._reading is None or not self._spans:
            return np.zeros(len(found))
        block = number // self._block
        if block != self._heard:
            self._hear(self._reading, block)
        return self._best(self._fits[number - block * self._block], found, 0.0, self._first)

    def _hear(self, reading: Hears, block: int) -> None:
        asked = self._asked[block * self._block : (block + 1) * self._block]
        first, last = 0, len(self._spans)
        if self._block < len(self._asked):
            places = [start for spans in asked for start, _ in spans]
            first = max(bisect_left(self._spans, (min(places, default=0), 0)) - SIGHT, 0)
            last = bisect_left(self._spans, (max(places, default=0), 0)) + SIGHT
        self._fits = reading.who(asked, [[span] for span in self._spans[first:last]])
        self._heard, self._first = block, first

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
        best = self._best(np.where(np.isnan(fits), UNSEEN, fits), found, UNSEEN, 0)
        best[[not candidate.names for candidate in found]] = 0.0
        return best

    def _best(
        self, fits: np.ndarray, found: Sequence[Candidate], other: float, first: int
    ) -> np.ndarray:
        """Of each candidate; `fits` are those of the mentions from number `first` on."""
        best = np.zeros(len(found))
        for at, candidate in enumerate(found):
            scores = []
            for name in candidate.members:
                numbers = self._of.get(name)
                if numbers is not None and len(fits) < len(self._spans):
                    low, high = np.searchsorted(numbers, (first, first + len(fits)))
                    numbers = numbers[low:high] - first if low < high else None
                if numbers is not None:
                    scores.append(float(fits[numbers].max()))
            best[at] = sum(scores) / len(scores) if scores else other
        return best
