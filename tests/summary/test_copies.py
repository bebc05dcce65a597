"""Wire copy counts once."""

from dataclasses import replace

import pandas as pd
import pytest
import samples
from samples import Quote, article, tables

from onrecord import summary
from onrecord.summary.compact import compact
from onrecord.tables import Tables


def wire() -> Tables:
    quote = Quote("Ada Quist", "Norland lied", {"Norland": -0.8})
    made = tables(
        article("Harbour Post", "2031-03-02", quote, title="Again"),
        article("The Lantern", "2031-03-01", quote, title="First"),
        article("The Lantern", "2031-03-03", quote, title="Another"),
        article("Tidings", None, quote, title="Undated"),
    )
    grouped = pd.DataFrame({"article_id": ["a0", "a1", "a2", "a3"], "story_id": list("xxyx")})
    return replace(made, stories=grouped)


@pytest.mark.parametrize(
    "asked, kept",
    [
        ({}, ["a1", "a2"]),
        ({"copies": True}, ["a0", "a1", "a2", "a3"]),
        ({"outlet": "Harbour Post"}, ["a0"]),
        ({"since": "2031-03-02"}, ["a0", "a2"]),
        ({"speaker": "Ada Quist"}, ["a1", "a2"]),
    ],
)
def test_the_earliest_article_that_fits_stands_for_the_story(asked, kept):
    part = summary.select(wire(), **asked)
    assert part.articles.article_id.tolist() == kept
    assert part.stances.article_id.tolist() == kept


@pytest.mark.parametrize(
    ("speaker", "taken"), [("Ada Quist", False), ("Cleo Rand", True)], ids=["copied", "alone"]
)
def test_a_page_holds_the_copies_of_its_own_articles(monkeypatch, speaker, taken):
    quote = Quote("Ada Quist", "Norland lied", {"Norland": -0.8})
    other = Quote("Cleo Rand", "Norland is right", {"Norland": 0.8})
    made = tables(*(article("Tidings", f"2031-03-0{n}", q) for n, q in enumerate(
        (quote, quote, other), 1)))  # fmt: skip
    stories = pd.DataFrame({"article_id": ["a0", "a1", "a2"], "story_id": list("xxy")})
    made, asked = replace(made, stories=stories), {"speaker": speaker}
    shown = summary.select(made, **asked)
    fresh = compact(made, asked)
    assert len(fresh["quotes"]["art"]) == (1 if taken else 2)
    monkeypatch.setattr("onrecord.summary.compact.select", lambda *_, **__: None)
    if taken:  # of what is shown no copy is left out: it need not be selected again
        assert compact(made, asked, shown) == fresh
    else:
        with pytest.raises(AttributeError):
            compact(made, asked, shown)


def test_copies_name_the_outlets_that_ran_a_story():
    made = summary.copies(wire())
    assert made.values.tolist() == [["x", "First", 3, ("Harbour Post", "The Lantern", "Tidings")]]


def test_an_analysis_without_stories_has_no_copies():
    assert summary.copies(samples.small()).empty
    assert len(summary.select(samples.small()).articles) == 12


SUMMARIES = {
    "statements": lambda tables: len(summary.statements(tables)),
    "quotes": lambda tables: len(summary.quotes(tables)),
    "narrated": lambda tables: len(summary.sentences(tables)) // 2,
    "pairs": lambda tables: summary.pairs(tables)["count"].sum(),
    "speakers": lambda tables: summary.speakers(tables).quotes.sum(),
    "actors": lambda tables: summary.actors(tables).mentions.sum() // 2,
    "outlets": lambda tables: summary.outlets(tables).articles.sum(),
    "totals": lambda tables: summary.totals(tables).articles,
    "kinds": lambda tables: summary.kinds(tables)["count"].sum(),
    "cues": lambda tables: summary.cue_profile(tables)["count"].sum(),
    "edges": lambda tables: summary.edges(tables)["count"].sum(),
    "reply": lambda tables: len(summary.right_of_reply(tables)),
}


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_summary_counts_a_story_once_unless_asked(name):
    assert SUMMARIES[name](wire()) == 2
    assert SUMMARIES[name](summary.select(wire(), copies=True)) == 4
    assert SUMMARIES[name](replace(wire(), stories=None)) == 4


def test_volume_counts_a_story_once():
    assert summary.volume(wire()).articles.sum() == 2
    assert summary.volume(summary.select(wire(), copies=True)).articles.sum() == 3  # one undated


def test_evidence_of_a_later_copy_can_still_be_looked_up():
    every = summary.select(wire(), copies=True)
    ids = summary.statements(every).evidence_id
    assert len(summary.evidence(wire(), ids)) == 4


def test_the_other_outlets_of_a_story_are_named():
    told = wire()
    assert summary.also(told, told.articles).tolist() == [
        "The Lantern, Tidings", "Harbour Post, Tidings", "", "Harbour Post, The Lantern",
    ]  # fmt: skip
    alone = samples.small()
    assert set(summary.also(alone, alone.articles)) == {""}
