"""What finding actors gives: mentions and the actors they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from onrecord.lexicon import Actor

OF_A_STATE = frozenset({"minister", "ambassador", "premier"})  # last words of offices


class Span(Protocol):
    """A name in a text, as `onrecord.reader` finds it: the name is `text[start:end]`."""

    @property
    def start(self) -> int:
        """Where it starts, in characters."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""

    @property
    def type(self) -> str:
        """What is named: person, organization and so on."""

    @property
    def probability(self) -> float:
        """Of being this name, 0..1."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text names an actor; the name is `text[start:end]`."""

    actor: str
    actor_type: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """All mentions of one text, in text order and never overlapping.

    Attributes:
        mentions: where actors are named.
        actors: every mentioned actor by canonical name, those found in the text included.
        left_out: names that could mean two things and were left out, with their counts.
    """

    mentions: tuple[Mention, ...]
    actors: Mapping[str, Actor]
    left_out: Mapping[str, int] = field(default_factory=dict)

    def bodies(self) -> dict[str, str]:
        """For whom each actor speaks, where it is known; never a person.

        >>> told = {"Ann Lee": Actor("Ann Lee", "person", affiliation="Norland")}
        >>> Found((), told | {"Norland": Actor("Norland", "country")}).bodies()
        {'Ann Lee': 'Norland'}
        """
        return {
            name: actor.affiliation
            for name, actor in self.actors.items()
            if actor.affiliation
            and not ((body := self.actors.get(actor.affiliation)) and body.type == "person")
        }

    def of_no_country(self) -> frozenset[str]:
        """Ministers and ambassadors whose country the text does not tell: it may be any.

        >>> roles = ("deputy foreign minister",)
        >>> told = {"Ann Lee": Actor("Ann Lee", "person", roles=roles)}
        >>> sorted(Found((), told).of_no_country())
        ['Ann Lee']
        """
        return frozenset(
            name
            for name, actor in self.actors.items()
            if actor.type == "person"
            and not actor.affiliation
            and any(role.split()[-1] in OF_A_STATE for role in actor.roles if role)
        )
