"""The built-in lexicon: actors, the ways to write them, and given names, out of its tables."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from onrecord.lexicon.model import ADJECTIVE, NAME, PEOPLE, SEAT, SKIP, Actor, Entry
from onrecord.lexicon.tokens import plain, words
from onrecord.lexicon.vocabulary import rows

HOMOGRAPHS = frozenset({"Georgia", "Jordan", "Chad", "Niger", "Guinea", "Dominica"})
# Two countries each: no country is meant until the text says which.
LEFT_OUT = frozenset({"Congo", "Korea", "Korean", "Koreans", "Congolese"})


@lru_cache(maxsize=1)
def built_in() -> tuple[dict[str, Actor], list[Entry], dict[str, str]]:
    """Known actors by name, the ways to write them, and given names with their gender."""
    actors: dict[str, Actor] = {}
    entries: dict[str, Entry] = {}

    def put(text: str, actor: str, use: str) -> None:
        if text and plain(text) not in entries:
            entries[plain(text)] = Entry(words(text), plain(text), actor, use)

    for row in rows("actors.tsv"):
        name, kind = row["name"], row["type"]
        aliases = _split(row["aliases"])
        if kind == "skip":
            for text in (name, *aliases):
                put(text, "", SKIP)
            continue
        bare = name[4:] if name.startswith("the ") else name
        plural = kind in ("group", "region") and name.endswith("s")
        roles = tuple(_split(row["nouns"]))
        actors[name] = Actor(
            name,
            kind,
            (*aliases, *_split(row["seats"])),
            None,
            row["affiliation"] or None,
            None,
            plural,
            roles,
        )
        for text in (bare, *aliases):
            put(text, name, NAME)
        for text in _split(row["people"]):
            put(text, name, PEOPLE)
        for text in _split(row["seats"]):
            put(text, name, SEAT)
    _add_countries(actors, put)
    for state in rows("states.tsv"):
        if state["name"] not in HOMOGRAPHS:
            put(state["name"], "", SKIP)
    for text in LEFT_OUT:
        put(text, "", SKIP)
    _add_people(actors, put)
    given = {row["name"]: row["gender"] for row in rows("given.tsv")}
    return actors, list(entries.values()), given


def _add_countries(actors: dict[str, Actor], put: Callable[[str, str, str], None]) -> None:
    for row in rows("countries.tsv"):
        name, aliases = row["name"], _split(row["aliases"])
        known = (*aliases, *_split(row["seats"]))
        actors[name] = Actor(name, "country", known, roles=("country", "nation"))
        for text in (name, *aliases):
            put(text, name, NAME)
        for use, column in ((PEOPLE, "people"), (ADJECTIVE, "adjectives"), (SEAT, "seats")):
            for text in _split(row[column]):
                # A seat such as the Kremlin always acts; a capital city is one only when it does.
                always = use == SEAT and text in ("Kremlin", "Downing Street", "Whitehall")
                put(text, name, NAME if always else use)


def _add_people(actors: dict[str, Actor], put: Callable[[str, str, str], None]) -> None:
    for row in rows("people.tsv"):
        name, aliases = row["name"], _split(row["aliases"])
        actors[name] = Actor(name, "person", tuple(aliases), gender=row["gender"])
        for text in (name, *aliases):
            put(text, name, NAME)


def _split(cell: str | None) -> list[str]:
    return [part for part in (cell or "").split(";") if part]
