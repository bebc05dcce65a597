"""The benchmark of calibration pairs what was said with what is right."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from benchmarks.calibration import attributions, by_chance, sides
from benchmarks.labelled import Found, Judged, Labelled, Side
from tests.speaking import LEXICON

TEXT = "Ada Lund said Bo Ek had lied. Snow fell on Norland."
SAID = (14, 28)


def article(*given: Side, is_one: bool = True) -> Labelled:
    row = Judged((), (), (SAID,), ("Ada Lund",), is_one, False)
    return Labelled("a", "", TEXT, {"Bo Ek": ("Bo Ek", "Ek")}, {}, (), (row,), given)


@pytest.mark.parametrize(
    ("is_one", "sure", "row"),
    [(True, 0.8, (True, 0.8)), (False, 0.8, (False, 0.8)), (True, 0.3, (False, 0.7))],
)
def test_attributions(is_one: bool, sure: float, row: tuple) -> None:
    found = attributions(article(is_one=is_one), [Found((SAID,), confidence=sure)])
    assert found == [(row[0], pytest.approx(row[1]))]


@pytest.mark.parametrize(
    ("gold", "speaker", "target", "rows"),
    [
        ([Side(0, "Bo Ek", "against")], "Ada Lund", "Ek", [(True, 0.7)]),
        ([Side(0, "Bo Ek", "none")], "Ada Lund", "Bo Ek", [(False, 0.7)]),
        ([Side(0, "Bo Ek", "against")], "Eva Roos", "Bo Ek", []),  # another speaker
        ([Side(0, "Bo Ek", "against")], "Ada Lund", "Norland", []),  # another pair
        ([], "Ada Lund", "Bo Ek", []),  # not judged
    ],
)
def test_sides(gold: list, speaker: str, target: str, rows: list) -> None:
    one = SimpleNamespace(speaker=speaker, target=target, favor=0.1, against=0.7)
    ours = [Found((SAID,), ids=["1"])]
    found = sides(article(*gold), ours, {"1": [one]}, LEXICON)
    assert found == [(right, pytest.approx(sure)) for right, sure in rows]


def test_what_chance_alone_shows_is_less_with_more_rows() -> None:
    few, many = (by_chance(np.full(n, 0.8), 200).mean() for n in (30, 3000))
    assert 0 < many < few / 5
