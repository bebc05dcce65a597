"""Rows that show one text with a source marked, as a second look reads them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.reader.encode import Row
from onrecord.reader.words import PLAIN, Vocabulary, Words

MARKS = ("[unused1]", "[unused2]")
LONGEST, ROOM = 40, 120  # words and ids of a source that are marked


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much of a text a row shows, in ids.

    Attributes:
        ids: of a row at most.
        lead: of the text's beginning, where the row does not reach back to it.
        after: behind the source, and more where the text begins so near that there is room.
    """

    ids: int
    lead: int
    after: int


class Looks:
    """Rows that show one text with a source marked.

    Attributes:
        words: of the text.
    """

    def __init__(
        self, vocabulary: Vocabulary, text: str, sizes: Sizes, described: Sizes | None = None
    ) -> None:
        """Cut a text into words.

        Args:
            vocabulary: of the weights.
            text: any; its lines are told apart.
            sizes: of a row.
            described: of one round a source of several words: whom "the magistrate" means may
                have been told long before; None for `sizes`.
        """
        self.words: Words = vocabulary.words(text)
        self._sizes, self._described = sizes, described or sizes
        self._cls, self._sep = vocabulary.id("[CLS]"), vocabulary.id("[SEP]")
        self._marks = [vocabulary.id(mark) for mark in MARKS]
        gaps = zip(self.words.ends[:-1], self.words.starts[1:], strict=True)
        broken = [text.find("\n", end, start) >= 0 for end, start in gaps]
        self._broken = np.array([*broken, False][: len(self.words)], dtype=bool)
        lengths = [len(pieces) for pieces in self.words.pieces]
        self._before = np.concatenate([[0], np.cumsum(lengths + self._broken)]).astype(np.int64)

    def cut(self, start: int, end: int) -> tuple[int, int]:
        """The first words of a source that is longer than a row has room for."""
        most = int(np.searchsorted(self._before, self._before[start] + ROOM, side="right")) - 1
        return start, max(min(end, start + LONGEST, most), start + 1)

    def shown(self, start: int, end: int, sizes: Sizes | None = None) -> tuple[range, range]:
        """Which words a row shows of a source of the words `start:end`.

        Args:
            start: its first word.
            end: behind its last.
            sizes: of the row; None for those that fit the source.

        Returns:
            Those of the text's beginning, and those round the source.
        """
        before = self._before
        sizes = sizes or (self._described if end - start > 1 else self._sizes)
        room = sizes.ids - 4
        last = int(np.searchsorted(before, before[end] + sizes.after, side="right")) - 1
        last = max(last, end)
        used = before[last] - before[start]
        lead = int(np.searchsorted(before, sizes.lead, side="right")) - 1
        first = self._back(start, room - sizes.lead - used)
        if first > min(lead, start):
            return range(min(lead, start)), range(first, last)
        first = self._back(start, room - used)
        if not first:  # "The mother of ..." opens many an article, and her name follows
            last = max(last, int(np.searchsorted(before, room, side="right")) - 1)
        return range(0), range(first, last)

    def _back(self, start: int, room: int) -> int:
        """The first word from which the words up to `start` have room."""
        least = self._before[start] - max(room, 0)
        return min(int(np.searchsorted(self._before, least)), start)

    def row(self, start: int, end: int, sizes: Sizes | None = None) -> tuple[Row, np.ndarray]:
        """A row with the words `start:end` marked; `sizes` as `shown` takes them.

        Returns:
            The row, whose positions read are the first pieces of its words and the two marks;
            and int64 (read,) which word each of them is, -1 for a mark.
        """
        ids, cases, read, of = [self._cls], [PLAIN], [], []

        def put(piece: int) -> None:
            ids.append(piece)
            cases.append(PLAIN)

        def mark(which: int) -> None:
            read.append(len(ids))
            of.append(-1)
            put(self._marks[which])

        lead, near = self.shown(start, end, sizes)
        for part in (lead, near):
            for at in part:
                if at == start:
                    mark(0)
                pieces = self.words.pieces[at]
                read.append(len(ids))
                of.append(at)
                ids += pieces
                cases += [int(self.words.casing[at])] * len(pieces)
                if at == end - 1:
                    mark(1)
                if self._broken[at]:
                    put(self._sep)
            if part is lead and len(lead):
                put(self._sep)
        put(self._sep)
        places = np.array(read, dtype=np.int64)
        row = Row(
            np.array(ids, dtype=np.int64),
            np.array(cases, dtype=np.int64),
            places,
            np.zeros((0, len(places))),
        )
        return row, np.array(of, dtype=np.int64)
