"""A word as word pieces: the uncased WordPiece of BERT, as `tokenizers` does it.

That library brings the client of a model hub along, which nothing here asks; a test holds these
lines to it.
"""

from __future__ import annotations

import json
import string
import unicodedata
from collections.abc import Iterator
from pathlib import Path

LONGEST = 100  # letters; what is longer is not looked up
CHINESE = (
    *((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F)),
    *((0x2B740, 0x2B81F), (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)),
)
# what else the library parts words at, though it is a sign and no mark of punctuation
SIGNS = frozenset(string.punctuation)
UNSEEN = ("Cc", "Cf", "Co")


class Pieces:
    """A vocabulary of pieces, and words taken apart by it."""

    def __init__(self, path: Path) -> None:
        """Read a `tokenizer.json`.

        Raises:
            OSError: it cannot be read.
            ValueError, KeyError, TypeError: it is not one of WordPiece.
        """
        model = json.loads(path.read_text("utf-8"))["model"]
        self.vocabulary: dict[str, int] = model["vocab"]
        self._unknown = self.vocabulary[model["unk_token"]]
        self._inner: str = model["continuing_subword_prefix"]

    def ids(self, text: str) -> list[int]:
        """Ids of the pieces of a text, parted at blanks and punctuation.

        >>> from onrecord.reader.folders import SHIPPED
        >>> pieces = Pieces(SHIPPED / "tokenizer.json")
        >>> names = {number: name for name, number in pieces.vocabulary.items()}
        >>> [names[each] for each in pieces.ids("Café's Weltschmerz")]
        ['cafe', "'", 's', 'we', '##lts', '##ch', '##mer', '##z']
        """
        return [each for word in _parted(_plain(text)) for each in self._longest_first(word)]

    def _longest_first(self, word: str) -> list[int]:
        if len(word) > LONGEST:
            return [self._unknown]
        found, at = [], 0
        while at < len(word):
            start = self._inner if at else ""
            for end in range(len(word), at, -1):
                number = self.vocabulary.get(start + word[at:end])
                if number is not None:
                    found.append(number)
                    at = end
                    break
            else:
                return [self._unknown]
        return found


def _plain(text: str) -> str:
    """Lower case, without accents and signs that are not seen."""
    kept = "".join(_kept(sign) for sign in text)
    bare = (s for s in unicodedata.normalize("NFD", kept) if unicodedata.category(s) != "Mn")
    return "".join(sign.lower() for sign in bare)  # one by one: a last sigma is one like others


def _kept(sign: str) -> str:
    if sign in "\t\n\r" or unicodedata.category(sign) == "Zs":
        return " "
    if sign == "\ufffd" or unicodedata.category(sign) in UNSEEN:
        return ""
    return f" {sign} " if any(low <= ord(sign) <= high for low, high in CHINESE) else sign


def _parted(text: str) -> Iterator[str]:
    for word in text.split():
        held = ""
        for sign in word:
            if sign in SIGNS or unicodedata.category(sign)[0] == "P":
                if held:
                    yield held
                yield sign
                held = ""
            else:
                held += sign
        if held:
            yield held
