"""Words to rows of ids: what the network is shown of an article, or of a marked pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.reader.pack import pack
from onrecord.reader.windows import nearest, windows
from onrecord.reader.words import PLAIN, Vocabulary, Words

Span = tuple[int, int]

REACH = 6_000  # characters on either side of a marked span that are looked at
SOURCE, TARGET = ("[unused1]", "[unused2]"), ("[unused3]", "[unused4]")


@dataclass(frozen=True, slots=True)
class Row:
    """One input of the network."""

    ids: np.ndarray  # int64
    casing: np.ndarray  # int64, as long
    read: np.ndarray  # int64, positions whose vectors are wanted of this row
    pool: np.ndarray  # float, (means, read): weights of means over these; (0, read) for none


@dataclass(frozen=True, slots=True)
class Page:
    """An article's words and the rows that read each of them exactly once, in order."""

    starts: np.ndarray  # int64, offsets of the words
    ends: np.ndarray
    lines: tuple[int, ...]  # words of each line that has any
    rows: tuple[Row, ...]


class Encoding:
    """Rows for the network, made from texts."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._cls, self._sep = vocabulary.id("[CLS]"), vocabulary.id("[SEP]")
        self._source = [vocabulary.id(mark) for mark in SOURCE]
        self._target = [vocabulary.id(mark) for mark in TARGET]

    def page(
        self, text: str, most_words: int, most_pieces: int, aim: int = 0, beside: int = 0
    ) -> Page:
        """Rows of an article: a long line in overlapping windows, others whole.

        Args:
            text: the article.
            most_words: words that a line holds at most to be read whole.
            most_pieces: ids that a row holds at most, the special ones included.
            aim: ids of a row of several lines at most; 0 for a row per line.
            beside: words that such a row is shown of the lines before and after it.
        """
        lines: list[Words] = []
        at = 0
        for line in text.split("\n"):
            words = self.vocabulary.words(text, at, at + len(line))
            at += len(line) + 1
            if len(words):
                lines.append(words)
        rows: list[Row] = []
        together: list[Words] = []
        for words in lines:
            sizes = [len(ids) for ids in words.pieces]
            if aim and len(words) <= most_words and sum(sizes) <= most_pieces - 2:
                together.append(words)
                continue
            rows += self._together(together, aim, most_pieces, beside)
            together = []
            for start, end, first, last in windows(sizes, most_words, most_pieces - 2):
                rows.append(self._row([words.part(start, end)], [(first - start, last - start)]))
        rows += self._together(together, aim, most_pieces, beside)
        none = [np.empty(0, dtype=np.int64)]
        return Page(
            np.concatenate([words.starts for words in lines] or none),
            np.concatenate([words.ends for words in lines] or none),
            tuple(len(words) for words in lines),
            tuple(rows),
        )

    def _together(self, lines: Sequence[Words], aim: int, most: int, beside: int) -> list[Row]:
        tails = [words.part(max(len(words) - beside, 0), len(words)) for words in lines]
        heads = [words.part(0, beside) for words in lines]
        sizes, behind, ahead = (
            [sum(map(len, words.pieces)) for words in part] for part in (lines, tails, heads)
        )
        rows = []
        for first, last, before, after in pack(sizes, behind, ahead, aim, most):
            shown = [*lines[first:last]]
            read = [(0, len(words)) for words in shown]
            if before:
                shown, read = [tails[first - 1], *shown], [(0, 0), *read]
            if after:
                shown, read = [*shown, heads[last]], [*read, (0, 0)]
            rows.append(self._row(shown, read))
        return rows

    def _row(self, lines: Sequence[Words], read: Sequence[tuple[int, int]]) -> Row:
        """A row of lines, and of each line the range of the words that are read."""
        ids, cases, places = [self._cls], [np.array([PLAIN])], []
        for words, (first, last) in zip(lines, read, strict=True):
            sizes = np.array([len(pieces) for pieces in words.pieces])
            at = len(ids) + np.cumsum(sizes) - sizes
            places.append(at[first:last])
            ids += [i for pieces in words.pieces for i in pieces]
            ids.append(self._sep)
            cases += [np.repeat(words.casing, sizes), np.array([PLAIN])]
        positions = np.concatenate(places).astype(np.int64)
        return Row(
            np.array(ids, dtype=np.int64),
            np.concatenate(cases).astype(np.int64),
            positions,
            np.zeros((0, len(positions))),
        )

    def marked(self, text: str, target: Span, source: Span | None, most_pieces: int) -> Row:
        """Row of a text with its target, and its source, between marks.

        A word that a span touches is marked whole. Of a text that is too long, the words
        nearest to a mark are kept, those between the marks first.
        """
        spans = [(target, self._target)]
        if source is not None:
            spans.append((source, self._source))
        low = max(0, min(span[0] for span, _ in spans) - REACH)
        high = max(span[1] for span, _ in spans) + REACH
        words = self.vocabulary.words(text, low, high)
        marked = [(words.touching(*span), marks) for span, marks in spans]
        kept = nearest(words, [span for span, _ in marked], most_pieces - 2 - 2 * len(spans))
        opens: dict[int, list[int]] = {}
        closes: dict[int, list[int]] = {}
        # an inner span opens after, and closes before, the one round it
        for (start, end), (opening, closing) in sorted(
            marked, key=lambda each: each[0][0] - each[0][1]
        ):
            inside = [i for i in kept if start <= i < end]
            if inside:
                opens.setdefault(inside[0], []).append(opening)
                closes.setdefault(inside[-1], []).insert(0, closing)
        ids, cases = [self._cls], [PLAIN]
        for i in kept:
            before, after = opens.get(i, []), closes.get(i, [])
            ids += [*before, *words.pieces[i], *after]
            cases += [PLAIN] * len(before)
            cases += [int(words.casing[i])] * len(words.pieces[i])
            cases += [PLAIN] * len(after)
        ids.append(self._sep)
        cases.append(PLAIN)
        # [CLS], the source if there is one, and the target, their marks included
        shown = np.array(ids)
        within: list[np.ndarray] = [
            shown == self._cls,
            *(_between(shown, *marks) for _, marks in marked[::-1]),
        ]
        read = np.flatnonzero(np.any(within, axis=0))
        weights = np.stack(within)[:, read].astype(np.float64)
        pool = weights / np.maximum(weights.sum(1, keepdims=True), 1)
        return Row(shown, np.array(cases), read, pool)


def _between(ids: np.ndarray, opening: int, closing: int) -> np.ndarray:
    """Which ids stand from one mark to the other, both included; none if they are not there."""
    at = np.arange(len(ids))
    return (at >= np.argmax(ids == opening)) & (at <= np.argmax(ids == closing)) & (opening in ids)
