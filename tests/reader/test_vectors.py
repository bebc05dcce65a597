"""What is read off the vectors of words, for spans of any kind."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.reader import Judge, Reading, Vectors

# words at 0..2, 3..5, 6..8, 9..11
STARTS = np.array([0, 3, 6, 9])


@pytest.fixture(scope="module")
def reading() -> Reading:
    speaks = np.array([[2, 0], [0, 0], [0, 2], [0, 4]], dtype=np.float32)
    named = np.array([[1, 0], [3, 0], [0, 0], [0, 1]], dtype=np.float32)
    parts = np.zeros((4, 3, 2), dtype=np.float32)
    parts[0, 0], parts[1, 1], parts[2, 2], parts[3, 2] = (1, 0), (1, 0), (0, 1), (0, 3)
    absent = np.array([[0, 5], [0, 0], [-9, -9]], dtype=np.float32)
    judge = Judge(absent, np.array([1, -1], dtype=np.float32), 0.5, 2.0)
    return Reading((), vectors=Vectors(STARTS, STARTS + 2, speaks, named, parts, judge))


@pytest.mark.parametrize(
    ("source", "name", "score"),
    [
        ([(0, 2)], [(0, 2)], 2),
        ([(0, 2)], [(0, 5)], 4),  # the mean of two words
        ([(0, 2)], [(0, 2), (3, 5)], 4),  # of two spans
        ([(0, 2)], [(9, 11)], 0),
        ([(6, 11)], [(9, 11)], 3),
        ([(7, 10)], [(10, 11)], 3),  # a word that is touched counts whole
        ([], [(0, 2)], 0),  # nothing written: nothing known
        ([(2, 3)], [(0, 2)], 0),  # white space
    ],
)
def test_a_source_finds_its_actor(reading: Reading, source: list, name: list, score: float) -> None:
    assert reading.who([source], [name])[0, 0] == pytest.approx(score / 2**0.5)


@pytest.mark.parametrize(("speaks", "fit"), [(2, 2), (9, 8), (-9, -8)])
def test_beyond_some_odds_more_says_no_more(speaks: int, fit: int) -> None:
    one, judge = np.array([[speaks]], np.float32), Judge(np.zeros((3, 1)), np.ones(1), 0.0, 1.0)
    vectors = Vectors(STARTS[:1], STARTS[:1] + 2, one, one / one, np.zeros((1, 3, 1)), judge)
    assert vectors.who([[(0, 2)]], [[(0, 2)]])[0, 0] == fit


def test_every_source_is_held_against_every_name(reading: Reading) -> None:
    assert reading.who([[(0, 2)]] * 3, [[(0, 2)], [(3, 5)]]).shape == (3, 2)
    assert reading.who([], [[(0, 2)]]).shape == (0, 1)
    assert reading.who([[(0, 2)]], []).shape == (1, 0)


@pytest.mark.parametrize(
    ("source", "cue", "content", "logit"),
    [
        ([(0, 2)], [(3, 5)], [(6, 8)], 1 + 1 - 1 + 0.5),
        ([(0, 2)], [(3, 5)], [(6, 11)], 1 + 1 - 2 + 0.5),
        ([], [(3, 5)], [(6, 8)], 1 - 6 + 0.5),
        ([(0, 2)], [(3, 5)], [], 0.5),  # the layer gives nothing below 0
    ],
)
def test_attributions_are_judged_by_their_parts(reading, source, cue, content, logit) -> None:
    found = reading.attributes(source, cue, content)
    assert found == pytest.approx(1 / (1 + np.exp(-logit / 2)))


def test_weights_without_vectors_tell_nothing() -> None:
    reading = Reading(())
    assert reading.attributes([(0, 2)], [], []) is None
    assert reading.who([[(0, 2)]], [[(3, 5)], [(6, 8)]]).tolist() == [[0, 0]]
