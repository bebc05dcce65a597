"""Names that only a source shows, and what has a capital there but is none."""

from __future__ import annotations

import re

import pytest

from onrecord.actors import find_mentions
from onrecord.actors.joined import Agreed
from onrecord.actors.spoken import with_spoken
from onrecord.segment import segment
from tests.speaking import LEXICON, read


def spoken(marked: str, faint: dict[str, str] | None = None) -> dict[str, str]:
    """Names and types that the sources of a marked text show; `faint` is what the reader heard."""
    text, attributions = read(marked)
    heard = [
        Agreed(found.start(), found.end(), kind, 0.2)
        for word, kind in (faint or {}).items()
        for found in re.finditer(word, text)
    ]
    sources = sorted(span for each in attributions for span in each.source)
    return {text[n.start : n.end]: n.type for n in with_spoken(text, [], heard, sources)}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[1:Market research firm Norvox] said {1:no}.", {"Norvox": "organisation"}),
        ("[1:A WarpGate spokesman] said {1:no}.", {"WarpGate": "organisation"}),
        ("{1:It fell}, according to [1:The Harrier].", {"Harrier": "organisation"}),
        ("[1:The TLC] said {1:no}.", {"TLC": "organisation"}),
        ("[1:brewNord] said {1:no}.", {"brewNord": "organisation"}),
        ("[1:7to9Apps] said {1:no}.", {"7to9Apps": "organisation"}),
        ("It fell. [1:lundnews.com] said {1:no}.", {"lundnews.com": "organisation"}),
        ("[1:research by Plain Sense] found {1:no}.", {"Plain Sense": "organisation"}),
        ("[1:the statistical office OSTAT] said {1:no}.", {"OSTAT": "organisation"}),
        ("[1:Environmental group Rail 2000] said {1:no}.", {"Rail 2000": "organisation"}),
        ("{1:no}, said [1:comedian Sorrel].", {"Sorrel": "person"}),
        # what has a capital and is nobody's name
        ("It fell. [1:Analysts] said {1:no}.", {}),
        ("It fell. [1:Police] said {1:no}.", {}),
        ("It fell. [1:MPs] said {1:no}.", {}),
        ("[1:The President-elect] said {1:no}.", {}),
        ("{1:no}, said [1:the Minister].", {}),
        ("{1:no}, said [1:the German Police Chief].", {}),
        ("[1:A man in Interhafen] said {1:no}.", {}),
        ("[1:unions in the Huarel Valley] said {1:no}.", {}),
        ("{1:no}, said [1:a Cabinet]. The cabinet met.", {}),
        ("HACKERS STEAL MORE DATA\n\n[1:a firm] said {1:no}.", {}),
        ("[1:a poll on Monday] said {1:no}.", {}),
        ("[1:The Scot] said {1:no}.", {}),
        ("[1:The Scotch] said {1:no}.", {"Scotch": "organisation"}),
    ],
)
def test_names_that_only_a_source_shows(marked: str, expected: dict[str, str]) -> None:
    assert spoken(marked) == expected


@pytest.mark.parametrize("behind", range(1, 6))
def test_a_new_name_never_lies_over_a_known_one(behind: int) -> None:
    text = "A firm, Norvox, said no. " + "Norvox rose. " * behind + "Norvox Holdings fell."
    known = [Agreed(text.index("Norvox Holdings"), len(text) - 6, "organisation", 1.0)]
    found = with_spoken(text, known, [], [(0, 14)])
    assert [text[name.start : name.end] for name in found] == [
        *["Norvox"] * (behind + 1), "Norvox Holdings"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("marked", "faint", "expected"),
    [
        (
            "[1:Amoby] said {1:no}. It is known that later Amoby left.",
            {"Amoby": "organisation"},
            {"Amoby"},
        ),
        ("[1:Amoby] said {1:no}. It is known that later Amoby left.", {}, set()),
        ("[1:Amoby] said {1:no}.", {"Amoby": "organisation"}, set()),
        ("[1:Insurer] said {1:no}. The insurer and Insurer.", {"Insurer": "organisation"}, set()),
    ],
)
def test_a_word_that_opens_a_sentence_must_be_heard_and_stand_again(
    marked: str, faint: dict[str, str], expected: set[str]
) -> None:
    assert set(spoken(marked, faint)) == expected


def bodies(marked: str, owners: dict[str, str]) -> list[tuple[str, str | None]]:
    """Organisations of a marked text with their affiliation; the reader knows the owners."""
    text, attributions = read(marked)
    names = sorted(
        (
            Agreed(found.start(), found.end(), kind, 0.9)
            for word, kind in owners.items()
            for found in re.finditer(word, text)
        ),
        key=lambda name: name.start,
    )
    sources = [span for each in attributions for span in each.source]
    found = find_mentions(text, segment(text), LEXICON, names, sources)
    return [
        (m.actor, found.actors[m.actor].affiliation)
        for m in found.mentions
        if m.actor_type == "organisation"
    ]


SOUTH = {"South Korea’s": "country", "South Korean": "country"}


@pytest.mark.parametrize(
    ("marked", "owners", "expected"),
    [
        ("[1:The French foreign ministry] said {1:no}.", {"French": "country"},
         [("French foreign ministry", "France")]),
        ("[1:a spokesman for the French navy] said {1:no}.", {"French": "country"},
         [("French navy", "France")]),
        ("[1:South Korea’s military] said {1:no}. [2:The South Korean military] said {2:yes}.",
         SOUTH, [("South Korean military", "South Korea")] * 2),
        ("{1:no}, [1:France's ministry of foreign affairs] said.", {"France": "country"},
         [("France's ministry of foreign affairs", "France")]),
        ("[1:Harwick police] said {1:no}.", {"Harwick": "place"}, [("Harwick police", None)]),
        ("[1:Police in Harwick] said {1:no}.", {"Harwick": "place"},
         [("Police in Harwick", None)]),
        # not the country's body, or not where somebody speaks
        ("[1:The French police union] said {1:no}.", {"French": "country"}, []),
        ("[1:The French minister] said {1:no}.", {"French": "country"}, []),
        ("[1:The French and the army] said {1:no}.", {"French": "country"}, []),
        ("The French army left. [1:He] said {1:no}.", {"French": "country"}, []),
    ],
)  # fmt: skip
def test_bodies_of_a_country_in_lower_case(marked, owners, expected) -> None:
    assert bodies("Weather turns\n\n" + marked, owners) == expected
