"""Descriptions that the text gives of people, for what later refers back by them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

from onrecord.actors.beside import ADHERENTS, DOES, ENDS_GENITIVE, REACH, after, before, does
from onrecord.actors.place import Placed
from onrecord.actors.scan import Scan
from onrecord.lexicon import Actor
from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.words import GENDER_OF

FOLLOWS = 20  # words after a name in which a pronoun tells its gender
AGREE = 0.8  # share of the pronouns after a name that must agree on a gender
WEIGHTS = {"he": 2, "his": 1, "him": 1, "she": 2, "her": 1}  # of pronouns that tell a gender
PARTY = re.compile(r"(?: \(|, )([RD])(?:\)|-[A-Z])")  # "(R-Tex.)", ", D-Ohio,"
PARTIES = {"R": ("Republican Party", "republican"), "D": ("Democratic Party", "democrat")}
STATE = v.word_list("STATE_BODIES") | v.ROLE_NOUNS
PLAIN_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "lady", "messrs"})


@dataclass(slots=True)
class _Told:
    """What the text tells of one person."""

    roles: dict[str, None] = field(default_factory=dict)
    genders: set[str] = field(default_factory=set)
    affiliation: str = ""
    pronouns: Counter[str] = field(default_factory=Counter)

    def gender(self) -> str | None:
        """By nouns for men or women; else by the pronouns that follow, if most agree."""
        if self.genders:
            return next(iter(self.genders)) if len(self.genders) == 1 else None
        for gender, count in self.pronouns.most_common(1):
            if count > 1 and count >= AGREE * self.pronouns.total():
                return gender
        return None

    def note(self, words: list[str]) -> None:
        if not words:
            return
        role = " ".join(words).lower()
        self.roles[role] = None
        last = words[-1].lower()
        if last in v.MALE_NOUNS:
            self.genders.add("m")
        if last in v.FEMALE_NOUNS:
            self.genders.add("f")


def gather_roles(seen: Scan, placed: Placed, actors: dict[str, Actor]) -> dict[str, Actor]:
    """The actors, people with the roles, gender and affiliation that the text gives them."""
    told: dict[str, _Told] = defaultdict(_Told)
    at = {first: name for first, _, name in placed}
    people = {first for first, _, name in placed if actors[name].type == "person"}
    for first, last, name in placed:
        if actors[name].type != "person":
            continue
        person = told[name]
        person.note(before(seen, first))
        person.note(after(seen, last))
        for role in does(seen, last):
            person.note([role])
        party = PARTY.match(seen.text, seen.ends[last - 1])
        if party:
            person.note([PARTIES[party[1]][1]])
        if actors[name].gender is None:
            person.pronouns += _pronoun_after(seen, last, people)
        if not person.affiliation:
            person.affiliation = (
                _speaks_for(seen, first, last, at, actors)
                or (PARTIES[party[1]][0] if party else "")
                or next((ADHERENTS[w] for w in before(seen, first)[:1] if w in ADHERENTS), "")
            )
    return {
        name: _described(actor, told[name]) if actor.type == "person" else actor
        for name, actor in actors.items()
    }


def _described(actor: Actor, told: _Told) -> Actor:
    roles = dict.fromkeys([role.lower() for role in actor.roles]) | told.roles
    return replace(
        actor,
        roles=tuple(role for role in roles if role not in PLAIN_TITLES),
        gender=actor.gender or told.gender(),
        affiliation=actor.affiliation or told.affiliation or None,
    )


def _office_follows(seen: Scan, k: int) -> bool:
    """Whether a name is followed by an office for it: "Lund campaign spokesman"."""
    for i in range(k + 1, min(k + 5, len(seen.words))):
        if seen.words[i] in v.SPOKEN_FOR:
            return True
        if seen.words[i] in ("who", "that") or (
            seen.gap(i) != " " and not seen.gap(i).endswith(ENDS_GENITIVE)
        ):
            return False
    return False


def _pronoun_after(seen: Scan, last: int, people: set[int]) -> Counter[str]:
    """The gender of the first pronoun after a name, before anybody else is named.

    "He" weighs more than "his", which may be somebody's in the same sentence.
    """
    for i in range(last, min(last + FOLLOWS, len(seen.words))):
        if i in people or seen.paragraph[i] != seen.paragraph[last - 1]:
            break
        word = seen.words[i].lower()
        if word in WEIGHTS:
            return Counter({GENDER_OF[word]: WEIGHTS[word]})
    return Counter()


def _owner(seen: Scan, k: int, actor: Actor) -> bool:
    """Whether a country only says whose a body is: "leader of Norland's biggest union"."""
    if actor.type != "country" or not seen.possessive(k):
        return False
    behind = [word.lower() for word in seen.words[k + 1 : k + 5]]
    return STATE.isdisjoint(behind)


def _joins_the_list(seen: Scan, k: int, actor: Actor) -> bool:
    """Whether a role and a name begin another of a list: "Ada Lund, chairman Bo Ek and fans"."""
    last = seen.words[k - 1].lower()
    return actor.type == "person" and seen.gap(k) == " " and last in v.ROLE_NOUNS


def _speaks_for(
    seen: Scan, first: int, last: int, at: dict[int, str], actors: dict[str, Actor]
) -> str:
    """Whom a person speaks for: "Lund spokesman Bo Ek", "Bo Ek, a spokesman for Lund"."""
    words, count = seen.words, len(seen.words)
    if first > 1 and words[first - 1] in v.SPOKEN_FOR and seen.gap(first) in (" ", ", "):
        for k in range(first - 2, max(first - 6, -1), -1):
            if words[k].lower() in v.FORMER:
                break
            if k in at:
                return "" if k and words[k - 1].lower() in v.FORMER else at[k]
            if seen.gap(k + 1) != " " and not seen.gap(k + 1).endswith(ENDS_GENITIVE):
                break
    if last + 1 < count and words[last] == "of" and seen.gap(last) == " ":
        k = last + 2 if words[last + 1] == "the" else last + 1
        if k in at and actors[at[k]].type in ("country", "organisation"):
            return at[k]
    if last >= count or seen.gap(last) != ", ":
        return ""
    spoke = words[last] == "who" and words[min(last + 1, count - 1)] in DOES
    for k in range(last, min(last + REACH + 2, count)):
        if k > last and seen.gap(k) != " " and not seen.gap(k).endswith(ENDS_GENITIVE):
            break
        if words[k].lower() in v.FORMER:
            return ""  # speaks for them no longer
        if k in at and _joins_the_list(seen, k, actors[at[k]]):
            return ""
        owned = spoke and k in at and _owner(seen, k, actors[at[k]])
        spoke = spoke or words[k].lower() in v.SPOKEN_FOR
        if k in at and not owned and (spoke or _office_follows(seen, k)):
            return at[k]
        if words[k] == "who" and not spoke:
            break
    return ""
