"""MinHash signatures and groups of pairs, in numpy alone.

Broder, On the resemblance and containment of documents (1997). Values are spread by the last step
of MurmurHash3 (Appleby, public domain), then permuted by odd linear maps modulo 2^32, so that two
values never meet. Signatures are those of datasketch 2 with as many permutations.
"""

from __future__ import annotations

from functools import cache

import numpy as np

SEED = 1
STEP = 4096  # values permuted at once, so that a long text needs little memory
_FACTORS = np.uint32(0x85EBCA6B), np.uint32(0xC2B2AE35)
_SHIFTS = np.uint32(16), np.uint32(13), np.uint32(16)


def minhash(values: np.ndarray, count: int) -> np.ndarray:
    """The smallest of some values under each of `count` permutations.

    Two sets share as many of these as they share of all their values, up to chance.

    Args:
        values: uint32 (n,), at least one.
        count: permutations.

    Returns:
        uint32 (count,).

    >>> some, more = np.arange(5, dtype=np.uint32), np.arange(9, dtype=np.uint32)
    >>> bool((minhash(more, 4) <= minhash(some, 4)).all())
    True
    """
    factors, summands = _permutations(count)
    spread = _spread(values.astype(np.uint32))
    least = np.full(count, np.iinfo(np.uint32).max, dtype=np.uint32)
    for start in range(0, len(spread), STEP):
        permuted = spread[start : start + STEP, None] * factors + summands
        least = np.minimum(least, permuted.min(0))
    return least.astype("<u4")


@cache
def _permutations(count: int) -> tuple[np.ndarray, np.ndarray]:
    """Factor, odd, and summand of each permutation; uint32 (count,) each."""
    draw = np.random.RandomState(SEED)
    factors = draw.randint(0, 1 << 31, count, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return factors, draw.randint(0, 1 << 32, count, dtype=np.uint32)


def _spread(values: np.ndarray) -> np.ndarray:
    """Values that lie close together, far apart; uint32, one to one."""
    for shift, factor in zip(_SHIFTS, _FACTORS, strict=False):
        values = (values ^ (values >> shift)) * factor
    return values ^ (values >> _SHIFTS[2])


def components(size: int, pairs: np.ndarray) -> np.ndarray:
    """Which of `size` things hang together by pairs.

    Args:
        size: things, numbered from 0.
        pairs: int64 (n, 2) of things that belong together.

    Returns:
        int64 (size,): of each thing, the first that it hangs together with, itself at the latest.

    >>> components(5, np.array([[1, 3], [3, 4]])).tolist()
    [0, 1, 2, 1, 1]
    """
    first = np.arange(size)
    one, other = pairs.reshape(-1, 2).T
    while True:
        before = first
        first = before.copy()
        least = np.minimum(before[one], before[other])
        for ends in (one, other, before[one], before[other]):  # roots are joined, too
            np.minimum.at(first, ends, least)
        first = first[first]  # half the way to the first of all
        if (first == before).all():
            return first
