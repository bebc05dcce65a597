"""What On Record knows before it reads."""

from __future__ import annotations

import pytest

from onrecord.lexicon import TYPES, Lexicon
from onrecord.lexicon import vocabulary as v
from tests.speaking import LEXICON


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Russia", "Russia"),
        ("the Kremlin", "Russia"),
        ("The Kremlin", "Russia"),
        ("Russians", "Russia"),
        ("Kiev", "Ukraine"),
        ("Kyiv", "Ukraine"),
        ("Downing Street", "United Kingdom"),
        ("U.S.", "United States"),
        ("the Netherlands", "Netherlands"),
        ("Türkiye", "Turkey"),
        ("E.U.", "European Union"),
        ("GOP", "Republican Party"),
        ("West", "the West"),
        ("Sana’a", "Yemen"),
        ("us", None),
        ("turkey", None),
        ("Korea", None),
        ("Native Americans", None),
        ("Texas", None),
        ("", None),
    ],
)
def test_name_of(text: str, name: str | None) -> None:
    assert LEXICON.name_of(text) == name


def test_every_actor_has_a_known_type_and_is_found_by_its_name() -> None:
    assert {actor.type for actor in LEXICON.actors.values()} <= set(TYPES)
    for name in LEXICON.actors:
        assert LEXICON.name_of(name) == name


def test_every_entry_means_a_known_actor_or_nobody() -> None:
    assert {e.actor for e in LEXICON.by_text.values()} - {""} <= set(LEXICON.actors)


def test_every_affiliation_is_an_actor() -> None:
    told = {actor.affiliation for actor in LEXICON.actors.values()} - {None}
    assert told <= set(LEXICON.actors)


def test_most_countries_have_people_and_a_seat() -> None:
    countries = [name for name, actor in LEXICON.actors.items() if actor.type == "country"]
    uses = {(e.actor, e.use) for e in LEXICON.by_text.values()}
    assert len(countries) > 180
    assert sum((name, "adjective") in uses for name in countries) > 0.9 * len(countries)
    assert sum((name, "seat") in uses for name in countries) > 0.6 * len(countries)


def test_given_names_have_a_gender_or_none() -> None:
    assert set(LEXICON.given.values()) == {"f", "m", ""}
    assert (LEXICON.given["Vladimir"], LEXICON.given["Olena"]) == ("m", "f")
    assert LEXICON.given["Robin"] == ""


def test_word_lists_keep_apart() -> None:
    assert not v.MALE_TITLES & v.FEMALE_TITLES
    assert not v.MALE_NOUNS & v.FEMALE_NOUNS
    assert not v.TITLES & v.FUNCTION
    assert all(word.islower() for word in v.ROLE_NOUNS)


def test_loading_twice_does_not_share_what_a_user_adds(tmp_path) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text("- {name: Quay Board, aliases: [Russia]}\n")
    assert Lexicon.load(path).name_of("Russia") == "Quay Board"
    assert Lexicon.load().name_of("Russia") == "Russia"
