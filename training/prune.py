"""A smaller vocabulary: tokens of other scripts, and rare ones that training never saw."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .text import MARK_NAMES

LATIN = 0x24F  # last code point of Latin Extended-B


def foreign(token: str) -> bool:
    """Say whether a token holds a letter that is not Latin.

    >>> foreign("##京"), foreign("café"), foreign("€")
    (True, False, False)
    """
    return any(ord(c) > LATIN and unicodedata.category(c)[0] == "L" for c in token)


def kept(vocabulary: Sequence[str], seen: set[int], size: int) -> list[int]:
    """Choose the tokens that stay.

    Marks, special tokens, single characters and whatever occurs in the training texts
    stay; of the others the most frequent (the vocabulary is in that order), up to `size`.

    >>> kept(["[PAD]", "[unused1]", "[unused9]", "a", "cat", "dog", "京"], {5}, 4)
    [0, 1, 3, 5]
    """
    stay = set()
    spare = []
    for index, token in enumerate(vocabulary):
        if token.startswith("[unused"):
            if token in MARK_NAMES:
                stay.add(index)
        elif index in seen or token.startswith("["):
            stay.add(index)
        elif not foreign(token):
            if len(token.removeprefix("##")) == 1:
                stay.add(index)
            else:
                spare.append(index)
    return sorted([*stay, *spare[: max(size - len(stay), 0)]])


def write_tokenizer(source: Path, target: Path, ids: Sequence[int]) -> None:
    """Write `tokenizer.json` with only the tokens `ids`, numbered anew in their order."""
    tokenizer: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    new = {old: index for index, old in enumerate(ids)}
    vocabulary = tokenizer["model"]["vocab"]
    tokenizer["model"]["vocab"] = {
        token: new[old]
        for token, old in sorted(vocabulary.items(), key=lambda item: item[1])
        if old in new
    }
    for token in tokenizer["added_tokens"]:
        token["id"] = new[token["id"]]
    for special in tokenizer["post_processor"]["special_tokens"].values():
        special["ids"] = [new[old] for old in special["ids"]]
    tokenizer["truncation"] = tokenizer["padding"] = None
    target.write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
