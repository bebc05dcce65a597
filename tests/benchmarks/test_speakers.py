"""The speaker benchmark counts what it says it counts."""

from __future__ import annotations

import pytest

from benchmarks.alike import pair, same
from benchmarks.speakers import Row, Score, count
from tests.speaking import LEXICON


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Ada Lund", "Ada Lund", True),
        ("ada lund", "Ada B. Lund", True),
        ("The Quay Times", "Quay Times", True),
        ("GOP", "Republican Party", True),
        ("Lund", "Ada Lund", False),
        ("Ada Lund", "Hans Lund", False),
        ("Ada Lund", "Ada Berg", False),
        ("", "Ada Lund", False),
    ],
)
def test_same(a: str, b: str, expected: bool) -> None:
    assert same(a, b, LEXICON) is expected


@pytest.mark.parametrize(
    ("gold", "given", "counts"),
    [
        (("Ada Lund",), ["Ada Lund"], (1, 1, 1, 0)),
        (("Ada Lund",), [], (1, 0, 0, 0)),
        (("Ada Lund",), [None, ""], (1, 0, 0, 0)),
        (("Ada Lund",), ["Hans Ek"], (1, 0, 1, 1)),
        ((), ["Hans Ek"], (0, 0, 1, 1)),
        ((), [], (0, 0, 0, 0)),
        (("Ada Lund", "Hans Ek"), ["Ada Lund"], (1, 0, 1, 0)),
        (("Ada Lund", "Hans Ek"), ["Hans Ek", "Ada Lund"], (1, 1, 2, 0)),
    ],
)
def test_count(gold: tuple[str, ...], given: list, counts: tuple[int, ...]) -> None:
    score = Score()
    count(score, Row(((0, 1),), names=gold), given, LEXICON, "")
    assert (score.named, score.right, score.given, score.wrong) == counts


def test_contents_are_paired_once_best_overlap_first() -> None:
    gold, found = [((0, 7),), ((0, 13),)], [((0, 13),), ((14, 27),)]
    assert pair("one two three four five six", gold, found) == {1: 0}


def test_half_of_the_words_is_enough_and_less_is_not() -> None:
    assert pair("one two three four", [((0, 18),)], [((0, 7),)]) == {0: 0}
    assert pair("one two three four", [((0, 18),)], [((0, 3),)]) == {}
