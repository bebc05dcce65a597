"""The best valid sequence of tags, and the spans it stands for."""

import itertools

import numpy as np
import pytest

from onrecord.reader.decode import best_tags, eager, rules, spans

LABELS = ("O", "B-cue", "I-cue", "B-content", "I-content")


def slow_best(scores, steps, first, last):
    """Try every sequence."""
    best = max(
        itertools.product(range(len(LABELS)), repeat=len(scores)),
        key=lambda way: (
            first[way[0]]
            + last[way[-1]]
            + sum(scores[i, tag] for i, tag in enumerate(way))
            + sum(steps[a, b] for a, b in itertools.pairwise(way))
        ),
    )
    return list(best)


@pytest.mark.parametrize("seed", range(6))
def test_best_tags_are_the_best_of_all(seed: int) -> None:
    rng = np.random.default_rng(seed)
    lengths = [3, 1, 5, 2, 5]
    scores = rng.normal(size=(sum(lengths), len(LABELS))).astype(np.float32)
    steps, first = rules(LABELS)
    steps = steps + rng.normal(size=steps.shape)
    last = rng.normal(size=len(LABELS))
    expected, at = [], 0
    for length in lengths:
        expected += slow_best(scores[at : at + length], steps, first, last)
        at += length
    assert best_tags(scores, lengths, steps, first, last).tolist() == expected


def test_no_words() -> None:
    steps, first = rules(LABELS)
    assert best_tags(np.zeros((0, 5), np.float32), [], steps, first, first).tolist() == []


@pytest.mark.parametrize(
    ("tags", "lengths", "expected"),
    [
        ([0, 0, 0, 0], [4], []),
        ([1, 0, 3, 4], [4], [("cue", 0, 2), ("content", 6, 11)]),
        ([3, 3, 4, 4], [4], [("content", 0, 2), ("content", 3, 11)]),
        ([3, 4, 3, 4], [2, 2], [("content", 0, 5), ("content", 6, 11)]),
        ([3, 4, 4, 4], [3, 1], [("content", 0, 8), ("content", 9, 11)]),
        ([1, 2, 2, 2], [4], [("cue", 0, 11)]),
    ],
)
def test_spans(tags: list[int], lengths: list[int], expected: list) -> None:
    starts = np.array([0, 3, 6, 9])
    chances = np.full((4, len(LABELS)), 0.2, dtype=np.float32)
    found = spans(np.array(tags), chances, lengths, LABELS, starts, starts + 2)
    assert [(each.role, each.start, each.end) for each in found] == expected
    assert all(each.confidence == pytest.approx(0.4) for each in found)


def test_an_eager_reader_opens_what_was_nearly_opened():
    labels = ("O", "B-cue", "I-cue")
    plain = (*rules(labels), np.zeros(3))
    scores = np.array([[0.5, 0, 0], [1.5, 0, 0], [0, 2, 0]], dtype=np.float32)
    assert best_tags(scores, [1, 1, 1], *plain).tolist() == [0, 0, 1]
    assert best_tags(scores, [1, 1, 1], *eager(*plain, labels)).tolist() == [1, 0, 1]
