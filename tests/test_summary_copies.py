"""Wire copy counts once."""

import pandas as pd
import pytest
import samples
from samples import Quote, article, tables

from analysis import summary
from analysis.tables import Tables


class Grouped(Tables):
    """Tables that know their stories, like those of a store."""

    stories: pd.DataFrame


def wire() -> Tables:
    quote = Quote("Ada Quist", "Norland lied", {"Norland": -0.8})
    made = tables(
        article("Harbour Post", "2031-03-02", quote, title="Again"),
        article("The Lantern", "2031-03-01", quote, title="First"),
        article("The Lantern", "2031-03-03", quote, title="Another"),
        article("Tidings", None, quote, title="Undated"),
    )
    told = Grouped(**{name: getattr(made, name) for name in Tables.names()})
    grouped = pd.DataFrame({"article_id": ["a0", "a1", "a2", "a3"], "story_id": list("xxyx")})
    object.__setattr__(told, "stories", grouped)
    return told


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


def test_copies_name_the_outlets_that_ran_a_story():
    made = summary.copies(wire())
    assert made.values.tolist() == [["x", "First", 3, ("Harbour Post", "The Lantern", "Tidings")]]


def test_an_analysis_without_stories_has_no_copies():
    assert summary.copies(samples.small()).empty
    assert len(summary.select(samples.small()).articles) == 12
