"""Descriptions that the text gives of an actor, for what later refers back by them."""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.actors.place import Placed
from analysis.actors.scan import Scan
from analysis.lexicon import Actor
from analysis.lexicon import vocabulary as v

PARTY = re.compile(r"(?: \(|, )([RD])(?:\)|-[A-Z])")  # "(R-Tex.)", ", D-Ohio,"
PARTIES = {"R": ("Republican Party", "republican"), "D": ("Democratic Party", "democrat")}
REACH = 8  # words of an apposition that are read


def gather_roles(
    seen: Scan,
    placed: Placed,
    actors: dict[str, Actor],
) -> dict[str, Actor]:
    """The actors with the roles that appositions and words before the name give them."""
    roles: dict[str, dict[str, None]] = {}
    genders: dict[str, set[str]] = {}
    affiliations: dict[str, str] = {}
    at = {first: name for first, _, name in placed}
    for first, last, name in placed:
        if actors[name].type != "person":
            continue
        given = [_before(seen, first), _after(seen, last)]
        for words in given:
            if not words:
                continue
            roles.setdefault(name, {})[" ".join(words).lower()] = None
            if words[-1].lower() in v.MALE_NOUNS:
                genders.setdefault(name, set()).add("m")
            if words[-1].lower() in v.FEMALE_NOUNS:
                genders.setdefault(name, set()).add("f")
        if party := PARTY.match(seen.text, seen.ends[last - 1]):
            affiliation, role = PARTIES[party[1]]
            roles.setdefault(name, {})[role] = None
            affiliations.setdefault(name, affiliation)
        if name not in affiliations and (stands_for := _speaks_for(seen, first, last, at)):
            affiliations[name] = stands_for
    made = dict(actors)
    for name in roles.keys() | affiliations.keys():
        actor = actors[name]
        told = genders.get(name, set())
        made[name] = replace(
            actor,
            roles=tuple(dict.fromkeys((*(r.lower() for r in actor.roles), *roles.get(name, ())))),
            gender=actor.gender or (next(iter(told)) if len(told) == 1 else None),
            affiliation=actor.affiliation or affiliations.get(name),
        )
    for name, actor in made.items():
        if actor.type == "person" and name not in roles and actor.roles:
            made[name] = replace(actor, roles=tuple(r.lower() for r in actor.roles))
    return made


def _before(seen: Scan, first: int) -> list[str]:
    """Lower-case role right before a name: "deputy minister Ada Lund"."""
    i = first
    while i and i > first - 4 and seen.gap(i) in (" ", ", ") and seen.words[i - 1].islower():
        if seen.gap(i) == ", " and i != first:
            break
        i -= 1
    words = seen.words[i:first]
    while words and words[0] in v.LOWER_EDGE:
        words = words[1:]
    return words if words and words[-1] in v.ROLE_NOUNS else []


def _after(seen: Scan, last: int) -> list[str]:
    """Role in an apposition: "Ada Lund, the former deputy minister of ..."."""
    if last >= len(seen.words) or seen.gap(last) != ", ":
        return []
    i, end = last, min(last + REACH, len(seen.words))
    if seen.words[i] in ("the", "a", "an", "its", "his", "her", "their"):
        i += 1
    best: list[str] = []
    for k in range(i, end):
        if k > i and seen.gap(k) not in (" ", "’s ", "'s ", "' ", "’ "):
            break
        if seen.words[k] in ("of", "for", "who", "in", "at", "and", "said", "to", "with", "from"):
            break
        if seen.words[k].lower() in v.ROLE_NOUNS:
            best = seen.words[i : k + 1]
    return best


def _speaks_for(seen: Scan, first: int, last: int, at: dict[int, str]) -> str:
    """ "Lund spokesman Bo Ek", "Bo Ek, a spokesman for Lund": the actor that Bo Ek speaks for."""
    words = seen.words
    if first > 1 and words[first - 1] in v.SPOKEN_FOR and seen.gap(first) in (" ", ", "):
        for k in range(first - 2, max(first - 6, -1), -1):
            if k in at:
                return at[k]
            if seen.gap(k + 1) not in (" ", "'s ", "’s "):
                break
    if last < len(words) and seen.gap(last) == ", ":
        spoke = False
        for k in range(last, min(last + REACH + 2, len(words))):
            if seen.gap(k) not in (" ", ", ", "'s ", "’s "):
                break
            if k > last and seen.gap(k) == ", ":
                break
            spoke = spoke or words[k].lower() in v.SPOKEN_FOR
            if k in at and (spoke or any(w in v.SPOKEN_FOR for w in words[k : k + 5])):
                return at[k]
    return ""
