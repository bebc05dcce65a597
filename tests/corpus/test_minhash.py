"""Signatures that tell how alike two sets are, and groups of pairs."""

import numpy as np
import pytest

from onrecord.corpus.minhash import components, minhash


@pytest.mark.parametrize("shared", [0.0, 0.3, 0.6, 0.9, 1.0])
def test_signatures_agree_as_much_as_the_sets(shared):
    size = 900
    both = int(2 * size * shared / (1 + shared))  # so that shared is the share of the union
    one = np.arange(size, dtype=np.uint32)
    other = np.concatenate([one[:both], np.arange(5000, 5000 + size - both, dtype=np.uint32)])
    equal = (minhash(one, 512) == minhash(other, 512)).mean()
    assert abs(equal - shared) < 0.07


def test_a_signature_is_always_the_same():
    made = minhash(np.array([3, 1, 4, 1_000_000_007], dtype=np.uint32), 3)
    assert made.dtype == "<u4"
    assert made.tolist() == minhash(np.array([1_000_000_007, 4, 4, 3, 1]), 3).tolist()
    many = np.random.default_rng(1).integers(0, 2**32, 10_000, dtype=np.uint32)
    halves = np.minimum(minhash(many[:5000], 8), minhash(many[5000:], 8))
    assert minhash(many, 8).tolist() == halves.tolist()


@pytest.mark.parametrize(
    ("size", "pairs", "first"),
    [
        (3, [], [0, 1, 2]),
        (4, [(3, 0)], [0, 1, 2, 0]),
        (5, [(4, 3), (3, 2), (2, 1), (1, 0)], [0] * 5),
        (6, [(0, 1), (4, 5), (5, 4), (3, 3)], [0, 0, 2, 3, 4, 4]),
        (1000, [(i, i + 1) for i in range(999)], [0] * 1000),
        (1000, [(i + 2, i) for i in range(998)], [0, 1] * 500),
    ],
)
def test_what_hangs_together(size, pairs, first):
    given = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    assert components(size, given).tolist() == first
