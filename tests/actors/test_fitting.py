"""Names that may be one person's are found by their parts, as if all were compared with all."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors import family, one_person
from onrecord.actors.bearers import Bearers
from onrecord.actors.fitting import Fitting

WORDS = ["tim", "timothy", "bill", "william", "ada", "a", "b", "t", "w", "bo", "lund", "ek"]
SHORT = st.lists(st.sampled_from([*WORDS, "jr", "lundek"]), min_size=1, max_size=5).map(tuple)
WRITTEN = st.lists(
    st.sampled_from([*(word.title() for word in WORDS), "A.", "Jr", "de", "van"]),
    min_size=1,
    max_size=5,
).map(tuple)


@given(st.lists(SHORT, unique=True, max_size=12), SHORT)
def test_folded_names_that_fit_are_near(held, name):
    fitting: Fitting = Fitting(one_person.marks, one_person.asks)
    for other in held:
        fitting.add(other, other)
    near = set(fitting.near(name))
    assert {other for other in held if one_person.one_person(name, other)} <= near


@given(st.lists(WRITTEN, unique=True, max_size=12), WRITTEN)
def test_written_names_that_fit_are_near(held, name):
    fitting: Fitting = Fitting(family.marks, family.asks)
    for other in held:
        fitting.add(other, other)
    near = set(fitting.near(name))
    assert {other for other in held if family.same_person(other, name)} <= near


@pytest.mark.parametrize(
    ("held", "name"),
    [
        ("Ada Lund", "Bo Lund"),
        ("Ada B Lund", "Ada C Lund"),
        ("Ada Lund", "Ada Ek"),
        ("Ada Lund Jr", "Ada Lund"),
    ],
)
def test_names_of_two_people_are_not_near(held, name):
    for one, other in permutations((tuple(held.split()), tuple(name.split()))):
        fitting: Fitting = Fitting(family.marks, family.asks)
        fitting.add(one, one)
        assert not list(fitting.near(other))


PEOPLE = st.lists(
    st.tuples(st.integers(0, 30), st.sets(st.integers(0, 12), max_size=3)), min_size=1, max_size=6
)


@given(PEOPLE, st.integers(0, 12), st.integers(0, 30))
def test_bearers_are_those_that_a_look_at_all_of_them_finds(people, here, place):
    bearers = Bearers([first for first, _ in people], [of for _, of in people])
    near = [n for n, (_, of) in enumerate(people) if any(0 <= here - p <= 2 for p in of)]
    earlier = [n for n in near if people[n][0] < place]
    before = [n for n, (first, _) in enumerate(people) if first < place]
    for found, all_of_them in (
        (bearers.near(here), near),
        (bearers.near(here, place), earlier),
        (bearers.before(place), before),
    ):
        assert set(found) <= set(all_of_them) and len(found) == min(2, len(all_of_them))
    for but in range(len(people)):
        others = [of for n, (_, of) in enumerate(people) if n != but]
        said = all(len(of) == 1 and here - min(of) >= 6 for of in others)
        assert bearers.long_ago(here, but, 6) == said


def test_who_is_named_again_is_near_there_too():
    bearers = Bearers([0, 1], [{0}, {9}])
    assert bearers.near(4) == [] and bearers.long_ago(20, 1, 6)
    bearers.named(0, 4)
    assert bearers.near(4) == [0] and not bearers.long_ago(20, 1, 6)
