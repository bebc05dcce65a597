"""How far intervals reach: where nothing was seen, to which side, and how often they hold."""

from functools import cache
from itertools import product
from math import exp, factorial, sqrt

import numpy as np
import pytest

from onrecord.audit.reach import reach


def errors(up, down, articles=300, freedom=200):
    """The ends after so many errors upwards and downwards, in units of one error."""
    sums = np.zeros(articles)
    sums[:up], sums[up : up + down] = 1.0, -1.0
    return reach(sums, float(up + down), 1.0, freedom).ends


def test_where_no_error_was_seen_three_more_cannot_be_excluded():
    low, high = errors(0, 0)
    assert -low == pytest.approx(high)
    assert 3 <= high <= 3.2


@pytest.mark.parametrize(("up", "down"), [(1, 0), (3, 0), (8, 0), (5, 2)])
def test_ends_lie_farther_where_more_may_be(up, down):
    low, high = errors(up, down)
    assert low < 0 < high and -low < high
    assert errors(down, up) == pytest.approx((-high, -low))


def test_of_many_errors_the_interval_is_the_plain_one():
    low, high = errors(5_000, 5_000, 1_000_000, 10_000)
    assert (low, high) == pytest.approx((-196, 196), rel=0.01)


def test_few_articles_widen_both_ends():
    wide, plain = errors(2, 1, freedom=4), errors(2, 1, freedom=200)
    assert np.divide(wide, plain) == pytest.approx([2.776 / 1.972] * 2, rel=0.001)


@pytest.mark.parametrize(("sums", "error"), [([0.0] * 9, 0.0), ([2.0] * 9, 0.0)])
def test_where_all_was_checked_nothing_is_unseen(sums, error):
    made = reach(np.array(sums), 0.0, error, 8)
    assert (made.variance, made.unseen, made.ends) == (0.0, 0.0, (0.0, 0.0))


def chance(mean, number):
    return exp(-mean) * mean**number / factorial(number)


def held(up, down, ends):
    """How often intervals hold, exactly, with so many errors upwards and downwards on average."""
    return sum(
        chance(up, k) * chance(down, m)
        for k, m in product(range(25), repeat=2)
        if ends(k, m)[0] <= up - down - (k - m) <= ends(k, m)[1]
    )


CASES = [(3, 0), (4, 0), (5, 0), (6, 0), (3, 1), (6, 2), (2, 2), (1, 5)]


def test_intervals_hold_with_a_handful_of_errors():
    known = cache(errors)
    often = [held(up, down, known) for up, down in CASES]
    assert min(often) > 0.92 and max(often) < 0.99
    assert np.mean(often) == pytest.approx(0.95, abs=0.012)


def test_the_plain_interval_does_not():
    assert held(3, 0, lambda k, m: (-1.96 * sqrt(k + m), 1.96 * sqrt(k + m))) < 0.85
