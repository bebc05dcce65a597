"""The finding in words that claim no more than the numbers show."""

import pytest
import samples
from samples import Quote, Told, article, tables

from onrecord import summary
from onrecord.summary.words import counted, direction, interval, percent, signed

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
        (articles(1, Quote(None, "All is well")), "holds 1 quote, by nobody named.", 0),
        (articles(6, LIED), "6 articles from 1 outlet hold 6 quotes, all of them by 1 named", 6),
        (samples.small(), "hold 30 quotes, 29 of them by 4 named speakers.", 12),
        (articles(6, LIED), "is Ada Quist on Norland: 6 statements in 6 articles, 6 against.", 6),
        (articles(6, LIED), "On average that is against (mean stance −0.80, 95% interval", 6),
        (
            articles(6, Quote("Ada Quist", "Norland sailed", {"Norland": -0.3})),
            "6 neutral. On average that leans against (mean stance −0.30",
            6,
        ),
        (articles(4, LIED), "Too few articles to call a direction (mean stance −0.80", 4),
        (articles(1, LIED, LIED), "2 statements in 1 article, 2 against. Too few", 2),
        (articles(1, LIED, LIED), "no interval below 5 articles)", 2),
        (articles(6, Quote("Ada Quist", "All is well")), "No named speaker takes a stance", 0),
    ],
)
def test_lead(made, said, count):
    found = summary.lead(made)
    assert said in found.sentence
    assert found.count == count == len(found.evidence.split())


def test_a_mean_whose_interval_spans_zero_has_no_direction():
    won = Quote("Ada Quist", "Norland won", {"Norland": 0.7})
    made = tables(*(article("X", None, LIED if n % 2 else won) for n in range(12)))
    found = summary.lead(made)
    assert "no clear direction" in found.sentence
    assert found.interval[0] < 0 < found.interval[1]


def test_the_lead_is_about_the_most_frequent_pair_not_the_most_extreme():
    mild = Quote("Bo Lund", "Sudmark sailed", {"Sudmark": 0.1})
    made = tables(*(article("X", None, mild) for _ in range(7)), article("X", None, LIED))
    assert "is Bo Lund on Sudmark" in summary.lead(made).sentence


def test_leads_of_a_speaker_and_an_actor():
    whole = samples.small()
    one = summary.lead(summary.select(whole, speaker="Cleo Rand"), speaker="Cleo Rand")
    assert one.sentence.startswith("Cleo Rand is quoted twice in 2 articles from 2 outlets.")
    assert "All that is reported is the stance toward Ferry League: 2 statements" in one.sentence
    other = summary.lead(summary.select(whole, actor="Sudmark"), actor="Sudmark")
    assert other.sentence.startswith("12 articles from 2 outlets name Sudmark.")


@pytest.mark.parametrize(
    "value, short",
    [(0.5, "+0.50"), (-0.5, "−0.50"), (0.0, "0.00"), (-0.004, "0.00"), (float("nan"), "–")],
)
def test_signed(value, short):
    assert signed(value) == short


@pytest.mark.parametrize(
    "value, low, high, articles, said",
    [
        (0.4, 0.1, 0.6, 9, "in favor"),
        (-0.4, -0.6, -0.1, 9, "against"),
        (0.1, -0.2, 0.3, 9, "no clear direction"),
        (0.1, 0.0, 0.3, 9, "no clear direction"),
        (0.4, 0.1, 0.6, 4, "too few articles for a direction"),
        (0.4, None, None, 1, "too few articles for a direction"),
        (0.4, float("nan"), float("nan"), 1, "too few articles for a direction"),
    ],
)
def test_direction(value, low, high, articles, said):
    assert direction(value, low, high, articles) == said


def test_words_for_counts_shares_and_intervals():
    assert counted(0, "quote") == "0 quotes"
    assert percent(0.333, 4, 12) == "33% (4 of 12)"
    assert percent(0.5, 2, 4) == "2 of 4"
    assert interval(float("nan"), float("nan")) == "no interval below 5 articles"
