"""Words as people type them: what they find, and what they do not."""

import time

import pytest

from onrecord.errors import WordingError
from onrecord.wording import find, read_wording


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("tariff*", "Tariffs, a TARIFF, tariff-free; intariff", ["Tariffs", "TARIFF", "tariff"]),
        ("tariff", "tariffs and tariffed", []),
        ("*port", "The airport and a port, no sporty ports", ["airport", "port"]),
        ("customs union", "A customs\nunion; customs-union", ["customs\nunion", "customs-union"]),
        ("customs union", "the union of customs", []),
        ("e-mail*", "her e-mails, an email", ["e-mails"]),
        ("zoe", "Zoë and ZOE, Zoes", ["Zoë", "ZOE"]),
        ("élan", "with elan", ["elan"]),
        ("emails NEAR/2 server", "emails on that server", ["emails on that server"]),
        ("emails NEAR/2 server", "a server for emails", ["server for emails"]),
        ("emails NEAR/1 server", "emails on that server", []),
        ("emails NEAR server", f"emails {'so ' * 10}server", [f"emails {'so ' * 10}server"]),
        ("emails NEAR server", "emails " + "so " * 11 + "server", []),
        ("mail server NEAR/3 own*", "her own private mail server", ["own private mail server"]),
        ("near miss", "a near miss", ["near miss"]),
        ("salt NEAR salt", "one salt alone", []),
        ("U.S.", "the U.S. and us", ["U.S"]),
        ("covid-19", "Covid 19 came", ["Covid 19"]),
        ("tariff*", "", []),
        ("cafés", "two cafe\u0301s", ["cafe\u0301s"]),
        ("cafe\u0301s", "two cafés, a café", ["cafés"]),
        ("cafe", "two cafe\u0301s", []),
        ("pate*", "pa\u0302te\u0301s", ["pa\u0302te\u0301s"]),
        # however often the one word stands before
        ("the NEAR/0 zebra", "the cat " * 300 + "the zebra", ["the zebra"]),
        ("one NEAR/2 two NEAR/2 six", "two, six and one of two", ["two, six and one"]),
    ],
)  # fmt: skip
def test_what_a_wording_finds(typed, text, found):
    assert [text[a:b] for a, b in find(read_wording(typed), text)] == found


def test_frequent_words_near_each_other_are_found_in_time():
    began = time.process_time()
    for typed in ("the NEAR of NEAR and NEAR to", "the NEAR/99 of NEAR/99 and NEAR/99 to"):
        assert len(find(read_wording(typed), "the of and to " * 500)) > 500
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "typed", ["", " ", "*", "a*", "tar*ff", "**", "NEAR server", "emails NEAR", "...", "x NEAR/3 ?",
              "a1 NEAR/2 b1 NEAR/3 c1", "NEAR", "one NEAR two NEAR six NEAR ten NEAR nil"],
)  # fmt: skip
def test_what_cannot_be_looked_for(typed):
    with pytest.raises(WordingError):
        read_wording(typed)
