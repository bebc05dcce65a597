"""Claims with figures, as the page's script lists them under any filter."""

import random
from functools import cache
from importlib import import_module

import pytest
from recounting import browsed, same_table
from samples import Quote, article, tables

from onrecord import display, summary
from onrecord.summary.compact import compact
from onrecord.tables import Tables

pytestmark = browsed
PEOPLE = ("Ada Quist", "Bo Lund", "Cleo Rand", None)
SAID = (
    "The harbour lost {n},000 jobs", "about {n} percent of the ferries sailed", "it was {n} days",
    "{n} dredgers are to leave", "it cost ${n} million more than the treaty",
    "the council has {n},000 jobs in the harbour", "{n} ferries and {m} percent of them will go",
    "nobody counts them", "{n} jobs went in {m} years",
)  # fmt: skip


@cache
def corpus() -> Tables:
    draw = random.Random(4)
    made = []
    for day in range(40):
        lines = [
            Quote(
                draw.choice(PEOPLE),
                draw.choice(SAID).format(n=draw.randint(2, 90), m=draw.randint(2, 90)),
                kind=draw.choice(("direct", "indirect")),
                factuality=draw.choice(("asserted", "asserted", "hedged", "negated")),
                beside="Bo Lund" if draw.random() < 0.1 else None,
            )
            for _ in range(draw.randint(0, 4))
        ]
        when = None if day % 11 == 5 else f"2031-03-{1 + day * 7 % 23:02}T0{day % 3}:30"
        made.append(article(draw.choice(("Post", "Tidings", None)), when, *lines))
    return tables(*made)


@pytest.mark.parametrize(
    "asked",
    [{}, {"outlet": "Post"}, {"since": "2031-03-06", "until": "2031-03-12"},
     {"until": "2029-01-01"}, {"speaker": "Ada Quist"}],
    ids=str,
)  # fmt: skip
def test_claims_of_a_filter_are_those_of_the_selection(script, monkeypatch, asked):
    """Of a quantity, too, which is none where one speaker alone is left of it."""
    monkeypatch.setattr(import_module("onrecord.display.table"), "DIGITS", 17)
    given = corpus()
    page = display.View("corpus", "", given, given)
    many = [len(make(page).data["rows"]) for make in (display.ledger, display.quantities)]
    sent = compact(given, {}, more=page.carries)
    part = display.View("corpus", "", summary.select(given, **asked), given)
    for make, whole in zip((display.ledger, display.quantities), many, strict=True):
        data = make(part).data
        keys = [column["key"] for column in data["columns"]]
        assert data["recount"] == data["name"]
        words = keys.index("claim")  # they come with the sentences
        data["rows"] = [[*row[:words], None, *row[words + 1 :]] for row in data["rows"]]
        rows = same_table(script, sent, data, asked)
        assert (len(rows) < whole) == bool(asked) and whole > 20
