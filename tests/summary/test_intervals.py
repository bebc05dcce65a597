"""Means and shares, and their intervals over articles."""

import numpy as np
import pandas as pd
import pytest

from onrecord.summary.counted import Counted
from onrecord.summary.intervals import (
    MIN_ARTICLES,
    T975,
    UNIT,
    Estimate,
    estimate,
    estimates,
    interval,
    student,
)
from onrecord.summary.shares import shares


def rows(*pairs: tuple[str, float]) -> pd.DataFrame:
    return pd.DataFrame(pairs, columns=["article_id", "value"])


def test_no_row_is_no_mean():
    none = rows()
    assert estimate(none.value, none.article_id) == Estimate(None, None, None, 0, 0)


def test_one_article_has_no_interval_however_many_rows():
    given = rows(("a", 0.2), ("a", 0.4), ("a", 0.6))
    found = estimate(given.value, given.article_id)
    assert (found.value, found.low, found.count, found.articles) == (pytest.approx(0.4), None, 3, 1)


def test_missing_values_are_left_out():
    given = rows(("a", 0.2), ("a", float("nan")), ("b", float("nan")))
    assert estimate(given.value, given.article_id).count == 1


def test_the_interval_holds_the_mean_and_narrows_with_articles():
    draw = np.random.default_rng(3)
    widths = []
    for number in (6, 24, 96):
        given = rows(*((f"a{n}", draw.normal(0.2, 0.5)) for n in range(number)))
        found = estimate(given.value, given.article_id)
        assert found.low < found.value < found.high
        widths.append(found.high - found.low)
    assert widths[0] > widths[1] > widths[2]


def test_rows_of_one_article_do_not_count_as_witnesses():
    few = rows(*((f"a{n}", v) for n, v in enumerate([0.9, -0.5, 0.4, -0.1, 0.6, 0.3])))
    copied = pd.concat([few] * 50)
    one, many = (estimate(r.value, r.article_id) for r in (few, copied))
    assert (many.low, many.high) == (pytest.approx(one.low), pytest.approx(one.high))
    assert many.count == 50 * one.count


@pytest.mark.parametrize("articles, least", [(5, 0.92), (12, 0.93), (40, 0.93)])
def test_coverage_is_near_what_is_promised(articles, least):
    """Of 2,000 samples, about 95 % of the intervals hold the true mean."""
    draw = np.random.default_rng(11)
    n = draw.integers(1, 6, (2000, articles)).astype(float)
    s = n * 2000 + np.sqrt(n) * draw.normal(0, 3000, n.shape)
    sums = {"s": s, "n": n, "ss": s * s, "sn": s * n, "nn": n * n}
    five = pd.DataFrame({name: each.sum(1) for name, each in sums.items()})
    found = interval(five.assign(articles=articles), UNIT)
    assert least <= ((found.low <= 0.2) & (found.high >= 0.2)).mean() <= 0.97


@pytest.mark.parametrize("articles", [1, 2, MIN_ARTICLES - 1, MIN_ARTICLES, 30])
def test_few_articles_have_no_interval(articles):
    given = rows(*((f"a{n}", 0.5 + 0.01 * n) for n in range(articles)))
    found = estimate(given.value, given.article_id)
    known = articles >= MIN_ARTICLES
    assert (found.low is not None, found.high is not None) == (known, known)
    assert not known or 0 < found.low < found.value < found.high < 1


def test_the_interval_is_that_of_the_textbook():
    """Articles of one row each are a simple random sample: mean +- t * s / sqrt(n)."""
    values = np.array([0.1, -0.4, 0.35, 0.2, -0.05, 0.6, 0.15])
    given = rows(*((f"a{n}", v) for n, v in enumerate(values)))
    found = estimate(given.value, given.article_id)
    half = T975[5] * values.std(ddof=1) / np.sqrt(len(values))
    assert found.low == pytest.approx(values.mean() - half, abs=1e-9)
    assert found.high == pytest.approx(values.mean() + half, abs=1e-9)


def test_the_interval_is_that_of_all_articles_residuals():
    draw = np.random.default_rng(5)
    given = rows(*((f"a{n % 9}", round(draw.uniform(-1, 1), 4)) for n in range(50)))
    of = given.groupby("article_id").value.agg(["sum", "size"])
    mean = of["sum"].sum() / of["size"].sum()
    left = ((of["sum"] - mean * of["size"]) ** 2).sum() * 9 / 8
    found = estimate(given.value, given.article_id)
    half = T975[7] * np.sqrt(left) / of["size"].sum()
    assert (found.value, found.high - found.low) == (pytest.approx(mean), pytest.approx(2 * half))


