"""Words as people type them: what they find, and what they do not."""

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
    ],
)  # fmt: skip
def test_what_a_wording_finds(typed, text, found):
    assert [text[a:b] for a, b in find(read_wording(typed), text)] == found


@pytest.mark.parametrize(
    "typed", ["", " ", "*", "a*", "tar*ff", "**", "NEAR server", "emails NEAR", "...", "x NEAR/3 ?",
              "a1 NEAR/2 b1 NEAR/3 c1", "NEAR", "one NEAR two NEAR six NEAR ten NEAR nil"],
)  # fmt: skip
def test_what_cannot_be_looked_for(typed):
    with pytest.raises(WordingError):
        read_wording(typed)
