"""The findings of a corpus: counts first, always true, nothing that is not clear."""

import pytest
import samples
from samples import Quote, Told, article, tables

from onrecord import summary
from onrecord.summary.news import FINDINGS

LIED = Quote("Ada Quist", "Norland lied", {"Norland": -0.8})
KNOWN = Quote("Ada Quist", "The ships have sailed")
DENIED = Quote("Norland", "We have kept our word")
JOINT = Quote("Ada Quist", "We have signed the treaty", beside="Bo Lund")
WAR = {"Norland": -0.8}


def many(number, *lines, outlet="X"):
    return [article(outlet, f"2031-03-{n + 1:02}", *lines) for n in range(number)]


def outlet_of(name, direct, number=12):
    kinds = ["direct"] * direct + ["indirect"] * (number - direct)
    return article(name, None, *(Quote("Bo Lund", f"It was day {n}", kind=k)
                                 for n, k in enumerate(kinds)))  # fmt: skip


@pytest.mark.parametrize(
    "articles, key, said",
    [
        (many(1, KNOWN), "few", "One speaker alone is quoted by name: Ada Quist (1)."),
        (
            many(1, KNOWN, Quote("Bo Lund", "It is so")),
            "few",
            "All 2 named quotes are of 2 speakers: Ada Quist (1) and Bo Lund (1).",
        ),
        (
            many(2, *(Quote(name, "It is so") for name in "ABCDE")),
            "few",
            "3 of 5 named speakers have 60% (6 of 10) of all named quotes: A (2), B (2) and C (2).",
        ),
        (
            many(1, KNOWN, KNOWN, Quote("Bo Lund", "It is so")),
            "few",
            "All 3 named quotes are of 2 speakers: Ada Quist (2, all in one article) and Bo Lund "
            "(1).",
        ),
        (
            many(2, JOINT),
            "few",
            "All 2 named quotes are of 2 speakers: Ada Quist (2) and Bo Lund (2). A quote that "
            "several of them share counts for each.",
        ),
        (
            many(2, JOINT, *(Quote(name, "It is so") for name in "CDE")),
            "few",
            "3 of 5 named speakers have 4 of 8 of all named quotes: Ada Quist (2), Bo Lund (2) "
            "and C (2). A quote that several of them share counts for each.",
        ),
        (many(1, KNOWN, Quote(None, "It is so")), "unnamed",
         "1 of 2 quotes is not traced to a named speaker."),
        (many(6, KNOWN, Quote(None, "It is so")), "unnamed",
         "50% of all quotes (6 of 12) are not traced to a named speaker."),
        (
            [*many(3, LIED), *many(2, LIED, DENIED)],
            "unanswered",
            "In 3 of 5 cases the one criticised is not quoted in the article. Most often Norland: "
            "reads as criticised in 5 articles, not quoted in 3 of them.",
        ),
        (  # one case of four is not often
            [*many(1, LIED), *many(4, LIED, DENIED)],
            "unanswered",
            "In 1 of 5 cases the one criticised is not quoted in the article.",
        ),
        (  # quoted more often than not
            [*many(3, LIED), *many(4, LIED, DENIED)],
            "unanswered",
            "In 3 of 7 cases the one criticised is not quoted in the article.",
        ),
        (  # two are first
            [*many(3, LIED), *many(3, Quote("Bo Lund", "Sudmark lied", {"Sudmark": -0.8}))],
            "unanswered",
            "In 6 of 6 cases the one criticised is not quoted in the article.",
        ),
        (
            [outlet_of(name, direct) for name, direct in [("X", 9), ("Y", 3)] * 3],
            "direct",
            "X gives 75% (27 of 36) of its quotes in the speakers' own words, Y 25% (9 of 36).",
        ),
        (
            many(12, LIED),
            "direction",
            "One pair shows a clear direction; the widest: Ada Quist reads as against Norland (12 "
            "statements in 12 articles, mean −0.80, 95% interval −0.80 to −0.80). "
            "The model's own misreading is not counted in.",
        ),
        (
            [*many(12, LIED), *(article("X", f"2031-05-{n + 1:02}",
                                        Quote("Ada Quist", "Norland won", {"Norland": 0.6}))
                                for n in range(12))],
            "change",
            "Since 6 April 2031 Ada Quist reads as more favourable to Norland than before "
            "(mean −0.80, then +0.60). The model's own misreading is not counted in.",
        ),
    ],
)  # fmt: skip
def test_a_finding_is_said_of_its_numbers(articles, key, said):
    found = FINDINGS[key](tables(*articles))
    assert (found.key, found.sentence) == (key, said)
    assert found.evidence
    assert all(0 <= bar.part <= 1 for bar in found.bars)


@pytest.mark.parametrize(
    "articles, key",
    [
        (many(1, Told("It rained.")), "few"),
        (many(6, KNOWN), "unnamed"),
        (many(5, LIED, DENIED), "unanswered"),
        (many(4, LIED), "unanswered"),  # too few cases
        (
            many(2, Told("Norland lied.", WAR)),
            "unanswered",
        ),  # coverage is no criticism
        ([outlet_of("X", 6), outlet_of("Y", 6)], "direct"),
        ([outlet_of("X", 9)], "direct"),
        ([outlet_of("X", 4, 5), outlet_of("Y", 1, 5)], "direct"),  # too few quotes for shares
        (many(8, LIED), "direction"),  # too few statements
        (many(12, Told("Norland lied.", WAR)), "direction"),
        (many(24, LIED), "change"),
    ],
)
def test_what_is_not_there_or_not_clear_is_no_finding(articles, key):
    assert FINDINGS[key](tables(*articles)) is None


def test_there_are_five_findings_at_most_and_an_empty_corpus_has_none():
    found = [finding.key for finding in summary.news(samples.small())]
    assert 3 <= len(found) <= 5
    assert found == [key for key in FINDINGS if key in found]
    assert summary.news(samples.empty()) == []


def test_the_best_quote_is_direct_and_of_readable_length():
    good = Quote("Ada Quist", "Every ship that was promised has now come into the harbour")
    made = tables(
        article(
            "X",
            None,
            Quote("Ada Quist", "It is so"),
            Quote("Ada Quist", "that every ship has now come into the harbour", kind="indirect"),
            good,
            Quote("Ada Quist", "We have never seen a ship", factuality="negated"),
        )
    )
    ids = " ".join(summary.quotes(made, negated=True).evidence_id)
    found, none, other = summary.best_quotes(made, [ids, "", ids])
    assert good.content in found["text"] and none is None
    assert other["text"] != found["text"]  # nothing is shown twice
