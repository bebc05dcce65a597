"""For whom people speak, and matters of an office, which are no names."""

from __future__ import annotations

import pytest

from onrecord.actors import Lexicon, find_mentions
from onrecord.actors.joined import Agreed
from onrecord.actors.portfolios import without_portfolios
from onrecord.segment import segment

LEXICON = Lexicon.load()


def found(text: str, bodies: tuple[str, ...] = ()):
    """What is found of a text in which a reader marks some organisations."""
    names = [
        Agreed(text.index(body), text.index(body) + len(body), "organisation", 0.9)
        for body in bodies
    ]
    people = [
        Agreed(text.index(name), text.index(name) + len(name), "person", 0.9)
        for name in ("Alan Reyes", "Steve Lund")
        if name in text
    ]
    spans = sorted(names + people, key=lambda name: name.start)
    return find_mentions(text, segment(text), LEXICON, spans)


@pytest.mark.parametrize(
    ("text", "bodies", "affiliation"),
    [
        ("Then Alan Reyes, chairman Steve Lund and the players spoke.", (), None),
        ("Then Alan Reyes, spokesman for Steve Lund, spoke to us.", (), "Steve Lund"),
        ("Then Alan Reyes, Steve Lund's lawyer, spoke to us.", (), "Steve Lund"),
        ("Then Alan Reyes, leader of Britain's biggest union Dockhands, spoke to us.",
         ("Dockhands",), "Dockhands"),
        ("Then Alan Reyes, leader of Britain's biggest union, spoke to us.", (), None),
        ("Then Alan Reyes, spokesman for Britain's government, spoke to us.", (),
         "United Kingdom"),
        ("Then Alan Reyes, the president of Norvox, spoke to us.", ("Norvox",), "Norvox"),
    ],
)  # fmt: skip
def test_for_whom_somebody_speaks(text, bodies, affiliation) -> None:
    assert found(text, bodies).actors["Alan Reyes"].affiliation == affiliation


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("A note on behalf of manager Alan Reyes came.", ("manager",)),
        ("A note by deputy manager Alan Reyes came.", ("manager", "deputy manager")),
        ("Then Alan Reyes, chairman Steve Lund and the players spoke.", ()),
        ("Then Alan Reyes, chairman of the port, spoke.", ("chairman",)),
    ],
)
def test_what_somebody_is(text: str, roles: tuple[str, ...]) -> None:
    assert found(text).actors["Alan Reyes"].roles == roles


@pytest.mark.parametrize(
    ("text", "name", "kind", "stays"),
    [
        ("Its Home Affairs spokesman agreed.", "Home Affairs", "person", False),
        ("Its Health and Social Security minister agreed.", "Health and Social Security",
         "organisation", False),
        ("Its Foreign Affairs committee agreed.", "Foreign Affairs", "organisation", False),
        ("Then Home Affairs agreed.", "Home Affairs", "organisation", True),
        ("Its Norvox spokesman agreed.", "Norvox", "organisation", True),
        ("Its Lund Health spokesman agreed.", "Lund Health", "organisation", True),
        ("Its Treasury spokesman agreed.", "Treasury", "organisation", True),
    ],
)  # fmt: skip
def test_a_matter_is_no_name(text: str, name: str, kind: str, stays: bool) -> None:
    at = text.index(name)
    names = [Agreed(at, at + len(name), kind, 0.9)]
    assert bool(without_portfolios(text, names)) is stays
