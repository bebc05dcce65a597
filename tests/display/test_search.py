"""Words in context on a page."""

import pytest
from samples import Quote, Told, article, tables
from stored import stored

from onrecord import display
from onrecord.errors import AnalysisError, WordingError


def corpus():
    return tables(
        article("The Buoy", "2031-01-02", Told("A fog hid the quay."),
                Quote("Ada Quist", "the dredgers leave the harbour")),
        article("The Lantern", "2031-01-03", Told("No dredger was in the harbour at night.")),
        article(None, "2031-01-04", Quote("Bo Ek", "the ferries stay")),
    )  # fmt: skip


def rows(made):
    keys = [column["key"] for column in made.data["columns"]]
    return [dict(zip(keys, row, strict=True)) for row in made.data["rows"]]


@pytest.mark.parametrize("keep", [False, True])
def test_places_in_context_lead_to_their_sentence(tmp_path, keep):
    given = stored(corpus(), tmp_path / "store") if keep else corpus()
    view = display.open_corpus(given, search="dredger* NEAR harbour")
    made = display.search(view, view.search)
    told = rows(made)
    assert [(row["outlet"], row["words"]) for row in told] == [
        ("The Lantern", "dredger was in the harbour"), ("The Buoy", "dredgers leave the harbour"),
    ]  # fmt: skip
    assert "No [dredger was in the harbour] at night" in told[0]["context"]
    assert "2 articles to look in" in made.data["caption"]
    anchors = display.article(display.open_article(given, told[0]["article_id"])).html
    assert f'id="at-{made.data["places"][0][1]}"' in anchors
    assert "speaker" not in told[0]


def test_quotes_of_one_speaker_have_their_evidence():
    view = display.open_corpus(corpus())
    made = display.search(view, "harbour", speaker="quist")
    assert [row["speaker"] for row in rows(made)] == ["Ada Quist"]
    assert made.data["ids"] == ["qa0-0"]
    [few] = rows(display.search(view, "harbour", limit=1))
    assert few["outlet"] == "The Lantern"
    assert "no more" in display.search(view, "harbour", limit=1).data["caption"]


def test_a_page_looks_in_its_own_articles():
    view = display.open_corpus(corpus(), outlet="The Buoy")
    assert {row["outlet"] for row in rows(display.search(view, "harbour"))} == {"The Buoy"}


@pytest.mark.parametrize("query", ["", "  "])
def test_without_words_a_page_has_no_such_section(query):
    made = display.search(display.open_corpus(corpus()), query)
    assert made.mime == "application/vnd.onrecord.unasked+json"


def test_nothing_found_and_what_cannot_be_understood():
    view = display.open_corpus(corpus())
    assert "Nothing found for herring" in display.search(view, "herring").html
    assert "<b>" not in display.search(view, '"<b>herring"').html
    assert "in a quote" in display.search(view, "fog", quotes=True).html
    with pytest.raises(WordingError, match="bracket"):
        display.search(view, "(harbour")
    with pytest.raises(AnalysisError, match="No speaker"):
        display.search(view, "harbour", speaker="Nobody")
