"""Labels of transcripts: the name in full with its office, and the family name alone."""

import pytest

from onrecord.actors import Lexicon, find_mentions
from onrecord.segment import segment


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "ADA TORVALD, PORT MINISTER: We sail in May.\n\nHUGO LIND: Why?\n\n"
            "TORVALD: The ice melts.",
            {"Ada Torvald", "Hugo Lind"},
        ),
        (
            "ADA TORVALD (on the phone): We sail in May.\n\nTORVALD: The ice melts.",
            {"Ada Torvald"},
        ),
        ("EIRIK DAHL, HEAD OF THE UNION: We wait.\n\nDAHL: We do.", {"Eirik Dahl"}),
        ("PORT CLOSED, MINISTER SAYS: WHAT WE KNOW\n\nThe ice has not melted.", set()),
    ],
)
def test_one_person_of_a_full_label_and_a_short_one(text, names):
    text = f"A talk on the harbour\n\n{text}"
    found = find_mentions(text, segment(text), Lexicon.load())
    assert {mention.actor for mention in found.mentions} == names
