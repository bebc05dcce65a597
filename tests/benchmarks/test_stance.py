"""The benchmark of stances counts what it says it counts."""

from __future__ import annotations

import pytest

from benchmarks.labelled import Found, Judged, Labelled, Side
from benchmarks.stance import CASES, SIDES, count, read_cases
from tests.speaking import LEXICON

TEXT = "Ada Lund said Bo Ek had lied. Snow fell on Norland."
SAID, SNOW = (14, 28), (30, 50)


def article(*sides: Side, is_one: bool = True, speaker: str = "Ada Lund") -> Labelled:
    row = Judged((), (), (SAID,), (speaker,), is_one, False)
    return Labelled("a", "", TEXT, {"Bo Ek": ("Bo Ek", "Ek")}, {}, (), (row,), sides)


@pytest.mark.parametrize(
    ("gold", "ours", "expected"),
    [
        # (sides, right, gold, met), what is wrong
        (article(Side(0, "Bo Ek", "against")), {"Bo Ek": "against"}, ((1, 1, 1, 1), None)),
        (article(Side(0, "Bo Ek", "against")), {"Ek": "against"}, ((1, 1, 1, 1), None)),
        (article(Side(0, "Bo Ek", "against")), {"Bo Ek": "none"}, ((0, 0, 1, 0), None)),
        (article(Side(0, "Bo Ek", "against")), {}, ((0, 0, 1, 0), None)),
        (article(Side(0, "Bo Ek", "favor")), {"Bo Ek": "against"},
         ((1, 0, 1, 0), "the other side")),
        (article(Side(0, "Bo Ek", "none")), {"Bo Ek": "against"}, ((1, 0, 0, 0), "truly none")),
        (article(), {"Bo Ek": "against"}, ((1, 0, 0, 0), "no such pair")),
        (article(speaker="Eva Roos"), {"Bo Ek": "favor"}, ((1, 0, 0, 0), "another speaker")),
        (article(is_one=False), {"Bo Ek": "favor"}, ((1, 0, 0, 0), "no attribution")),
    ],
)  # fmt: skip
def test_count(gold, ours, expected):
    found = [Found((SAID,), ids=["1"])]
    counts = count(gold, found, {"1": {"Ada Lund": ours}}, LEXICON)
    why = counts.why[0][0] if counts.why else None
    assert ((counts.sides, counts.right, counts.gold, counts.met), why) == expected


def test_what_nobody_judged_counts_nowhere():
    counts = count(article(), [Found((SNOW,), ids=["1"])], {"1": {"Ada Lund": {}}}, LEXICON)
    assert (counts.sides, counts.gold) == (0, 0)


def test_every_case_marks_a_speaker_and_a_target_beside_it():
    cases = read_cases(CASES.read_text("utf-8").splitlines())
    assert {case.label for case in cases} == {*SIDES, "none"}
    for case in cases:
        assert case.text[slice(*case.speaker)].strip() and case.text[slice(*case.target)].strip()
        assert not (case.speaker[0] < case.target[1] and case.target[0] < case.speaker[1])