def test_rows_that_do_not_differ_have_no_width():
    given = rows(*((f"a{n % 7}", 0.3) for n in range(40)))
    found = estimate(given.value, given.article_id)
    assert (found.low, found.high) == (found.value, found.value)


@pytest.mark.parametrize("value", [-1.0, 1.0])
def test_nothing_impossible_is_in_an_interval(value):
    given = rows(*((f"a{n}", value * (n % 4 > 0)) for n in range(6)))
    found = estimate(given.value, given.article_id)
    assert -1 <= found.low <= found.high <= 1


@pytest.mark.parametrize("freedom, t", [(1, 12.706), (4, 2.776), (30, 2.042), (31, 2.0395),
                                        (60, 2.0003), (1000, 1.9623), (1e7, 1.95996)])  # fmt: skip
def test_students_t_is_that_of_the_tables(freedom, t):
    assert float(student(freedom)) == pytest.approx(t, abs=2e-4)


def test_the_same_rows_give_the_same_interval():
    given = rows(*((f"a{n}", (-0.5) ** n) for n in range(9)))
    assert estimate(given.value, given.article_id) == estimate(given.value, given.article_id)


def test_groups_keep_their_order_names_and_evidence():
    given = rows(("a", 1.0), ("a", 0.0), ("b", 0.5)).assign(
        who=["y", "x", "y"], evidence_id=["s0", "s1", "s2"]
    )
    made = estimates(Counted.loose(given), ["who"], "value")
    assert made.who.tolist() == ["y", "x"]
    assert made.evidence.tolist() == ["s0 s2", "s1"]
    assert made.value.tolist() == [0.75, 0.0]
    assert made["count"].tolist() == [2, 1]


def test_groups_of_nothing_are_an_empty_table():
    nothing = rows().assign(who=[], evidence_id=[]).astype({"who": "str", "evidence_id": "str"})
    made = estimates(Counted.loose(nothing), ["who"], "value")
    columns = ["who", "value", "low", "high", "count", "articles", "evidence"]
    assert made.columns.tolist() == columns
    assert made.empty


def kinds(**counts: int) -> pd.DataFrame:
    made = [(f"a{n % 6}", kind) for kind, times in counts.items() for n in range(times)]
    frame = pd.DataFrame(made, columns=["article_id", "kind"])
    return frame.assign(outlet="The Lantern", evidence_id=[f"q{n}" for n in frame.index])


def test_shares_add_up_and_carry_their_count():
    made = shares(kinds(direct=15, indirect=5), "outlet", "kind").set_index("kind")
    assert made.share.to_dict() == {"direct": 0.75, "indirect": 0.25}
    assert made["count"].to_dict() == {"direct": 15, "indirect": 5}
    assert (made.total == 20).all()
    assert (made.low <= made.share).all() and (made.share <= made.high).all()
    assert len(made.evidence["indirect"].split()) == 5


def test_a_quote_that_two_speak_counts_once_and_keeps_both_rows_of_evidence():
    given = kinds(direct=16, indirect=4).assign(quote_id=[f"x{n // 2}" for n in range(20)])
    given["article_id"] = [f"a{n // 2 % 6}" for n in range(20)]
    made = shares(given.iloc[:-1], "outlet", "kind", least=1).set_index("kind")
    assert made["count"].to_dict() == {"direct": 8, "indirect": 2}
    assert made.share.to_dict() == {"direct": 0.8, "indirect": 0.2}
    assert len(made.evidence["direct"].split()) == 16


def test_few_rows_are_a_count_without_a_share():
    made = shares(kinds(direct=6, indirect=3), "outlet", "kind")
    assert made[["share", "low", "high"]].isna().all(axis=None)
    assert made["count"].tolist() == [6, 3]


def test_rows_without_a_group_are_left_out():
    given = kinds(direct=12)
    given.loc[:3, "outlet"] = None
    assert shares(given, "outlet", "kind").total.tolist() == [8]
    assert shares(given.iloc[:0], "outlet", "kind").empty
