"""Figures in words of our own: what each is, what it counts, and what is none."""

import time
from functools import cache

import pandas as pd
import pytest
from samples import Quote, article, small, tables
from stored import stored

from onrecord import display, figures
from onrecord.figures.numbers import number
from onrecord.summary import evidence


def _found(text):
    return [
        (f.low if f.low == f.high else (f.low, f.high), f.unit, f.of and text[slice(*f.of)])
        for f in figures.find(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the yard hired 1,200 skilled welders", [(1200, None, "skilled welders")]),
        ("More than two hundred and fifty boats left", [(250, None, "boats")]),
        ("half a million households froze", [(5e5, None, "households")]),
        ("a billion litres leaked", [(1e9, "litre", None)]),
        ("six current or former keepers resigned", [(6, None, "current or former keepers")]),
        ("40 of the ferrymen had gone", [(40, None, "ferrymen")]),
        ("12 per cent of the island's wells are dry", [(12, "%", "island's wells")]),
        ("rents rose 4.5% and then by 2 percentage points",
         [(4.5, "%", None), (2, "percentage point", None)]),
        ("a 30% discount on fares", [(30, "%", "discount")]),
        ("they owe $3.2bn in back taxes", [(3.2e9, "$", "back taxes")]),
        ("a fine of €16m", [(16e6, "€", "fine")]),
        ("it costs between £2 and £3 a trip", [(2, "£", None), (3, "£", None)]),
        ("the bill would be $300", [(300, "$", "bill")]),
        ("a loss of 9 million crowns", [(9e6, "crown", "loss")]),
        ("a ticket for $29 (£25) at the gate", [(29, "$", "ticket"), (25, "£", "ticket")]),
        ("from 10 to 12 feet", [((10, 12), "foot", None)]),
        ("$1 billion to $3 billion in charges", [((1e9, 3e9), "$", "charges")]),
        ("up from $362 million in 2014 to $557 million now",
         [(362e6, "$", None), (557e6, "$", None)]),
        ("60 percent of Mrs. Ek's reported gifts", [(60, "%", "Mrs. Ek's reported gifts")]),
        ("5% of the fare. Ek left", [(5, "%", "fare")]),
        ("a six-percentage-point lead", [(6, "percentage point", "lead")]),
        ("a 10 percentage-point lead", [(10, "percentage point", "lead")]),
        # "in" leads to what it is, never to when or where it was
        ("it raised $21 million in January", [(21e6, "$", None)]),
        ("it spent £3m in Northern Ferrania", [(3e6, "£", None)]),
        ("prices rose 4% in the first quarter", [(4, "%", None)]),
        ("it sold $5 million in Harbour bonds", [(5e6, "$", "Harbour bonds")]),
        ("a fine of $20-30 million", [((2e7, 3e7), "$", "fine")]),
        ("three to five million voters", [((3e6, 5e6), None, "voters")]),
        ("jailed for 33 months", [(33, "month", None)]),
        ("an eight-year scheme", [(8, "year", "scheme")]),
        ("a third of the fleet", [(0.3333, "share", "fleet")]),
        ("two-thirds of its crews", [(0.6667, "share", "crews")]),
        ("one in four pupils", [(0.25, "share", "pupils")]),
        ("nine out of ten nurses", [(0.9, "share", "nurses")]),
        # what is no figure
        ("in 2016 and on June 5, at 11:30 am or 8 p.m.", []),
        ("the 1990s, the 12th year, the first of them", []),
        ("Flight 175, the EB-5 program, MI6, Article 50 and the G20", []),
        ("two weeks ago, six months before the vote, in the past three years", []),
        ("Bo Ek, 25, a man aged 30, a 40-year-old", []),
        ("one of them, no one, those two", []),
        ("they won 3-1", []),
        ("a two-handed grip", []),
        ("hundreds of people, millions of dollars", []),
        ("", []),
    ],
)  # fmt: skip
def test_figures_of_a_text(text, found):
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("forty-two", 42), ("two hundred and six", 206), ("2.5 million", 2.5e6), ("a dozen", 12),
        ("half a billion", 5e8), ("two and a half million", 2.5e6), ("12,000", 12000),
        ("16m", 16e6), ("nineteen", 19), ("tide", None), ("", None),
    ],
)  # fmt: skip
def test_numbers_in_words(text, value):
    made = number(text)
    assert (made and made.value) == value


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("about 40 boats", "about"), ("more than 40 boats", "more than"),
        ("up to 40 boats", "up to"), ("an estimated 40 boats", "an estimated"),
        ("exactly 40 boats", None), ("all about it: 40 boats", None),
    ],
)  # fmt: skip
def test_hedges(text, hedge):
    assert [f.hedge for f in figures.find(text)] == [hedge]


