"""Names of which rules and reader find parts, put together."""

from __future__ import annotations

import time

import pytest

from onrecord.actors.joined import Agreed
from onrecord.actors.longer import longer
from onrecord.actors.scan import scan
from onrecord.lexicon import Lexicon
from onrecord.segment import segment

LEXICON = Lexicon.load()
KINDS = {"o": "organisation", "c": "country", "p": "person", "l": "place"}


def put_together(marked: str) -> list[str]:
    """Names after joining, of a text in which found names are marked: `[o Rescue Watch]`."""
    text, names, at = "", [], 0
    while (start := marked.find("[", at)) >= 0:
        end = marked.index("]", start)
        text += marked[at:start]
        name = marked[start + 3 : end]
        names.append(Agreed(len(text), len(text) + len(name), KINDS[marked[start + 1]], 0.8))
        text, at = text + name, end + 1
    text += marked[at:]
    found = longer(scan(text, segment(text)), LEXICON, names)
    return [f"{name.type[0]} {text[name.start : name.end]}" for name in found]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("It was [o Rescue Watch] [c Ireland] that told him so.", ["o Rescue Watch Ireland"]),
        ("Yesterday [o Norvox Motor] [l Lagos] said that sales were up.", ["o Norvox Motor Lagos"]),
        (
            "Yesterday [o Rescue Watch], [c Ireland] and others met.",
            ["o Rescue Watch", "c Ireland"],
        ),
        ("He told [o Rescue Watch] [c Ireland] would pay.", ["o Rescue Watch", "c Ireland"]),
        ("He told the [o EU] [c Ireland] would pay.", ["o EU", "c Ireland"]),
        ("Then the [o Gazette] [c Ireland] correspondent left.", ["o Gazette", "c Ireland"]),
        ("The head of [o Rescue Watch] [c Irish] branch left.", ["o Rescue Watch", "c Irish"]),
        ("It was, says [o Rescue Watch] [c Ireland]'s fault.", ["o Rescue Watch", "c Ireland"]),
        ("Yesterday [p Ada Lund] [c Ireland] left.", ["p Ada Lund", "c Ireland"]),
    ],
)
def test_a_branch_is_one_name(marked: str, expected: list[str]) -> None:
    assert put_together(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The suit says that [c China] Harbour Investment Group owned the site, and that [c China] "
         "Harbour Investment Group lied.", ["o China Harbour Investment Group"] * 2),
        ("It has since sued [c China] Harbour Securities Ltd, which is why [c China] Harbour "
         "Securities fell.", ["o China Harbour Securities Ltd", "o China Harbour Securities"]),
        ("Later [c China] [o Harbour Freight] said that it was sorry.",
         ["o China Harbour Freight"]),
        ("Later [c China] [p Ida Roe] said that it was sorry.", ["c China", "p Ida Roe"]),
        ("Later [c China] Prime Minister Roe said that it was sorry.", ["c China"]),
        ("Later the [c US] [o Harbour Freight] said that it was sorry.",
         ["c US", "o Harbour Freight"]),
        ("Later the [c Chinese] Harbour Investment Group said so.", ["c Chinese"]),
        ("Later in [c China] the Harbour Group said so.", ["c China"]),
    ],
)  # fmt: skip
def test_a_body_may_open_with_a_country(marked: str, expected: list[str]) -> None:
    assert put_together(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("He leads the [o Senate Commerce], [o Science and Transport Committee] now.",
         ["o Senate Commerce, Science and Transport Committee"]),
        ("He asked the [o Ports], Harbours and [o Fisheries Committee] to act.",
         ["o Ports, Harbours and Fisheries Committee"]),
        ("He saw [p Ida Roe], [p Bo Lund] and [o Fisheries Committee] staff.",
         ["p Ida Roe", "p Bo Lund", "o Fisheries Committee"]),
        ("He asked the [o Ports], Harbours and [o Fisheries Committees] to act.",
         ["o Ports", "o Fisheries Committees"]),
        ("He asked the [o Ports] and [o Fisheries Committee] to act.",
         ["o Ports", "o Fisheries Committee"]),
    ],
)  # fmt: skip
def test_a_panel_of_several_matters_is_one(marked: str, expected: list[str]) -> None:
    assert put_together(marked) == expected


def test_a_list_of_names_takes_time_that_grows_with_it() -> None:
    text = (
        "Talks stall\n\n"
        + "Ann Lee, Bo Ek, " * 6_000
        + "Ida Roe.\n\nPorts, Fish and Trade Committee met."
    )
    found = [Agreed(text.index("Trade"), text.index("Trade") + 5, "organisation", 0.9)]
    began = time.process_time()
    seen = scan(text, segment(text))
    (panel,) = longer(seen, LEXICON, found)
    assert text[panel.start : panel.end] == "Ports, Fish and Trade Committee"
    assert time.process_time() - began < 5
