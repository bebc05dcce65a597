"""A smaller vocabulary: tokens of other scripts, and the rarest."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
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


def kept(vocabulary: Sequence[str], seen: Mapping[int, int], size: int) -> list[int]:
    """Choose the tokens that stay.

    Marks, special tokens and single Latin characters stay in any case; then those of the
    training texts, the most frequent first; then the others in the vocabulary's order,
    which is by frequency. A word whose token goes is spelt with shorter ones.

    Args:
        vocabulary: tokens in the order of their ids.
        seen: how often each id occurs in the training texts.
        size: how many stay, as far as not more have to.

    Returns:
        Ids, ascending.

    >>> kept(["[PAD]", "[unused1]", "[unused9]", "a", "cat", "dog", "cow", "京"], {5: 2, 6: 1}, 4)
    [0, 1, 3, 5]
    """
    stay, spare = [], []
    for index, token in enumerate(vocabulary):
        if token.startswith("[unused") and token not in MARK_NAMES:
            continue
        alone = len(token.removeprefix("##")) == 1 and not foreign(token)
        if token.startswith("[") or alone:
            stay.append(index)
        elif index in seen or not foreign(token):
            spare.append(index)
    spare.sort(key=lambda index: (-seen.get(index, 0), index))
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