@cache
def _corpus():
    return tables(
        article("The Buoy", "2031-01-02",
                Quote("Ada Quist", "the storm sank 40 trawlers, more than ever"),
                Quote("Bo Ek", "the council will buy 3 buses"),
                Quote(None, "he saw nothing")),
        article("The Lantern", "2031-01-03",
                Quote("Bo Ek", "in that storm about 25 trawlers were lost", factuality="hedged"),
                Quote("Ada Quist", "40 trawlers sank in that storm"),
                Quote("Bo Ek", "90 trawlers were built at the yard"),
                Quote("Bo Ek", "it was not 7 million crowns", factuality="negated")),
    )  # fmt: skip


def test_a_long_turn_is_read_in_time_that_grows_with_it():
    line = "The fund paid 1,200 dollars to some 40 dockers, lost 15% of fares and owes 3 million. "
    for words in (line, "half of it, a third of the quay, "):
        began = time.process_time()
        found = figures.find(words * (60_000 // len(words)))
        assert len(found) >= 60_000 // len(words)
        assert time.process_time() - began < 5


@pytest.mark.parametrize("where", ["frames", "store"])
def test_the_ledger(where, tmp_path):
    made = _corpus() if where == "frames" else stored(_corpus(), tmp_path / "store")
    ledger = figures.figures(made)
    rows = {(r.speaker, r.low, r.of, r.hedge if pd.notna(r.hedge) else None)
            for r in ledger.itertuples()}  # fmt: skip
    assert rows == {
        ("Ada Quist", 40.0, "trawlers", None), ("Bo Ek", 3.0, "buses", None),
        ("Bo Ek", 25.0, "trawlers", "about"), ("Bo Ek", 90.0, "trawlers", None),
    }  # fmt: skip
    assert ledger.claim.iloc[0].startswith("“the storm sank")  # compared, and done
    assert ledger.of.iloc[-1] == "buses"  # small, and yet to come
    assert set(ledger.evidence) <= set(evidence(made).evidence_id)
    assert len(figures.figures(made, speaker="Ada Quist")) == 2


def test_the_same_quantity_by_different_speakers():
    made = figures.side_by_side(figures.figures(_corpus()))
    assert sorted(zip(made.speaker, made.low, strict=True)) == [
        ("Ada Quist", 40.0), ("Ada Quist", 40.0), ("Bo Ek", 25.0),
    ]  # fmt: skip
    assert (made.least.iloc[0], made.most.iloc[0], made.speakers.iloc[0]) == (25.0, 40.0, 2)
    alone = figures.side_by_side(figures.figures(small()))
    assert alone.empty and "quantity" in alone


def test_figures_on_a_page():
    view = display.open_corpus(_corpus())
    made = display.ledger(view)
    keys = [column["key"] for column in made.data["columns"]]
    assert dict(zip(keys, made.data["rows"][0], strict=True))["figure"] == "40"
    assert len(display.quantities(view).data["rows"]) == 3
    assert display.ledger(display.open_corpus(tables())).data["rows"] == []
