"""The finding in words that claim no more than the numbers show."""

import re

import pytest
import samples
from samples import Quote, Told, article, tables

from onrecord import summary
from onrecord.summary.words import counted, interval, percent, signed

WON = Quote("Ada Quist", "Norland won", {"Norland": 0.7})
LIED = Quote("Ada Quist", "Norland lied", {"Norland": -0.8})


def articles(number, *lines):
    return tables(*(article("X", "2031-03-01", *lines) for _ in range(number)))


@pytest.mark.parametrize(
    "made, said, count",
    [
        (samples.empty(), "No article was read.", 0),
        (articles(1), "1 article from 1 outlet quotes nobody.", 0),
        (articles(2, Told("It rained.")), "2 articles from 1 outlet quote nobody.", 0),
        (samples.one_quote(), "1 article holds 1 quote, by 1 named speaker.", 1),
        (
            articles(1, Quote(None, "All is well")),
            "holds 1 quote, by a speaker who is not known.",
            0,
        ),
        (articles(6, LIED), "6 articles from 1 outlet hold 6 quotes, all of them by 1 named", 6),
        (samples.small(), "hold 30 quotes, 29 of them by 4 named speakers.", 12),
        (
            articles(6, LIED),
            "is Ada Quist on Norland: 6 statements in 6 articles, all of which read as against.",
            6,
        ),
        (
            articles(12, LIED),
            "On average that is clearly against (mean stance −0.80, 95% inter",
            12,
        ),
        (
            articles(12, Quote("Ada Quist", "Norland sailed", {"Norland": -0.3})),
            "all of which read as neutral. On average that is mildly against (mean stance −0.30",
            12,
        ),
        (articles(1, LIED, LIED), "2 statements in 1 article, both of which read as against.", 2),
        (articles(6, Quote("Ada Quist", "All is well")), "No named speaker takes a stance", 0),
        (
            articles(1, LIED, Quote("Bo Lund", "Norland won", {"Norland": 0.7})),
            "No stance toward anyone stands in more than one article.",
            0,
        ),
    ],
)
def test_lead(made, said, count):
    found = summary.lead(made)
    assert said in found.sentence
    assert found.count == count == len(found.evidence.split())


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ({}, "No named speaker takes a stance toward a named actor."),
        ({"speaker": "Ada Quist"}, "No statement about a named actor was found."),
        ({"actor": "Norland"}, "No statement about Norland by a named speaker was found."),
    ],
)
def test_a_page_says_what_it_found_nothing_of(about, said):
    assert summary.lead(articles(6, Quote("Ada Quist", "All is well")), **about).sentence.endswith(
        said
    )


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ({}, "No stance toward anyone stands in more than one article."),
        ({"actor": "Norland"}, "No speaker's stance toward Norland stands in more than one"),
    ],
)
def test_one_article_is_one_witness(about, said):
    made = articles(1, LIED, Quote("Bo Lund", "Norland won", {"Norland": 0.7}))
    assert said in summary.lead(made, **about).sentence


@pytest.mark.parametrize(
    "made",
    [
        articles(6, LIED),  # statements
        articles(4, LIED, LIED, LIED),  # articles
        tables(*(article("X", None, LIED if n % 2 else WON) for n in range(12))),
        articles(12, Quote("Ada Quist", "Norland sailed", {"Norland": 0.05})),
    ],
)
def test_what_is_not_clear_has_no_verdict(made):
    said = summary.lead(made).sentence
    assert not re.search("On average|direction|too few|mean", said)


def test_the_lead_is_about_the_most_frequent_pair_not_the_most_extreme():
    mild = Quote("Bo Lund", "Sudmark sailed", {"Sudmark": 0.1})
    made = tables(*(article("X", None, mild) for _ in range(7)), article("X", None, LIED))
    assert "is Bo Lund on Sudmark" in summary.lead(made).sentence


@pytest.mark.parametrize(
    ("clear", "speaker", "which"),
    [
        (1, None, "The one clear direction is Ada Quist on Sudmark: 12 statements in 12 articles"),
        (1, "Ada Quist", "The one clear direction is the stance toward Sudmark"),
        (2, "Ada Quist", "Among the most widely reported of 2 clear directions is the stance"),
        (0, "Ada Quist", "All that is reported is the stance toward Norland"),
    ],
)
def test_a_clear_direction_comes_before_what_more_articles_have_without_one(clear, speaker, which):
    made = summary.lead(samples.leaning(clear), speaker=speaker)
    assert which in made.sentence
    assert ("On average that is clearly against" in made.sentence) == bool(clear)
    assert made.count == len(made.evidence.split()) == (12 if clear else 16)


@pytest.mark.parametrize(
    ("norland", "sudmark", "which"),
    [
        (3, 2, "Most widely reported is Ada Quist on Norland"),
        (3, 3, "Among the most widely reported is Ada Quist on Norland"),
        (2, 1, "Reported in more than one article is Ada Quist on Norland"),
        (2, 0, "The only pair is Ada Quist on Norland"),
    ],
)
def test_a_pair_is_the_most_reported_where_it_is_alone_and_often_enough(norland, sudmark, which):
    mild = Quote("Bo Lund", "Sudmark sailed", {"Sudmark": 0.1})
    made = [article("X", None, LIED)] * norland + [article("X", None, mild)] * sudmark
    assert which in summary.lead(tables(*made)).sentence


def test_leads_of_a_speaker_and_an_actor():
    whole = samples.small()
    one = summary.lead(summary.select(whole, speaker="Cleo Rand"), speaker="Cleo Rand")
    assert one.sentence.startswith("Cleo Rand is quoted twice in 2 articles from 2 outlets.")
    assert "All that is reported is the stance toward Ferry League: 2 statements" in one.sentence
    fragment = article("Post", "2031-07-01", Quote("Cleo Rand", "the museum", kind="indirect"))
    more = tables(*(article("X", None, LIED) for _ in range(2)), fragment,
                  article("Post", "2031-07-02", Quote("Cleo Rand", "it is open")))  # fmt: skip
    few = summary.lead(summary.select(more, speaker="Cleo Rand"), speaker="Cleo Rand")
    assert few.sentence.startswith("Cleo Rand is quoted once in 1 article from 1 outlet.")
    other = summary.lead(summary.select(whole, actor="Sudmark"), actor="Sudmark")
    assert other.sentence.startswith("12 articles from 2 outlets name Sudmark.")


@pytest.mark.parametrize(
    "value, short",
    [(0.5, "+0.50"), (-0.5, "−0.50"), (0.0, "0.00"), (-0.004, "0.00"), (float("nan"), "–")],
)
def test_signed(value, short):
    assert signed(value) == short


def test_words_for_counts_shares_and_intervals():
    assert counted(0, "quote") == "0 quotes"
    assert percent(0.333, 4, 12) == "33% (4 of 12)"
    assert percent(0.5, 2, 4) == "2 of 4"
    assert interval(float("nan"), float("nan")) == "no interval below 5 articles"
