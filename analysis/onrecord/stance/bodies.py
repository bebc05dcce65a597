"""For whom speakers speak, as far as stance is concerned."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.lexicon import Actor


def bodies(actors: Mapping[str, Actor]) -> dict[str, str]:
    """The body that each actor speaks for, where it is known; never a person.

    Args:
        actors: those of an article, by name.

    >>> told = {"Ann Lee": Actor("Ann Lee", "person", affiliation="Norland")}
    >>> bodies(told | {"Norland": Actor("Norland", "country")})
    {'Ann Lee': 'Norland'}
    """
    return {
        name: actor.affiliation
        for name, actor in actors.items()
        if actor.affiliation
        and not ((body := actors.get(actor.affiliation)) and body.type == "person")
    }
