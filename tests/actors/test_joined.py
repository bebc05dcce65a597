"""Names where somebody speaks, which are believed more easily, and names in capitals."""

from __future__ import annotations

import pytest

from onrecord.actors.joined import Agreed, joined


def found(text: str, chances: dict[str, tuple[str, float]], source: str = "") -> dict[str, str]:
    """Names and types, of what the reader says; `source` is where somebody speaks."""
    names = [
        Agreed(text.index(name), text.index(name) + len(name), kind, chance)
        for name, (kind, chance) in chances.items()
    ]
    at = text.index(source)
    spoken = [(at, at + len(source))] if source else []
    names.sort(key=lambda name: name.start)
    return {text[n.start : n.end]: n.type for n in joined(text, [], names, spoken)}


@pytest.mark.parametrize(
    ("text", "chances", "source", "expected"),
    [
        ("Varg Post said no.", {"Varg Post": ("organisation", 0.4)}, "Varg Post", True),
        ("A man of Varg Post said no.", {"Varg Post": ("organisation", 0.4)}, "A man of Varg Post",
         True),
        ("Weltpark said no.", {"Weltpark": ("organisation", 0.4)}, "Weltpark", True),
        ("Varg Post was shut.", {"Varg Post": ("organisation", 0.35)}, "", False),
        ("Varg Post said no.", {"Varg Post": ("organisation", 0.2)}, "Varg Post", False),
        ("It closed. Dockers said no.", {"Dockers": ("group", 0.4)}, "Dockers", False),
        ("The Dockers said no.", {"Dockers": ("group", 0.4)}, "The Dockers", True),
        ("It closed. Dockers said no.", {"Dockers": ("group", 0.8)}, "Dockers", True),
    ],
)  # fmt: skip
def test_a_name_that_speaks_needs_less(text, chances, source, expected) -> None:
    assert (set(found(text, chances, source)) == set(chances)) is expected


@pytest.mark.parametrize(
    ("text", "chances", "expected"),
    [
        ("Sana Orlec came. ORLEC: Yes.",
         {"Sana Orlec": ("person", 0.9), "ORLEC": ("organisation", 0.9)}, "person"),
        ("Sana Veit came. ORLEC: Yes.",
         {"Sana Veit": ("person", 0.9), "ORLEC": ("organisation", 0.9)}, "organisation"),
        ("Sana Orlec came. ORLEC: Yes.",
         {"Sana Orlec": ("organisation", 0.9), "ORLEC": ("organisation", 0.9)}, "organisation"),
    ],
)  # fmt: skip
def test_a_surname_in_capitals_is_a_person(text, chances, expected) -> None:
    assert found(text, chances)["ORLEC"] == expected


@pytest.mark.parametrize(
    ("name", "kind", "chance", "expected"),
    [
        ("Ostwind Freight", "organisation", 0.45, True),
        ("Clinic of Rautal", "organisation", 0.45, True),
        ("Ssemakula Roth", "person", 0.45, True),
        ("Ostwind Freight", "organisation", 0.3, False),
        ("Ostwind", "organisation", 0.45, False),
        ("Ostwind freight", "organisation", 0.45, False),
        ("Ostwind Valley", "place", 0.45, False),
        ("the Scot", "person", 0.9, False),
        ("the 34-year-old Scot", "person", 0.9, False),
        ("the tall young Scot", "person", 0.9, False),
        ("Scot", "person", 0.9, True),
        ("fund's press office", "organisation", 0.9, False),
        ("deVere's press office", "organisation", 0.9, True),
        ("王毅", "person", 0.9, True),
        ("MPs", "organisation", 0.9, False),
        ("Norlandian MEPs", "group", 0.9, False),
        ("I’ll", "person", 0.9, False),
        ("Oles", "person", 0.9, True),
        ("UPS", "organisation", 0.9, True),
    ],
)
def test_several_capitals_are_believed_more_easily(name, kind, chance, expected) -> None:
    assert (name in found(f"Yesterday {name} was shut.", {name: (kind, chance)})) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 54-year-old Dutchman lost.", []),
        ("The Dutchman lost.", []),
        ("Anne Dutchman lost.", ["Dutchman"]),
        ("The old man met Dutchman.", ["Dutchman"]),
        ("The 54-year-old Norling lost.", ["Norling"]),
    ],
)
def test_rules_do_not_take_where_one_is_from_for_a_name(text, expected) -> None:
    word = "Norling" if "Norling" in text else "Dutchman"
    ruled = [Agreed(text.index(word), text.index(word) + len(word), "person", 1.0)]
    assert [text[n.start : n.end] for n in joined(text, ruled, [])] == expected


@pytest.mark.parametrize(
    ("longer", "part", "chance", "expected"),
    [
        ("Clinic of Rautal", "Rautal", 0.5, "Clinic of Rautal"),
        ("Varg & Vildmark", "Vildmark", 0.5, "Varg & Vildmark"),
        ("Clinic of Rautal", "Rautal", 0.3, "Rautal"),
        ("Lund Trust", "Lund", 0.5, "Lund"),
        ("Lund Trust", "Lund", 0.97, "Lund Trust"),
        ("Varg & Lund", "Lund", 0.5, "Varg & Lund"),
        ("Teachers' Congress", "Congress", 0.5, "Teachers' Congress"),
        ("Norland's Congress", "Congress", 0.5, "Congress"),
    ],
)
def test_a_name_behind_of_is_part_of_a_body(longer, part, chance, expected) -> None:
    text = f"Yesterday {longer} was shut."
    ruled = [Agreed(text.index(part), text.index(part) + len(part), "person", 1.0)]
    at = text.index(longer)
    read = [Agreed(at, at + len(longer), "organisation", chance)]
    assert [text[n.start : n.end] for n in joined(text, ruled, read)] == [expected]
