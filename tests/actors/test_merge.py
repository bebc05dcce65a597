"""One person, one name across a corpus; two people never under one without evidence."""

from __future__ import annotations

import sys
from itertools import permutations

import pytest
from odd_shapes import letters

from onrecord.actors import merge_people


def merged(*names: str) -> dict[str, str]:
    """What names become when each stands in an article of its own."""
    changes = merge_people((str(i), name, None, None) for i, name in enumerate(names))
    return {name: new for (_, name), new in changes.items()}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Ada Lund", "Ada Lund", "Ada B. Lund"), {"Ada B. Lund": "Ada Lund"}),
        (("Ada Lund", "Ada Berg Lund", "Ada Lund"), {"Ada Berg Lund": "Ada Lund"}),
        (("Ada B. Lund", "Ada B. Lund", "Ada Lund"), {"Ada Lund": "Ada B. Lund"}),
        # two people
        (("Ada Lund", "Hans Lund"), {}),
        (("Hans Lund", "Hans Lund Jr."), {}),
        (("Otto Hans Lund", "Hans Lund"), {}),
        (("Hans A. Lund", "Hans B. Lund"), {}),
        (("Hans A. Lund", "Hans B. Lund", "Hans Lund"), {}),
        (("Hans A. Lund", "Hans Ek Lund", "Hans B. Lund", "Hans Moe Lund"), {}),
        (("Hans A. Lund", "Hans A. Ek Lund", "Hans B. Lund"), {"Hans A. Ek Lund": "Hans A. Lund"}),
        # may be one, but nothing says so
        (("Bill Lund", "William Lund"), {}),
        (("H. Lund", "Hans Lund"), {}),
        (("Lund", "Hans Lund"), {}),
        (("Lund", "Hans Lund", "Ada Lund"), {}),
        ((), {}),
    ],
)
def test_forms(names: tuple[str, ...], expected: dict[str, str]) -> None:
    assert merged(*names) == expected


@pytest.mark.parametrize(
    ("short", "full"),
    [("William Lund", "Bill Lund"), ("B. Lund", "Bill Lund"), ("Lund", "Bill Lund")],
)
def test_a_common_affiliation_is_evidence(short: str, full: str) -> None:
    named = [("a", full, "Harwick", None), ("b", full, None, None), ("c", short, "Harwick", None)]
    assert merge_people(named) == {("c", short): full}


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        (["Norway", "Norway", "Chad"], {"2": "Ada Lund (Chad)"}),
        (["Norway", "Chad"], {"0": "Ada Lund (Norway)", "1": "Ada Lund (Chad)"}),
        (["Norway", "Chad", None], {"0": "Ada Lund (Norway)", "1": "Ada Lund (Chad)"}),
        (["Quay Party", "Quay Party", "Tide Party"], {"2": "Ada Lund (Tide Party)"}),
        # nothing against one person
        (["Norway", None, "Norway"], {}),
        (["Norway", "Quay Party"], {}),
        (["Quay Bank", "Tide Bank"], {}),
        (["Quay Party", "Harwick Quay Party"], {}),
    ],
)
def test_one_name_on_two_sides_is_two_people(sides: list, expected: dict) -> None:
    named = [(str(i), "Ada Lund", side, None) for i, side in enumerate(sides)]
    changes = merge_people(named, countries={"Norway", "Chad"})
    assert {article: new for (article, _), new in changes.items()} == expected
    assert merge_people(named, fixed={"Ada Lund"}, countries={"Norway", "Chad"}) == {}


def test_forms_of_a_name_are_told_apart_together() -> None:
    named = [(str(i), "Ada Lund", "Norway", None) for i in range(3)]
    named.append(("x", "Ada B. Lund", "Chad", None))
    assert merge_people(named, countries={"Norway", "Chad"}) == {
        ("x", "Ada B. Lund"): "Ada Lund (Chad)"
    }


def test_a_bare_name_is_whose_most_articles_make_it() -> None:
    named = [(str(i), "Ada Lund", None, "Lund") for i in range(9)]
    named += [("x", "Hans Lund", None, "Hans Lund"), ("y", "Lund", None, "Lund")]
    assert merge_people(named) == {("y", "Lund"): "Ada Lund"}


def test_a_bare_name_that_two_share_is_nobody_s() -> None:
    named = [(str(i), "Ada Lund", None, "Lund") for i in range(4)]
    named += [(f"h{i}", "Hans Lund", None, "Lund") for i in range(4)]
    assert merge_people([*named, ("y", "Lund", None, "Lund")]) == {}


def test_the_user_s_names_stay() -> None:
    named = [("a", "Ada B. Lund", None, None), ("b", "Ada Lund", None, None)]
    assert merge_people(named, fixed={"Ada B. Lund"}) == {("b", "Ada Lund"): "Ada B. Lund"}
    assert merge_people(named, fixed={"Ada B. Lund", "Ada Lund"}) == {}


@pytest.mark.parametrize(
    "named",
    [
        [("a", "Ada Lund", None, None), ("b", "Ada B. Lund", None, None), ("c", "Lund", "X", None)],
        [("a", "Ada Lund", "Veldmark", None), ("b", "Ada Lund", "Sea Party", None),
         ("c", "Ada Lund", "Hill Party", None)],
        [("a", "Ada Lund", "Veldmark", None), ("b", "Ada Lund", "Sorland", None)],
        [("a", "Ada Lund", "Sea Party", "Lund"), ("b", "A. Lund", "Sea Party", None),
         ("c", "Lund", "Hill Party", None), ("d", "Ada B. Lund", "Hill Party", None)],
    ],
)  # fmt: skip
def test_the_order_of_rows_does_not_matter(named: list) -> None:
    countries = {"Veldmark", "Sorland"}
    found = merge_people(named, countries=countries)
    for rows in permutations(named):
        assert merge_people(rows, countries=countries) == found


def test_who_is_called_as_another_s_second_name_needs_an_affiliation() -> None:
    named = [("a", "Ada Ek Lund", "Harwick", None), ("b", "Ada Lund", None, None)]
    assert merge_people(named) == {("a", "Ada Ek Lund"): "Ada Lund"}
    # Ek Lund may be her, and may not be the other one
    assert merge_people([*named, ("c", "Ek Lund", "Harwick", None)]) == {}
    assert merge_people([*named, ("c", "Ek Lund", "Firm", None)]) == merge_people(named)


@pytest.mark.parametrize(
    "use",
    [
        lambda n: (f"{letters(n)} Lund", None),
        lambda n: (f"Ada {letters(n)} Lund", None),
        lambda n: (f"Ada {letters(n)} Lund", "Harwick"),
        lambda n: (f"Ada {letters(n)} Lund", f"{letters(n)} Bank"),
        lambda n: (f"A. {letters(n)} Lund", "Harwick"),
        lambda n: (f"A. {letters(n)} Lund", None),
        lambda n: ("Ada Lund", f"{letters(n)} Party"),
    ],
    ids=["surname", "given too", "one place", "each a place", "initial", "initial alone", "sides"],
)
def test_steps_grow_with_the_people(use) -> None:
    def steps(count: int) -> int:
        calls = 0

        def see(_frame, event, _given):
            nonlocal calls
            calls += event in ("call", "c_call")

        rows = [(str(n), *use(n), None) for n in range(count)]
        sys.setprofile(see)
        try:
            merge_people(rows)
        finally:
            sys.setprofile(None)
        return calls

    assert steps(800) < 6 * steps(200)
