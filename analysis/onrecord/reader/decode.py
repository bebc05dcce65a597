"""Scores of tags to spans: the best sequence that obeys the rules of the tags."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.reader.reading import Tagged

FORBIDDEN = np.float32(-1e4)
OPEN = 1.0  # what an eager reader adds to the score of a tag that opens a span


def rules(labels: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """What may follow what: an I tag only its own role.

    Args:
        labels: tags of the scores' columns, such as `O`, `B-cue`, `I-cue`.

    Returns:
        float32 scores of steps (tags, tags) and of first tags (tags,): 0 or far below.

    >>> steps, first = rules(("O", "B-cue", "I-cue"))
    >>> (steps >= 0).astype(int).tolist(), (first >= 0).tolist()
    ([[1, 1, 0], [1, 1, 1], [1, 1, 1]], [True, True, False])
    """
    steps = np.zeros((len(labels), len(labels)), dtype=np.float32)
    first = np.zeros(len(labels), dtype=np.float32)
    for at, label in enumerate(labels):
        if label.startswith("I-"):
            first[at] = FORBIDDEN
            for before, other in enumerate(labels):
                if other[2:] != label[2:]:
                    steps[before, at] = FORBIDDEN
    return steps, first


def eager(
    steps: np.ndarray, first: np.ndarray, last: np.ndarray, labels: Sequence[str]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Scores of steps and first and last tags that open spans more readily.

    >>> steps, first, _ = eager(np.zeros((2, 2)), np.zeros(2), np.zeros(2), ("O", "B-cue"))
    >>> steps.tolist(), first.tolist()
    ([[0.0, 1.0], [0.0, 1.0]], [0.0, 1.0])
    """
    reward = np.array([OPEN * label.startswith("B-") for label in labels], dtype=np.float32)
    return steps + reward, first + reward, last


def best_tags(
    scores: np.ndarray,
    lengths: Sequence[int],
    steps: np.ndarray,
    first: np.ndarray,
    last: np.ndarray,
) -> np.ndarray:
    """The best sequence of tags of each line (Viterbi 1967), all lines at once.

    Args:
        scores: float32 (words, tags), log-probabilities, lines one after the other.
        lengths: words of each line, none of them 0.
        steps: float32 (tags, tags), score of each tag after each tag.
        first: float32 (tags,), score of each tag at the beginning of a line.
        last: float32 (tags,), score of each tag at the end of a line.

    Returns:
        int64 (words,), index of each word's tag.

    >>> steps, first = rules(("O", "B-cue", "I-cue"))
    >>> scores = np.array([[3, 0, 4], [0, 1, 2]], dtype="float32")
    >>> best_tags(scores, [2], steps, first, np.zeros(3)).tolist()
    [0, 1]
    """
    if not len(scores):
        return np.zeros(0, dtype=np.int64)
    size = np.array(lengths)
    begin = np.concatenate([[0], np.cumsum(size)[:-1]])
    order = np.argsort(-size, kind="stable")  # so that the lines still running come first
    size, begin = size[order], begin[order]
    running = np.searchsorted(-size, -np.arange(1, size[0] + 1), side="right")
    came_from = np.zeros(scores.shape, dtype=np.int8)
    total = first.astype(np.float64) + scores[begin]  # of the best way to each tag of each line
    for step in range(1, size[0]):
        alive = running[step]
        joint = total[:alive, :, None] + steps
        at = begin[:alive] + step
        came_from[at] = joint.argmax(1)
        total[:alive] = joint.max(1) + scores[at]
    tags = np.zeros(len(scores), dtype=np.int64)
    tags[begin + size - 1] = (total + last).argmax(1)
    for step in range(size[0] - 1, 0, -1):
        at = begin[: running[step]] + step
        tags[at - 1] = came_from[at, tags[at]]
    return tags


def spans(
    tags: np.ndarray,
    chances: np.ndarray,
    lengths: Sequence[int],
    labels: Sequence[str],
    starts: np.ndarray,
    ends: np.ndarray,
) -> list[Tagged]:
    """Spans that a valid sequence of tags stands for.

    Args:
        tags: int64 (words,), lines one after the other.
        chances: float32 (words, tags), probabilities.
        lengths: words of each line; no span crosses lines.
        labels: tags by index.
        starts: int64 (words,), offsets.
        ends: int64 (words,), half open.

    Returns:
        Spans in text order, each with the mean probability that its words have its role.
    """
    inside = np.array([label.startswith("I-") for label in labels])
    new_line = np.zeros(len(tags) + 1, dtype=bool)
    new_line[np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)] = True
    goes_on = np.zeros(len(tags) + 1, dtype=bool)
    goes_on[:-1] = inside[tags]
    goes_on &= ~new_line
    found = []
    for begin in np.flatnonzero(np.array([label != "O" for label in labels])[tags]):
        if goes_on[begin]:
            continue
        end = begin + 1
        while goes_on[end]:
            end += 1
        role = labels[tags[begin]][2:]
        columns = [i for i, label in enumerate(labels) if label[2:] == role]
        chance = float(chances[begin:end, columns].sum(1).mean())
        found.append(Tagged(role, int(starts[begin]), int(ends[end - 1]), min(chance, 1.0)))
    return found
