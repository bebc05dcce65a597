"""A part of tables in memory: its rows are taken out of the whole when they are asked for."""

import pickle
from dataclasses import fields

import pandas as pd
import pytest
import samples
from samples import Quote, article, tables

from onrecord.store.layout import HELD
from onrecord.summary.counted import Counted
from onrecord.tables import Tables

ADA = Quote("Ada Quist", "Norland lied", {"Norland": -0.8})
BO = Quote("Bo Lund", "Sudmark and Norland won", {"Norland": 0.7, "Sudmark": 0.6})
BOTH = Quote("Ada Quist", "Sudmark lost", {"Sudmark": -0.9}, beside="Bo Lund")


def made() -> Tables:
    return tables(
        article("Tidings", "2031-03-01", ADA, BO),
        article("Tidings", "2031-03-02", BO),
        article("Harbour Post", None, ADA, BOTH),
    )


def taken(whole: Tables, ids: list[str], **who: str) -> Tables:
    return whole.narrowed(pd.Series(ids, dtype="str"), **who)


@pytest.mark.parametrize("table", HELD)
def test_rows_are_those_of_some_articles_with_their_labels(table):
    whole = made()
    rows = getattr(whole, table)
    own = rows[rows.article_id.isin(["a0", "a2"])]
    assert table == "profiles" or 0 < len(own) < len(rows)
    pd.testing.assert_frame_equal(getattr(taken(whole, ["a2", "a0", "none"]), table), own)


@pytest.mark.parametrize(
    ("who", "said", "stances"),
    [
        ({}, 3, 5),
        ({"speaker": "Ada Quist"}, 1, 1),
        ({"actor": "Sudmark"}, 2, 2),
        ({"speaker": "Bo Lund", "actor": "Norland"}, 2, 2),
        ({"speaker": "Cleo Rand"}, 0, 0),
    ],
)
def test_words_are_those_of_some(who, said, stances):
    part = taken(made(), ["a0", "a1"], **who)
    assert (len(part.attributions), len(part.articles)) == (said, 2)
    assert len(part.stances) == stances
    for name in ("speaker", "actor"):
        column = {"speaker": "speaker", "actor": "target"}[name]
        assert set(part.stances[column]) <= (
            {who[name]} if name in who else {*part.stances[column]}
        )


def test_a_part_of_a_part_is_a_part_of_both():
    whole = made()
    one = taken(taken(whole, ["a0", "a1"]), ["a1", "a2"], speaker="Bo Lund")
    assert one.listed.article_id.tolist() == ["a1"]
    two = taken(taken(whole, ["a0", "a2"], speaker="Bo Lund"), ["a0", "a1"], actor="Norland")
    assert (
        two.stances.index.tolist()
        == whole.stances.index[
            (whole.stances.article_id == "a0")
            & (whole.stances.speaker == "Bo Lund")
            & (whole.stances.target == "Norland")
        ].tolist()
    )
    assert set(two.attributions.speaker) == {"Bo Lund"}


def test_a_part_goes_to_other_processes_without_the_whole():
    part = taken(made(), ["a1"], speaker="Bo Lund")
    again = pickle.loads(pickle.dumps(part))
    assert type(again) is Tables
    for item in fields(Tables):
        one, other = getattr(part, item.name), getattr(again, item.name)
        assert one.equals(other) if isinstance(one, pd.DataFrame) else one == other


@pytest.mark.parametrize(
    ("ids", "each", "quotes"), [(["a0", "a1"], "rows", 3), (["a2"], "distinct quote_id", 2)]
)
def test_values_are_told_apart_only_where_a_quote_has_several_speakers(ids, each, quotes):
    found = Counted.of(taken(made(), ids).part, "quotes")
    assert found.each == each
    assert found.counts([], n=found.each).n[0] == quotes
    assert len(found.frame()) == (3 if each != "rows" else quotes)


def test_no_articles_are_no_rows():
    part = taken(samples.small(), [])
    assert {len(getattr(part, name)) for name in HELD} == {0}
    assert part.part.ask("select count(*) as n from attributions").n[0] == 0
