"""A direction is told only where it is no find of chance, and rests on enough."""

import math
from statistics import NormalDist

import pandas as pd
import pytest
from samples import Quote, article, tables

from onrecord import summary
from onrecord.summary.directions import ENDLESS, bound, chance, chances, directions


# quantiles of Student's t from published tables: two-sided chance, degrees of freedom, t
@pytest.mark.parametrize(
    "wanted, freedom, t",
    [
        (0.05, 1, 12.7062), (0.05, 2, 4.3027), (0.05, 4, 2.7764), (0.05, 5, 2.5706),
        (0.01, 7, 3.4995), (0.01, 10, 3.1693), (0.001, 15, 4.0728), (0.001, 30, 3.6460),
        (0.5, 3, 0.7649), (0.1, 120, 1.6577),
    ],
)  # fmt: skip
def test_chances_are_those_of_the_tables(wanted, freedom, t):
    assert chance(t, freedom) == pytest.approx(wanted, rel=1e-3)
    assert chance(-t, freedom) == chance(t, freedom)


def test_the_ends_of_the_scale():
    assert chance(0, 7) == 1
    assert chance(math.inf, 7) == 0
    normal = 2 * NormalDist().cdf(-2)
    assert chance(2, 10 * ENDLESS) == pytest.approx(normal, rel=0.01)
    assert chance(2.5, 7.9) == chance(2.5, 7)


# the example of Benjamini and Hochberg (1995): fifteen comparisons, four discoveries
FIFTEEN = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
    0.5719, 0.6528, 0.7590, 1.0,
]  # fmt: skip


@pytest.mark.parametrize(
    "given, wanted",
    [(FIFTEEN, 0.0095), (FIFTEEN[4:], -1.0), ([0.049], 0.049), ([0.04, 0.2], -1.0), ([], -1.0)],
)
def test_false_discoveries_are_held(given, wanted):
    assert bound(given) == wanted


def five(mean: float, spread: float, articles: int, each: int = 1) -> dict:
    """Sums of articles that lie `spread` above and below a mean."""
    parts = [(mean + spread * (-1) ** n) * each * 10_000 for n in range(articles)]
    return {
        "s": sum(parts), "n": articles * each, "ss": sum(p * p for p in parts),
        "sn": sum(p * each for p in parts), "nn": articles * each * each, "articles": articles,
    }  # fmt: skip


@pytest.mark.parametrize(
    "given, clear",
    [
        (five(-0.5, 0.2, 12), True),
        (five(-0.5, 0.2, 4, 5), False),  # articles
        (five(-0.5, 0.2, 8), False),  # statements
        (five(-0.05, 0.001, 200), False),  # sure, and next to nothing
        (five(-0.5, 1.4, 12), False),  # scattered
        (five(0.3, 0.0, 10), True),
    ],
)
def test_what_may_be_called_a_direction(given, clear):
    assert directions(pd.DataFrame([given])).tolist() == [clear]


def test_among_many_pairs_a_weak_find_is_none():
    weak = five(0.2, 0.25, 10)
    alone = pd.DataFrame([weak])
    many = pd.DataFrame([weak, *[five(0.01, 0.5, 10)] * 60])
    assert chances(alone)[0] < 0.05
    assert directions(alone)[0] and not directions(many).any()
    apart = many.assign(voice=["speaker", *["narrator"] * 60])
    assert directions(apart, "voice")[0]


def test_a_pair_is_judged_among_all_pairs_even_where_few_are_asked_for():
    lied = Quote("Ada Quist", "Norland lied", {"Norland": -0.6})
    met = Quote("Bo Lund", "Sudmark sat", {"Sudmark": 0.01})
    made = tables(*(article("X", None, lied, met) for _ in range(10)))
    every = summary.pairs(made)
    asked = summary.pairs(made, among=every[every.teller == "Ada Quist"])
    assert every.clear.tolist() == [True, False] and asked.clear.tolist() == [True]
