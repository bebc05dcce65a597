"""Text to words: where each stands, its word pieces, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from onrecord.errors import ModelError
from onrecord.reader.pieces import Pieces

WORD = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")
MOST_PIECES = 6
PLAIN = 5  # casing of the special tokens and of padding


def casing(word: str) -> int:
    """How a word is written; the vocabulary itself is lower case.

    Returns:
        0 lower, 1 title, 2 upper (two letters or more), 3 other with a capital first,
        4 digits, 5 not alphanumeric, 6 other.

    >>> [casing(word) for word in ("says", "Smith", "US", "McCain", "2016", ",", "iPad")]
    [0, 1, 2, 3, 4, 5, 6]
    """
    if not any(letter.isalnum() for letter in word):
        return 5
    if word.isdigit():
        return 4
    if word.islower():
        return 0
    if word.isupper() and sum(letter.isalpha() for letter in word) >= 2:
        return 2
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 1
    return 3 if word[0].isupper() else 6


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a stretch of text, one entry per word in each field."""

    starts: np.ndarray  # int64, offsets in the text
    ends: np.ndarray  # int64, half open
    pieces: Sequence[tuple[int, ...]]  # ids in the vocabulary, one to six
    casing: np.ndarray  # int64, see `casing`

    def __len__(self) -> int:
        return len(self.pieces)

    def part(self, start: int, end: int) -> Words:
        """The words `start:end`."""
        cut = slice(start, end)
        return Words(self.starts[cut], self.ends[cut], self.pieces[cut], self.casing[cut])

    def touching(self, start: int, end: int) -> tuple[int, int]:
        """Range of the words that a span of characters touches; equal ends if none."""
        return (
            int(np.searchsorted(self.ends, start, side="right")),
            int(np.searchsorted(self.starts, end, side="left")),
        )


class Vocabulary:
    """Words as pieces of the uncased WordPiece vocabulary that the weights came with."""

    def __init__(self, path: Path) -> None:
        """Read a `tokenizer.json`.

        Raises:
            ModelError: there is no such file, or it holds no tokenizer.
        """
        try:
            self._pieces = Pieces(path)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(f"No tokenizer can be read from {path.name}: {error}.") from error
        self._unknown = self.id("[UNK]")
        # news repeats its words: one look-up per distinct word, not per word
        self._known = lru_cache(maxsize=200_000)(self._look_up)

    def id(self, token: str) -> int:
        """Id of a token of the vocabulary."""
        found = self._pieces.vocabulary.get(token)
        if found is None:
            raise ModelError(f"The tokenizer has no {token}.")
        return found

    def words(self, text: str, start: int = 0, end: int | None = None) -> Words:
        """Split `text[start:end]` into words; offsets count in `text`.

        Args:
            text: any string.
            start: offset of the first character looked at.
            end: offset after the last one; None for the end of the text.
        """
        spans, pieces, cases = [], [], []
        for found in WORD.finditer(text, start, len(text) if end is None else end):
            ids, case = self._known(found[0])
            spans.append(found.span())
            pieces.append(ids)
            cases.append(case)
        offsets = np.array(spans, dtype=np.int64).reshape(-1, 2)
        return Words(offsets[:, 0], offsets[:, 1], pieces, np.array(cases, dtype=np.int64))

    def _look_up(self, word: str) -> tuple[tuple[int, ...], int]:
        clean = word.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no text
        ids = self._pieces.ids(clean)[:MOST_PIECES]
        return tuple(ids) or (self._unknown,), casing(word)
