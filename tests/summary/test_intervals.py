"""Means and shares with intervals that resample articles."""

import numpy as np
import pandas as pd
import pytest

from onrecord.summary.bootstrap import MIN_SETTLED, ends, resampled, tail
from onrecord.summary.intervals import Estimate, estimate, estimates
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
    assert not found.settled


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


@pytest.mark.parametrize("articles", [2, 3, 6, 12])
def test_coverage_is_near_what_is_promised(articles):
    """Of 400 samples, about 95 % of the intervals hold the true mean, zero."""
    samples = np.random.default_rng(11).normal(0, 0.1, (articles, 400))
    low, high = ends(resampled(samples, np.ones_like(samples)), articles)
    assert 0.91 <= ((low <= 0) & (high >= 0)).mean() <= 0.99


@pytest.mark.parametrize("articles, settled", [(MIN_SETTLED - 1, False), (MIN_SETTLED, True)])
def test_few_articles_settle_nothing(articles, settled):
    given = rows(*((f"a{n}", 0.5 + 0.01 * n) for n in range(articles)))
    found = estimate(given.value, given.article_id)
    assert 0 < found.low < found.high < 1
    assert found.settled is settled


def test_two_articles_leave_almost_everything_open_but_nothing_impossible():
    given = rows(("a", 0.2), ("b", 0.6))
    found = estimate(given.value, given.article_id)
    assert (found.low, found.high) == (-1.0, 1.0)


def test_the_same_rows_give_the_same_interval():
    given = rows(*((f"a{n}", (-0.5) ** n) for n in range(9)))
    assert estimate(given.value, given.article_id) == estimate(given.value, given.article_id)


def test_weights_count_copies_once():
    given = rows(("a", 1.0), ("copy", 1.0), ("b", 0.0))
    weights = pd.Series({"a": 1.0, "copy": 0.0})
    found = estimate(given.value, given.article_id, weights=weights)
    assert (found.value, found.count, found.articles) == (0.5, 2, 2)


def test_groups_keep_their_order_names_and_evidence():
    given = rows(("a", 1.0), ("a", 0.0), ("b", 0.5)).assign(
        who=["y", "x", "y"], evidence_id=["s0", "s1", "s2"]
    )
    made = estimates(given, ["who"], "value")
    assert made.who.tolist() == ["y", "x"]
    assert made.evidence.tolist() == ["s0 s2", "s1"]
    assert made.value.tolist() == [0.75, 0.0]
    assert made["count"].tolist() == [2, 1]


def test_groups_of_nothing_are_an_empty_table():
    made = estimates(rows().assign(who=[]), ["who"], "value")
    assert made.columns.tolist() == ["who", "value", "low", "high", "count", "articles"]
    assert made.empty


def test_the_tail_is_wider_for_few_articles_and_tends_to_the_usual():
    assert tail(3) < tail(10) < tail(31) < tail(5000) <= 0.025
    assert tail(100_000) == pytest.approx(0.025, abs=1e-4)


def test_blocks_of_draws_agree_in_size_with_one_block():
    """A large corpus is resampled in blocks, each with draws of its own."""
    sums = np.ones((4000, 1))
    made = resampled(sums, sums, resamples=1100)
    assert made.shape == (1100, 1)
    assert (made == 1).all()


def kinds(**counts: int) -> pd.DataFrame:
    made = [(f"a{n % 4}", kind) for kind, times in counts.items() for n in range(times)]
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
    given = kinds(direct=15, indirect=5).assign(quote_id=[f"x{n // 2}" for n in range(20)])
    made = shares(given.iloc[:-1], "outlet", "kind", least=1).set_index("kind")
    assert made["count"].to_dict() == {"direct": 8, "indirect": 2}
    assert made.share.to_dict() == {"direct": 0.8, "indirect": 0.2}
    assert len(made.evidence["direct"].split()) == 15


def test_few_rows_are_a_count_without_a_share():
    made = shares(kinds(direct=6, indirect=3), "outlet", "kind")
    assert made[["share", "low", "high"]].isna().all(axis=None)
    assert made["count"].tolist() == [6, 3]


def test_rows_without_a_group_are_left_out():
    given = kinds(direct=12)
    given.loc[:3, "outlet"] = None
    assert shares(given, "outlet", "kind").total.tolist() == [8]
    assert shares(given.iloc[:0], "outlet", "kind").empty
