"""The lexicon: every known name, found by its first word."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from onrecord.lexicon.built_in import built_in
from onrecord.lexicon.model import NAME, SKIP, Actor, Entry
from onrecord.lexicon.tokens import plain, words
from onrecord.lexicon.user import read_user_actors


class Lexicon:
    """Known actors, the ways to write them, and given names with their gender.

    >>> lexicon = Lexicon.load()
    >>> lexicon.name_of("the Kremlin"), lexicon.name_of("G.O.P.")
    ('Russia', 'Republican Party')
    """

    def __init__(
        self, actors: dict[str, Actor], entries: list[Entry], given: dict[str, str]
    ) -> None:
        self.actors = actors
        self.given = given
        self.user_names: frozenset[str] = frozenset()
        self.user_words = False  # whether the user says anything about names
        self.first: dict[str, list[Entry]] = defaultdict(list)
        self.by_text: dict[str, Entry] = {}
        self.forms: dict[str, set[str]] = {}  # other ways to write each actor
        for entry in entries:
            self._add(entry)
        self._sort()

    @classmethod
    def load(cls, *paths: str | Path) -> Lexicon:
        """The built-in lexicon with the user's files on top, later files over earlier ones.

        Args:
            paths: `actors.yaml` files (see `onrecord.lexicon.user`).

        Raises:
            LexiconError: a file cannot be understood.
        """
        actors, entries, given = built_in()
        lexicon = cls(dict(actors), list(entries), given)
        for path in paths:
            said = read_user_actors(path)
            lexicon.user_words = lexicon.user_words or bool(said.ignore or said.actors)
            for name in said.ignore:
                bare = _without_article(name)
                lexicon._override(Entry(words(bare), plain(bare), "", SKIP, True))
            for actor in said.actors:
                lexicon._put(actor)
        lexicon._sort()
        return lexicon

    @property
    def users(self) -> dict[str, Actor]:
        """The user's own actors, by name."""
        return {name: self.actors[name] for name in self.user_names}

    def name_of(self, text: str) -> str | None:
        """Canonical name of an actor written exactly so, with or without an article."""
        text = plain(text)
        entry = self.by_text.get(text)
        if entry is None and text[:4] in ("the ", "The "):
            entry = self.by_text.get(text[4:])
        return entry.actor or None if entry else None

    def _put(self, actor: Actor) -> None:
        known = self.actors.get(self.name_of(actor.name) or actor.name)
        if known is not None and known.name == actor.name:
            actor = replace(
                actor,
                affiliation=actor.affiliation or known.affiliation,
                gender=actor.gender or known.gender,
                roles=actor.roles or known.roles,
                role=actor.role or known.role,
            )
        self.actors[actor.name] = actor
        self.user_names |= {actor.name}
        for text in (actor.name, *actor.aliases):
            bare = _without_article(text)
            self._override(Entry(words(bare), plain(bare), actor.name, NAME, True))

    def _override(self, entry: Entry) -> None:
        old = self.by_text.get(entry.text)
        if old is not None:
            self.first[old.words[0]].remove(old)
        if entry.words:
            self._add(entry)

    def _add(self, entry: Entry) -> None:
        self.first[entry.words[0]].append(entry)
        self.by_text[entry.text] = entry

    def _sort(self) -> None:
        for entries in self.first.values():
            entries.sort(key=lambda entry: -len(entry.words))
        self.forms = defaultdict(set)
        for entry in self.by_text.values():
            if entry.text != entry.actor:
                self.forms[entry.actor].add(entry.text)


def _without_article(name: str) -> str:
    return name[4:] if name[:4] in ("the ", "The ") else name
