"""What changes with time."""

import numpy as np
import pandas as pd
import pytest
import samples
from samples import Quote, article, tables

from onrecord import summary
from onrecord.summary.trend import period


@pytest.mark.parametrize(
    "days, unit",
    [
        (["2031-01-01"], "day"),
        (["2031-01-01", "2031-02-10"], "day"),
        (["2031-01-01", "2031-12-01", None], "week"),
        (["2031-01-01", "2036-12-01"], "month"),
        ([None], "day"),
    ],
)
def test_period(days, unit):
    assert period(pd.to_datetime(pd.Series(days, dtype="datetime64[us]"))) == unit


def test_volume_counts_empty_periods_and_loses_no_quote():
    quote = Quote("Ada Quist", "Norland lied", {"Norland": -0.8})
    made = summary.volume(
        tables(
            article("X", "2031-03-01", quote, quote),
            article("X", "2031-03-04"),
            article("X", None, quote),
        )
    )
    assert made.quotes.tolist() == [2, 0, 0, 0]
    assert made.articles.tolist() == [1, 0, 0, 1]
    assert made.quoting.tolist() == [1, 0, 0, 0]
    assert made.evidence.tolist() == ["qa0-0 qa0-1", "", "", ""]


def test_volume_by_week_holds_all_quotes():
    made = summary.volume(samples.small())
    assert set(made.unit) == {"week"}
    assert made.quotes.sum() == 30
    assert sum(len(ids.split()) for ids in made.evidence) == 30


def rows(*pairs: tuple[str, str | None, float]) -> pd.DataFrame:
    made = pd.DataFrame(pairs, columns=["article_id", "published", "value"])
    return made.assign(published=pd.to_datetime(made.published).astype("datetime64[us]"))


@pytest.mark.parametrize(
    "given",
    [
        rows(),
        rows(("a", "2031-01-01", 0.1), ("b", "2031-01-05", 0.2)),
        rows(("a", "2031-01-01", 0.1), ("b", "2031-01-01", 0.2), ("c", "2031-01-01", 0.0)),
        rows(("a", "2031-01-01", 0.1), ("b", None, 0.2), ("c", None, 0.0)),
    ],
    ids=["none", "two articles", "one day", "undated"],
)
def test_too_little_makes_no_line(given):
    assert summary.smooth(given, "value").empty


def test_a_line_follows_a_change_and_its_band_holds_it():
    days = pd.date_range("2031-01-01", periods=60)
    given = rows(*((f"a{n}", str(day), -0.5 if n < 30 else 0.5) for n, day in enumerate(days)))
    made = summary.smooth(given, "value")
    assert made.value.iloc[0] == pytest.approx(-0.5, abs=0.05)
    assert made.value.iloc[-1] == pytest.approx(0.5, abs=0.05)
    assert (made.low <= made.value + 1e-9).all() and (made.value <= made.high + 1e-9).all()
    assert made.attrs["bandwidth"] >= 1


def test_a_line_breaks_where_nothing_is_near():
    days = [*pd.date_range("2031-01-01", periods=8), *pd.date_range("2031-12-01", periods=8)]
    given = rows(*((f"a{n}", str(day), 0.2) for n, day in enumerate(days)))
    made = summary.smooth(given, "value", bandwidth=5)
    assert made.value.notna().iloc[[0, -1]].all()
    assert made.value.iloc[20:40].isna().all()


def test_a_line_breaks_where_the_interval_would_be_the_whole_scale():
    days = [f"2031-01-0{n}" for n in range(1, 7)]
    wild = rows(*((f"a{n}", day, (-1.0) ** n) for n, day in enumerate(days)))
    assert summary.smooth(wild, "value", bandwidth=30).value.isna().all()
    calm = rows(*((f"a{n}", day, 0.2 + 0.01 * n) for n, day in enumerate(days)))
    assert summary.smooth(calm, "value", bandwidth=30).value.notna().all()


def test_a_line_needs_five_articles_near():
    days = [f"2031-01-0{n}" for n in range(1, 5)]
    given = rows(*((f"a{n}", day, 0.2 + 0.01 * n) for n, day in enumerate(days)))
    assert summary.smooth(given, "value", bandwidth=300).value.isna().all()


def test_nearly_equal_days_do_not_divide_by_zero():
    given = rows(*((f"a{n}", "2031-01-01" if n else "2031-01-03", 0.1 * n) for n in range(9)))
    made = summary.smooth(given, "value")
    assert np.isfinite(made.value.dropna()).all()
    assert made.value.notna().any()
