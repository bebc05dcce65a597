"""Pairs of quotations that may be the same words: in time that grows with their number.

Quotations are compared where they share runs of words of one speaker. In each run's list every
one is held against the first and the one before, not all against all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

SHINGLE = 3  # words
LEAST = 0.3  # share of the shorter one's runs that a pair must have in common
MANY = 4  # runs in common that are always enough
UNKNOWN = 6  # words in a run that tells a speaker who is not named
_ODD, _HALF = np.uint64(0x9E3779B97F4A7C15), np.uint64(32)


def candidates(words: Sequence[Sequence[str]], speakers: Sequence[str | None]) -> np.ndarray:
    """Pairs to be compared; int64 (pairs, 2), the earlier first.

    Args:
        words: of each quotation, in order of publication.
        speakers: who said it; None is held against everybody.
    """
    found = [_pairs(of) for of in shared_runs(words, speakers)]
    made = np.unique(np.concatenate(found), axis=0)
    return made[[may(speakers[a], speakers[b]) for a, b in made]] if len(made) else made


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of words of some quotations, those of one run beside each other.

    Attributes:
        run: a number for each, the same for the same words; uint64.
        owner: the quotation that has it; int64, rising within a run.
        counts: of each quotation how many runs it has, each once; int64.
    """

    run: np.ndarray
    owner: np.ndarray
    counts: np.ndarray


def shared_runs(
    words: Sequence[Sequence[str]], speakers: Sequence[str | None]
) -> tuple[Runs, Runs]:
    """Short runs of words of one speaker, and long ones of whoever speaks; as `candidates`."""
    known: dict[str, int] = {}
    coded = [np.array([known.setdefault(w, len(known)) for w in ws], np.uint64) for ws in words]
    who = np.array([_code(name) for name in speakers], np.uint64)
    named = [n for n, name in enumerate(speakers) if name is not None]
    return _listed(coded, named, who, SHINGLE), _listed(
        coded, range(len(coded)), np.zeros_like(who), UNKNOWN
    )


def enough(shared: np.ndarray, one: np.ndarray | int, other: np.ndarray | int) -> np.ndarray:
    """Whether runs in common are enough to compare two quotations that have so many; bool."""
    return shared >= np.minimum(MANY, LEAST * np.minimum(one, other))


def between(ones: Sequence[Sequence[str]], others: Sequence[Sequence[str]]) -> np.ndarray:
    """Pairs of two lists to be compared, whoever speaks; int64 (pairs, 2), places in each.

    Args:
        ones: the words of each of a few quotations.
        others: the words of each of many; time grows with their number.

    >>> between([["no", "fish", "today"]], [["yes"], ["there", "is", "no", "fish", "today"]])
    array([[0, 1]])
    """
    # words that only the many have are 0, and so are in no run of the few
    known: dict[str, int] = {}
    few = [np.array([known.setdefault(w, len(known) + 1) for w in ws], np.uint64) for ws in ones]
    sets = [np.unique(_runs(words, SHINGLE, np.uint64(0))) for words in few]
    run = np.concatenate([*sets, np.zeros(0, np.uint64)])
    counts = np.array([len(each) for each in sets], np.int64)
    owner = np.repeat(np.arange(len(sets)), counts)
    made = []
    for n, words in enumerate(others):
        coded = np.array([known.get(word, 0) for word in words], np.uint64)
        if np.count_nonzero(coded) < SHINGLE:
            continue
        here = np.unique(_runs(coded, SHINGLE, np.uint64(0)))
        shared = np.bincount(owner[np.isin(run, here)], minlength=len(sets))
        made += [
            (one, n) for one in np.flatnonzero(enough(shared, counts, len(here)) & (shared > 0))
        ]
    return np.array(made, np.int64).reshape(-1, 2)


def may(one: str | None, other: str | None) -> bool:
    """Whether two sources can be one, None being nobody known."""
    return one is None or other is None or one == other


def _pairs(of: Runs) -> np.ndarray:
    run, owner, counts = of.run, of.owner, of.counts
    same = run[1:] == run[:-1]
    opens = np.concatenate([[True], ~same])[: len(run)]
    heads = owner[np.maximum.accumulate(np.where(opens, np.arange(len(run)), 0))]
    here, before, first = owner[1:][same], owner[:-1][same], heads[1:][same]
    far = first != before
    many = len(counts)
    pairs = np.concatenate([before * many + here, first[far] * many + here[far]])
    pair, shared = np.unique(pairs, return_counts=True)
    a, b = np.divmod(pair, max(many, 1))
    kept = enough(shared, counts[a], counts[b])
    return np.stack([a[kept], b[kept]], 1)


def _listed(coded: Sequence[np.ndarray], chosen: Sequence[int], who: np.ndarray, size: int) -> Runs:
    runs, owners = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)]
    counts = np.zeros(len(coded), np.int64)
    for n in chosen:
        made = np.unique(_runs(coded[n], size, who[n]))
        counts[n] = len(made)
        runs.append(made)
        owners.append(np.full(len(made), n, np.int64))
    run, owner = np.concatenate(runs), np.concatenate(owners)
    order = np.lexsort((owner, run))
    return Runs(run[order], owner[order], counts)


def _runs(words: np.ndarray, size: int, who: np.uint64) -> np.ndarray:
    """A hash of each run of words of one speaker; uint64."""
    count = len(words) - size + 1
    if count < 1:
        return np.zeros(0, np.uint64)
    mixed = np.full(count, who, np.uint64)
    for place in range(size):
        mixed = (mixed + words[place : place + count] + np.uint64(1)) * _ODD
        mixed ^= mixed >> _HALF
    return mixed


def _code(name: str | None) -> int:
    made = blake2b((name or "").encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(made, "little")
