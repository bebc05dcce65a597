"""A second look at one source: its text once more, the source between marks.

In the first reading a word's vectors know its own paragraph and those beside it. A source that is
a pronoun or a description ("the company") is read again with what stands before it in one row, and
marked, so that every name in sight is weighed against this one source.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.reader.encode import Row, Span
from onrecord.reader.look_rows import Looks, Sizes
from onrecord.reader.vectors import MOST, Judge
from onrecord.reader.words import Vocabulary

JUDGED = 60  # words of a cue or content that are judged by


@dataclass(frozen=True, slots=True)
class Seen:
    """What the network says of the words of a row.

    Attributes:
        speaks: float32 (read, n), as part of a source.
        named: float32 (read, n), as part of a name.
        parts: float32 (read, 3, hidden), as part of a source, cue or content; None from a network
            that does not judge.
    """

    speaks: np.ndarray
    named: np.ndarray
    parts: np.ndarray | None = None


@dataclass(frozen=True, slots=True)
class Again:
    """How a text is looked at again.

    Attributes:
        vocabulary: of the weights.
        sizes: of the rows.
        described: of those round a source of several words.
        alone: of those that tell no more than whether something is an attribution, for which what
            stands next to the source is enough.
        see: the network.
        weight: what its opinion of the speaker counts for.
        judge: what makes a probability of `Seen.parts`; None where there are none.
        claim: what its opinion counts for, whether something is an attribution, 0..1.
    """

    vocabulary: Vocabulary
    sizes: Sizes
    described: Sizes
    alone: Sizes
    see: Callable[[Row], Seen]
    weight: float
    judge: Judge | None = None
    claim: float = 0.0


class Look:
    """A text that can be looked at again."""

    def __init__(self, text: str, again: Again) -> None:
        """Keep what a look needs; nothing is done before the first.

        Args:
            text: the text.
            again: how it is looked at.
        """
        self._text, self._again = text, again
        self._looks: Looks | None = None
        # the row read last: what a source is asked is asked in one go
        self._last: tuple[tuple[Span, bool], np.ndarray, np.ndarray, Seen] | None = None

    def who(self, source: Sequence[Span], names: Sequence[Span]) -> np.ndarray:
        """See `Reading.looked`."""
        found = self._look(source)
        if found is None:
            return np.full(len(names), np.nan, dtype=np.float32)
        looks, inside, of, seen = found
        shown = of >= 0
        speaks = seen.speaks[inside].mean(0) / np.sqrt(seen.speaks.shape[1])
        places = np.array(names, dtype=np.int64).reshape(-1, 2)
        first = np.searchsorted(looks.words.ends, places[:, 0], side="right")
        last = np.searchsorted(looks.words.starts, places[:, 1], side="left")
        fits = _means(of[shown], seen.named[shown] @ speaks, first, last)
        return self._again.weight * np.clip(fits, -MOST, MOST)

    def attributes(
        self,
        source: Sequence[Span],
        cue: Sequence[Span],
        content: Sequence[Span],
        alone: bool = False,
    ) -> tuple[float, float] | None:
        """See `Reading.judged`."""
        judge = self._again.judge
        found = self._look(source or cue or content, alone) if judge else None
        if judge is None or found is None:
            return None
        looks, inside, of, seen = found
        assert seen.parts is not None  # a network with a judge gives them
        hidden = seen.parts[inside, 0].mean(0)
        for role, spans in ((1, cue), (2, content)):
            words = [at for a, b in spans for at in range(*looks.words.touching(a, b))]
            shown = np.flatnonzero(np.isin(of, words))[:JUDGED]
            hidden = hidden + (
                seen.parts[shown, role].mean(0) if len(shown) else judge.absent[role]
            )
        return judge.logit(hidden), self._again.claim

    def _look(
        self, source: Sequence[Span], alone: bool = False
    ) -> tuple[Looks, np.ndarray, np.ndarray, Seen] | None:
        """Read the row of a source, unless it was read last; None where it touches no word.

        Returns:
            The text's rows, which positions of this one are the source's, the word of each
            position, and what the network says of them.
        """
        looks = self._looks = self._looks or Looks(
            self._again.vocabulary, self._text, self._again.sizes, self._again.described
        )
        start, end = looks.words.touching(source[0][0], max(end for _, end in source))
        if start >= end:
            return None
        span = looks.cut(start, end)
        if self._last is None or self._last[0] != (span, alone):
            row, of = looks.row(*span, self._again.alone if alone else None)
            inside = (of == -1) | ((of >= span[0]) & (of < span[1]))
            self._last = (span, alone), inside, of, self._again.see(row)
        return looks, *self._last[1:]


def _means(words: np.ndarray, fits: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    """Mean of the words `first:last` of each span; nan for one that is not shown whole."""
    sums = np.concatenate([[0.0], np.cumsum(fits, dtype=np.float64)])
    at, to = np.searchsorted(words, first), np.searchsorted(words, last)
    whole = (first < last) & (to - at == last - first)
    means = np.full(len(first), np.nan, dtype=np.float32)
    means[whole] = (sums[to[whole]] - sums[at[whole]]) / (last - first)[whole]
    return means
