"""A second look, where the first reading leaves a doubt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import exp, log
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from onrecord.speakers.doubt import chances_of, claim_of
from onrecord.speakers.questions import Question
from onrecord.speakers.ranker import Ranker


def ranked(chances: list[float], claimed: float = 0.9, sure: float = 0.5) -> Ranker:
    made = SimpleNamespace(
        chances=lambda *_: np.array(chances), claimed=lambda _: claimed, sure=sure
    )
    return cast(Ranker, made)


BLANK = Question(0, None, (), {}, (), (), {})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "again", "chance"),
    [
        (0.5, (2.0, 0.5), 1 / (1 + exp(-1))),  # half of what the look says, half of the first
        (0.8, (-3.0, 0.25), 1 / (1 + exp(0.75 - 0.75 * log(4)))),
        (0.5, (5.0, 0.0), 0.5),  # a look that counts for nothing
        (0.5, None, 0.5),  # weights that do not look
    ],
)
def test_whether_it_is_an_attribution(first: float, again: tuple | None, chance: float) -> None:
    asked = replace(BLANK, judged=lambda _: again)
    assert claim_of(asked, ranked([1.0], first)) == pytest.approx(chance)


@pytest.mark.parametrize("first", [0.01, 0.1, 0.97, 0.999])
def test_what_is_clear_is_not_judged_again(first: float) -> None:
    def never(alone: bool) -> None:
        raise AssertionError

    assert claim_of(replace(BLANK, judged=never), ranked([1.0], first)) == first


@pytest.mark.parametrize(
    ("first", "look", "claimed", "chances"),
    [
        ([0.2, 0.4, 0.4], [0.0, log(3), 0.0], 0.9, [1 / 9, 6 / 9, 2 / 9]),
        ([0.2, 0.4, 0.4], [0.0, log(3), 0.0], 0.3, [0.2, 0.4, 0.4]),  # hardly an attribution
        ([0.9, 0.05, 0.05], [0.0, 5.0, 0.0], 0.9, [0.9, 0.05, 0.05]),  # clear: nobody
        ([0.05, 0.9, 0.05], [5.0, 0.0, 0.0], 0.9, [0.05, 0.9, 0.05]),  # clear: somebody
        ([0.2, 0.4, 0.4], None, 0.9, [0.2, 0.4, 0.4]),
    ],
)
def test_who_speaks(first: list, look: list | None, claimed: float, chances: list) -> None:
    asked = replace(BLANK, look=lambda: None if look is None else np.array(look))
    assert chances_of(asked, ranked(first), claimed) == pytest.approx(chances)


@pytest.mark.parametrize(
    ("best", "far", "asked"),
    [(0.1, False, False), (0.1, True, True), (0.2, False, True), (0.02, True, False)],
)
def test_a_description_is_looked_at_again_at_less(best: float, far: bool, asked: bool) -> None:
    looks: list[bool] = []

    def look() -> None:
        looks.append(True)

    chances_of(replace(BLANK, look=look, far=far), ranked([1 - best, best]))
    assert bool(looks) == asked


@pytest.mark.parametrize(
    ("best", "look", "alone"),
    [
        (0.5, lambda: None, False),  # who speaks is asked of the same row
        (0.9, lambda: None, True),  # that is clear
        (0.1, lambda: None, True),  # and so is that nobody does
        (0.5, None, True),  # a bare name
    ],
)
def test_what_is_asked_alone(best: float, look: Callable | None, alone: bool) -> None:
    asked: list[bool] = []

    def judged(by_itself: bool) -> None:
        asked.append(by_itself)

    claim_of(replace(BLANK, look=look, judged=judged), ranked([1 - best, best]))
    assert asked == [alone]
