"""Words, their pieces and their casing: what both tasks feed to the encoder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.reader.words import WORD, casing

MAX_PIECES = 6
PLAIN = 5  # casing of [CLS], [SEP] and padding
MARK_NAMES = ("[unused1]", "[unused2]", "[unused3]", "[unused4]")
MARK_CASING = 7  # first casing code of the four marks, in the order of MARK_NAMES
CASINGS = MARK_CASING + len(MARK_NAMES)


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its offsets, piece ids and casing class."""

    start: int
    end: int
    pieces: tuple[int, ...]
    casing: int


class Encoding:
    """Words of texts as piece ids of the uncased WordPiece vocabulary."""

    def __init__(self, tokenizer: Path) -> None:
        """Read `tokenizer.json` of the base model."""
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.cls = self._id("[CLS]")
        self.sep = self._id("[SEP]")
        self.unknown = self._id("[UNK]")
        self.marks = tuple(self._id(name) for name in MARK_NAMES)
        self._pieces = lru_cache(maxsize=200_000)(self._split)

    def _id(self, token: str) -> int:
        found = self._tokenizer.token_to_id(token)
        if found is None:
            raise ValueError(f"The tokenizer has no {token}.")
        return int(found)

    def _split(self, word: str) -> tuple[int, ...]:
        ids = self._tokenizer.encode(word, add_special_tokens=False).ids[:MAX_PIECES]
        return tuple(ids) or (self.unknown,)

    def words(self, text: str, start: int = 0, end: int | None = None) -> list[Word]:
        """Return the words of `text[start:end]`, offsets counted in `text`."""
        stop = len(text) if end is None else end
        return [
            Word(found.start(), found.end(), self._pieces(found[0]), casing(found[0]))
            for found in WORD.finditer(text, start, stop)
        ]

    def vocabulary(self) -> Sequence[str]:
        """Return the tokens in the order of their ids."""
        known = self._tokenizer.get_vocab()
        return sorted(known, key=known.__getitem__)
