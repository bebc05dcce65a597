"""From scores to spans and links, in numpy: the same steps as the product's reader."""

from __future__ import annotations

import numpy as np

from .articles import TAGS

WordSpan = tuple[int, int, int]  # role, first word, end


def viterbi(
    emissions: np.ndarray, moves: np.ndarray, first: np.ndarray, last: np.ndarray
) -> np.ndarray:
    """Return the best tag sequence, int64 (words,), of scores (words, 7).

    >>> scores = np.array([[0.0, 1.0], [0.0, 0.4]])
    >>> viterbi(scores, np.array([[0.0, 0.0], [0.5, 0.0]]), np.zeros(2), np.zeros(2)).tolist()
    [1, 0]
    """
    back = np.zeros(emissions.shape, dtype=np.int64)
    score = first + emissions[0]
    for step in range(1, len(emissions)):
        joint = score[:, None] + moves
        back[step] = joint.argmax(0)
        score = joint.max(0) + emissions[step]
    best = [int((score + last).argmax())]
    for step in range(len(emissions) - 1, 0, -1):
        best.append(int(back[step, best[-1]]))
    return np.array(best[::-1])


def bio_spans(tags: np.ndarray) -> list[WordSpan]:
    """Read spans off BIO tags; an I that follows nothing of its role opens a span.

    >>> bio_spans(np.array([1, 2, 3, 0, 6]))
    [(0, 0, 2), (1, 2, 3), (2, 4, 5)]
    """
    spans: list[WordSpan] = []
    before = 0
    for at, tag in enumerate(tags.tolist()):
        if TAGS[tag][0] == "I" and before in (tag, tag - 1):
            spans[-1] = (*spans[-1][:2], at + 1)
        elif tag:
            spans.append(((tag - 1) // 2, at, at + 1))
        before = tag
    return spans
