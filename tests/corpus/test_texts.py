"""Texts without files: `onrecord.read`."""

import pickle

import pandas as pd
import pytest

import onrecord
from onrecord.errors import SchemaError

SAID = "Ferries wait, the harbour master Ada Quist said on Monday."
MORE = "“Nobody sails,” said Bo Lund, who owns the line."


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (SAID, ["Ada Quist"]),
        ([SAID, MORE], ["Ada Quist", "Bo Lund"]),
        ((SAID,), ["Ada Quist"]),
        ({"text": SAID}, ["Ada Quist"]),
        ([{"body": SAID, "headline": "Ferries"}, MORE], ["Ada Quist", "Bo Lund"]),
        ([], []),
        ("It rained.", []),
    ],
)
def test_who_is_quoted(texts, speakers):
    assert onrecord.read(texts).attributions.speaker.to_list() == speakers


def test_a_text_stays_as_it_was_given():
    tables = onrecord.read(SAID)
    assert tables.articles.text.to_list() == [SAID]
    said = tables.spans[tables.spans.role == "source"].iloc[0]
    assert SAID[said.start : said.end] == tables.attributions.source[0]


def test_what_is_known_of_a_record():
    article = onrecord.read(
        {"title": "Ferries", "text": SAID, "outlet": "The Gull", "published": "2031-02-03"}
    ).articles.iloc[0]
    assert (article.title, article.outlet, article.path) == ("Ferries", "The Gull", "#0")
    assert article.published == pd.Timestamp("2031-02-03")
    assert article.text == f"Ferries\n\n{SAID}"


@pytest.mark.parametrize(
    ("texts", "reasons"),
    [
        (["", SAID], ["is empty"]),
        ([" \n"], ["holds only white space"]),
        ([{"title": "Alone"}], ["has no column"]),
        ([SAID, SAID], ["is the same article as #0"]),
        (["Der Minister sagte am Dienstag, die Gespräche seien gescheitert."], ["is in German"]),
        ({"text": None, "title": "x"}, ["has a title but no text"]),
    ],
)
def test_what_cannot_be_read_is_named(texts, reasons):
    found = onrecord.read(texts).rejected.reason.to_list()
    assert len(found) == len(reasons)
    for reason, start in zip(found, reasons, strict=True):
        assert reason.startswith(start)


@pytest.mark.parametrize("wrong", [3, [SAID, None], [b"bytes"], [[SAID]], None])
def test_what_is_neither_text_nor_record(wrong):
    with pytest.raises((SchemaError, TypeError), match=r"neither a text nor a record|iterable"):
        onrecord.read(wrong)


def test_actors_are_counted_when_asked_for_of_the_rows_as_they_were_read():
    expected = onrecord.read(SAID).actors
    later = onrecord.read(SAID)
    assert "actors" not in vars(later)
    again = pickle.loads(pickle.dumps(onrecord.read(SAID)))
    later.profiles.loc[:, "actor"] = "Somebody Else"
    for each in (later, again):
        pd.testing.assert_frame_equal(each.actors, expected)
    assert "Ada Quist" in list(expected.actor)
    with pytest.raises(AttributeError, match="actor_s"):
        later.actor_s  # noqa: B018
