"""Shares of sources: by gender and role, of quotes, words and first quotes."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from samples import Quote, article, tables
from stored import stored

from onrecord import schema, summary
from onrecord.errors import AnalysisError

ROOT = Path(__file__).parent.parent.parent


def _audit():
    """Two outlets; Ada Quist and Bo Ek in twelve articles, an unnamed source or "he" in some."""
    made = []
    for number in range(12):
        outlet = "The Lantern" if number % 2 else "The Buoy"
        lines = [Quote("Ada Quist", "it was so"), Quote("Bo Ek", "it is")]
        if number % 3 == 0:
            lines.insert(0, Quote(None, "nobody is named here", who="He" if number == 3 else None))
        made.append(article(outlet, f"2031-0{1 + number // 6}-11", *lines, title=f"Day {number}"))
    made.append(article("The Buoy", "2031-02-20", Quote("Robin Ash", "he left"), title="Other"))
    made = tables(*made)
    people = [
        {"actor": name, "actor_type": "person", "gender": gender, "role": role, "articles": 9}
        for name, gender, role in (
            ("Ada Quist", "f", "expert"), ("Bo Ek", "m", "citizen"), ("Robin Ash", None, None),
        )
    ]  # fmt: skip
    return replace(made, actors=schema.frame("actors", people))


def _shown(made, of):
    return {row[of]: (row["count"], row["total"]) for row in made.to_dict("records")}


@pytest.mark.parametrize(
    ("asked", "counts"),
    [
        ({"of": "gender"}, {"f": (12, 25), "m": (12, 25), "not told": (1, 25)}),
        # four quotes of nobody are in no gender; as a role three are anonymous, "he" is not
        ({"of": "role"}, {"expert": (12, 29), "citizen": (12, 29), "anonymous": (3, 29),
                          "not resolved": (1, 29), "not told": (1, 29)}),
        ({"of": "gender", "count": "words"}, {"f": (36, 62), "m": (24, 62), "not told": (2, 62)}),
        ({"of": "role", "count": "first quotes"},
         {"expert": (8, 13), "anonymous": (3, 13), "not resolved": (1, 13), "not told": (1, 13)}),
    ],
)  # fmt: skip
def test_shares_of_sources(asked, counts, tmp_path):
    made = _audit()
    for given in (made, stored(made, tmp_path / "store")):
        found = summary.sources(given, **asked)
        assert _shown(found, asked["of"]) == counts
        share = found["count"] / found.total
        assert found.share.to_numpy() == pytest.approx(share.to_numpy())
        assert (found.low.fillna(0) <= found.share).all()


def test_by_outlet_and_month():
    by = summary.sources(_audit(), "gender", by="outlet")
    assert set(by.outlet) == {"The Lantern", "The Buoy"}
    assert by.groupby("outlet")["count"].sum().tolist() == [13, 12]
    months = summary.sources(_audit(), "role", by="month")
    later = months[months.start == pd.Timestamp("2031-02-01")].set_index("role")
    assert pd.isna(months.before[months.start == pd.Timestamp("2031-01-01")]).all()
    assert later.before["not told"] == 0.0
    assert 0.4 < later.before["expert"] < 0.5


def test_a_target_stands_beside():
    made = summary.sources(_audit(), "gender", target={"f": 0.5}).set_index("gender")
    assert made.beyond["f"] == pytest.approx(12 / 25 - 0.5)
    assert pd.isna(made.target["m"])


@pytest.mark.parametrize(
    "wrong",
    [
        {"of": "age"}, {"of": "role", "by": "year"}, {"of": "role", "count": "letters"},
        {"of": "gender", "target": {"female": 0.5}}, {"of": "role", "target": {"f": 0.5}},
    ],
)  # fmt: skip
def test_what_cannot_be_asked(wrong):
    with pytest.raises(AnalysisError, match="is not known"):
        summary.sources(_audit(), **wrong)


def test_over_time_where_nobody_is_known_there_are_no_rows_and_all_columns():
    made = summary.sources(
        replace(_audit(), actors=schema.frame("actors", [])), "gender", by="month"
    )
    known = summary.sources(_audit(), "gender", by="month")
    assert made.empty and list(made.columns) == list(known.columns)
