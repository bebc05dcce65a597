"""A mean corrected by checked rows: right without bias, and its interval holds."""

import numpy as np
import pandas as pd
import pytest

from onrecord.audit import Checked, Corrected, correct, more_labels
from onrecord.summary.intervals import estimate


def ones(values):
    return np.column_stack([values, np.ones(len(values))]).astype(float)


def every(values, articles, strata=None):
    """All rows checked."""
    n = len(values)
    strata = np.zeros(n, int) if strata is None else np.asarray(strata)
    return Checked(np.asarray(articles), strata, np.arange(n), np.ones(n))


ARTICLES = [0, 0, 1, 2, 2, 2, 3, 4, 5, 5]
SAID = np.array([1, 0, 0, 1, 0, 1, 1, 0, 0, 1.0])
TRUE = np.array([1, 0, 1, 1, 0, 0, 1, 0, 1, 1.0])


@pytest.mark.parametrize("trust", [None, 0.0, 0.4, 1.0])
def test_all_rows_checked_give_the_plain_mean_of_the_labels(trust):
    found = correct(every(TRUE, ARTICLES), ones(SAID), ones(TRUE), trust=trust)
    plain = estimate(pd.Series(TRUE), pd.Series(ARTICLES).astype("str"))
    assert found.value == pytest.approx(plain.value) == 0.6
    assert (found.low, found.high) == pytest.approx((plain.low, plain.high), abs=0.06)
    assert found.within == pytest.approx(0)


@pytest.mark.parametrize(
    ("trust", "value"),
    # two of five checked, weights 2.5; the model says 0.6 of five, and erred upwards once
    [(0.0, 0.5), (1.0, 0.1), (0.5, 0.3)],
)
def test_the_correction_is_the_weighted_error(trust, value):
    rows = Checked(np.arange(5), np.zeros(5, int), np.array([0, 1]), np.array([2.5, 2.5]))
    found = correct(rows, ones([1, 1, 1, 0, 0]), ones([1, 0]), trust=trust, bounds=(0, 1))
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize("case", ["nothing counts", "too few articles"])
def test_nothing_is_guessed(case):
    rows = every(TRUE, ARTICLES)
    if case == "nothing counts":
        found = correct(rows, np.zeros((10, 2)), np.zeros((10, 2)))
        assert found == Corrected(None, None, None, 0)
    else:
        few = np.isin(ARTICLES, [0, 1, 2, 3]).astype(float)
        found = correct(
            rows, np.column_stack([few * SAID, few]), np.column_stack([few * TRUE, few])
        )
        assert found.value is not None and found.low is None and found.high is None


def test_a_person_moves_rows_between_groups():
    # the model gives rows 0-4 to the group; the person finds that row 4 is not, and row 5 is
    said, told = np.array([1] * 5 + [0] * 5), np.array([1, 1, 1, 1, 0, 1, 0, 0, 0, 0])
    found = correct(
        every(TRUE, ARTICLES),
        np.column_stack([SAID * said, said]),
        np.column_stack([TRUE * told, told]),
    )
    assert found.value == pytest.approx(TRUE[[0, 1, 2, 3, 5]].mean())
    assert found.checked == 6


@pytest.mark.parametrize(
    ("wrong", "trusted"), [(0.05, (0.6, 1.0)), (0.5, (0.0, 0.3))], ids=["good model", "coin"]
)
def test_a_good_model_is_trusted_and_a_bad_one_is_not(wrong, trusted):
    draw = np.random.default_rng(3)
    true = (draw.random(2000) < 0.4).astype(float)
    said = np.where(draw.random(2000) < wrong, 1 - true, true)
    at = draw.choice(2000, 200, replace=False)
    rows = Checked(np.arange(2000) // 4, np.zeros(2000, int), at, np.full(200, 10.0))
    found = correct(rows, ones(said), ones(true[at]))
    assert trusted[0] <= found.trust <= trusted[1]
    alone = correct(rows, ones(said), ones(true[at]), trust=0.0)
    assert found.variance <= alone.variance * 1.001


@pytest.mark.parametrize("strata", [False, True])
@pytest.mark.parametrize("wrong", [0.02, 0.15])
def test_intervals_hold_the_truth_as_often_as_they_say(strata, wrong):
    draw = np.random.default_rng(5)
    held = 0
    for _ in range(400):
        mood = np.repeat(draw.beta(3, 7, 150), 4)  # rows of an article are alike
        true = (draw.random(600) < mood).astype(float)
        flip = draw.random(600) < np.where(true == 1, 1.6 * wrong, 0.4 * wrong)
        said = np.where(flip, 1 - true, true)
        stratum = said.astype(int) if strata else np.zeros(600, int)
        at, weight = [], []
        for each in np.unique(stratum):
            inside = np.flatnonzero(stratum == each)
            some = draw.choice(inside, max(2, round(len(inside) / 6)), replace=False)
            at.append(some)
            weight.append(np.full(len(some), len(inside) / len(some)))
        rows = Checked(np.arange(600) // 4, stratum, np.concatenate(at), np.concatenate(weight))
        found = correct(rows, ones(said), ones(true[rows.at]), bounds=(0, 1))
        held += found.low <= 0.3 <= found.high
    assert 0.925 <= held / 400 <= 0.99


@pytest.mark.parametrize(
    ("width", "more"),
    [(0.5, 0), (0.1, 339), (0.05, 2772), (0.039, None)],
)
def test_more_labels(width, more):
    found = Corrected(0.3, 0.2, 0.4, 100, between=0.0001, within=0.0025)
    assert more_labels(found, width, checked=100, rows=10_000) == more
