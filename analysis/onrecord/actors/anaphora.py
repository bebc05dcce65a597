"""Common nouns that mean an organisation named before: "the EU", later "the bloc"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from onrecord.actors.place import Placed
from onrecord.actors.scan import Scan
from onrecord.lexicon import Actor
from onrecord.lexicon import vocabulary as v

# Nouns that stand for the organisation itself; "the group", "the agency" are too many things.
NOUNS = frozenset({"bloc", "alliance", "cartel"})
REACH = 2  # paragraphs back in which the organisation must be named if there are several


def place_anaphora(seen: Scan, placed: Placed, actors: Mapping[str, Actor]) -> Placed:
    """`(first word, word after the last, canonical name)` of nouns that mean one organisation.

    Args:
        seen: the text.
        placed: the mentions by name, in text order.
        actors: the mentioned actors.
    """
    if seen.vocabulary.isdisjoint(NOUNS):
        return []
    starts = [first for first, _, _ in placed]
    found: Placed = []
    for i, word in enumerate(seen.words):
        if word not in NOUNS or not i or seen.words[i - 1] not in ("the", "The"):
            continue
        before = placed[: bisect_left(starts, i)]
        means = {name for _, _, name in before if _called(actors[name], word)}
        if len(means) > 1:
            here = seen.paragraph[i]
            near = [p for p in before if p[2] in means and here - seen.paragraph[p[0]] <= REACH]
            means = {name for _, _, name in near}
        if len(means) == 1:
            found.append((i, i + 1, means.pop()))
    return found


def _called(actor: Actor, noun: str) -> bool:
    if actor.type != "organisation":
        return False
    heads = v.KINDS.get(noun, frozenset())
    return noun in actor.roles or not heads.isdisjoint(actor.name.split())
