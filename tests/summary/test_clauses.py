"""Quotes in counts hold a clause; fragments are counted apart."""

import duckdb
import pytest
from samples import Quote, article, tables

from onrecord import summary
from onrecord.summary.clauses import clause


@pytest.mark.parametrize(
    "words, found",
    [
        ("“We are ready,”", True),
        ("that it was late", True),
        ("“They won’t sign.”", True),
        ("the bridge had collapsed", True),
        ("“Stop the ships”", True),
        ("that nothing moved in", True),
        ("of the new bridge across the strait", True),  # six words and more
        ("Norland lied", True),
        ("No one came", True),
        ("Ships wait", True),
        ("that", False),
        ("the United States", False),
        ("both governments", False),
        ("the harbour", False),
        ("his own hat", False),
        ("the plan “reckless”", False),
        ("several of his heroes", False),
        ("«tout va bien»", False),
        ("", False),
    ],
)
def test_a_clause_is_told_from_a_fragment(words, found):
    sql = f"select {clause('words')} from (select ? as words)"
    assert duckdb.execute(sql, [words]).fetchone()[0] is found


def test_fragments_and_negated_quotes_are_counted_apart():
    made = tables(
        article(
            "The Lantern",
            "2031-03-01",
            Quote("Ada Quist", "We are ready to sail"),
            Quote("Ada Quist", "the harbour", kind="indirect"),
            Quote("Bo Lund", "that Norland has paid", factuality="negated", kind="indirect"),
        )
    )
    found = summary.totals(made)
    assert (found.quotes, found.fragments, found.negated, found.speakers) == (1, 1, 1, 1)
    assert summary.speakers(made).speaker.tolist() == ["Ada Quist"]
    assert summary.quotes(made).content.tolist() == ["“We are ready to sail,”"]
    every = summary.quotes(made, negated=True)
    assert every.clause.tolist() == [True, False, True]
