"""The table for regressions: every statement once, with what could explain it."""

from dataclasses import replace

import pandas as pd
import pytest
from samples import Quote, Told, article, small, tables
from stored import stored

from onrecord import schema, summary


@pytest.mark.parametrize("where", ["frames", "store"])
def test_a_row_for_each_statement_that_counts(tmp_path, where):
    made = small() if where == "frames" else stored(small(), tmp_path / "store")
    rows = summary.regression(made)
    told = summary.statements(made)
    assert rows.score.tolist() == pytest.approx(told.score.tolist())
    assert rows.teller.tolist() == told.teller.tolist()
    assert (rows.is_favor + rows.is_against).max() == 1
    assert rows[rows.voice == "narrator"][["words", "kind", "speaker"]].isna().all(axis=None)


def test_what_is_known_of_both_stands_beside():
    said = Quote("Ada Quist", "Norland broke its word", {"Norland": -0.8})
    made = tables(article("The Buoy", "2031-04-05", said, Told("Norland slept.", {"Norland": 0.1})))
    people = [
        {"actor": "Ada Quist", "actor_type": "person", "gender": "f", "side": "a", "articles": 1},
        {"actor": "Norland", "actor_type": "country", "side": "b", "articles": 1},
    ]
    rows = summary.regression(replace(made, actors=schema.frame("actors", people)))
    first, second = rows.to_dict("records")
    asked = ("speaker_gender", "same_side", "words", "month", "target_type")
    assert [first[name] for name in asked] == ["f", 0, 4, 4, "country"]
    assert pd.isna(second["same_side"]) and second["is_against"] == 0
    assert summary.regression(tables()).empty
