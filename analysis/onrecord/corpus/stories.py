"""Wire copy: articles that are nearly the same text are one story.

Texts are compared by MinHash (Broder, On the resemblance and containment of documents, 1997)
over runs of words, candidates found by banding (Leskovec, Rajaraman and Ullman, Mining of
Massive Datasets, ch. 3): time grows with the number of articles, not with its square.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import shake_256
from zlib import crc32

import numpy as np
import pandas as pd

from onrecord.corpus.minhash import components, minhash

SHINGLE = 4  # words
FEWEST = 20  # shingles below which a text is too short to be compared
HASHES, ROWS = 64, 4  # of a signature, and of one band of it
ALIKE = 0.6  # share of shingles that two articles have in common
STEP = 100_000  # pairs compared at once
SCHEME = "crc32-5"  # of signatures; those of two schemes cannot be compared
_WORD = re.compile(r"\w+")
_ODD, _HALF = np.uint64(0x9E3779B97F4A7C15), np.uint64(32)


def signature(text: str) -> bytes:
    """What is kept of a text to compare it: `HASHES` uint32; a short one is like itself alone.

    >>> signature("Too short.") == signature("Too  short.") != signature("Too short!")
    True
    """
    words = _WORD.findall(text.casefold())
    if len(words) < FEWEST + SHINGLE - 1:
        return _alone(text)
    shingles = np.unique(_runs(words))
    if len(shingles) < FEWEST:
        return _alone(text)
    return minhash(shingles, HASHES).tobytes()


def _alone(text: str) -> bytes:
    return shake_256(" ".join(text.split()).encode()).digest(4 * HASHES)


def _runs(words: Sequence[str]) -> np.ndarray:
    """A hash of each run of words; uint32."""
    each = np.fromiter(map(crc32, map(str.encode, words)), np.uint64, len(words))
    runs = len(words) - SHINGLE + 1
    mixed = np.zeros(runs, np.uint64)
    for place in range(SHINGLE):
        # wraps around, as it should: order counts, unlike in a sum
        mixed = (mixed + each[place : place + runs]) * _ODD
        mixed ^= mixed >> _HALF
    return mixed.astype(np.uint32)


def find(articles: pd.DataFrame) -> pd.DataFrame:
    """Group an articles table by story.

    Args:
        articles: with the columns article_id, published and text.

    Returns:
        A row per article: article_id, story_id, which is the article_id of the first one
        published.

    >>> wire = " ".join(f"word{i}" for i in range(60))
    >>> texts = {"a": wire, "b": wire + " (Agency)", "c": "Rain."}
    >>> articles = pd.DataFrame({"article_id": texts.keys(), "text": texts.values()})
    >>> find(articles.assign(published=pd.NaT)).story_id.to_list()
    ['a', 'a', 'c']
    """
    alone = len(articles) < 2  # nothing to compare, and nothing to load for it
    signed = articles[["article_id", "published"]].assign(
        signature=pd.Series(
            [None if alone else signature(text) for text in articles.text],
            index=articles.index,
            dtype=object,
        )
    )
    return group(signed)


def group(signed: pd.DataFrame) -> pd.DataFrame:
    """Group articles by their signatures.

    Args:
        signed: with the columns article_id, published and signature (bytes or None).

    Returns:
        As `find`, in the order of `signed`.
    """
    if signed.signature.notna().sum() < 2:
        ids = signed.article_id.astype("str")
        return pd.DataFrame({"article_id": ids, "story_id": ids}).reset_index(drop=True)
    by_age = signed.sort_values(["published", "article_id"], na_position="last")
    held = by_age.signature.notna().to_numpy()
    places = np.flatnonzero(held)
    packed = b"".join(by_age.signature[held])
    pairs = _alike(np.frombuffer(packed, dtype="<u4").reshape(-1, HASHES))
    size = len(by_age)
    first = components(size, places[pairs])
    ids = by_age.article_id.to_numpy()
    made = pd.Series(ids[first], index=by_age.index, dtype="str")
    return pd.DataFrame({"article_id": signed.article_id, "story_id": made.reindex(signed.index)})


def _alike(signatures: np.ndarray) -> np.ndarray:
    """Pairs of rows that are alike; int64 (pairs, 2).

    In each band, rows with equal hashes are compared with the first of them and with the
    one before, not all with all: a story that a thousand outlets ran costs a thousand
    comparisons.
    """
    size = len(signatures)
    found = []  # a pair as one number, in half the room
    for start in range(0, HASHES, ROWS):
        band = np.ascontiguousarray(signatures[:, start : start + ROWS])
        keys = band.view(f"V{4 * ROWS}").ravel()
        _, bucket = np.unique(keys, return_inverse=True)
        order = np.argsort(bucket, kind="stable")
        same = bucket[order][1:] == bucket[order][:-1]
        here, before = order[1:][same], order[:-1][same]
        opens = np.concatenate([[True], ~same])
        heads = order[np.maximum.accumulate(np.where(opens, np.arange(len(order)), 0))]
        found += [here * size + heads[1:][same], here * size + before]
    whole = np.concatenate(found)
    found.clear()
    whole.sort()
    whole = whole[np.diff(whole, prepend=-1) > 0]
    alike = [_resembling(signatures, whole[at : at + STEP]) for at in range(0, len(whole), STEP)]
    return np.concatenate([np.zeros((0, 2), dtype=np.int64), *alike])


def _resembling(signatures: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    """Those pairs, of numbers as above, that are alike; int64 (pairs, 2)."""
    here, other = np.divmod(pairs, len(signatures))
    kept = (signatures[here] == signatures[other]).mean(1) >= ALIKE
    return np.stack([here[kept], other[kept]], 1)
