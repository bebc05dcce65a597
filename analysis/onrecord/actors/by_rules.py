"""Names found by rules, for a reader that finds none: the lexicon's, and those the text gives."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from onrecord.actors.anaphora import place_anaphora
from onrecord.actors.family import display
from onrecord.actors.match import Hit, lexicon_hits
from onrecord.actors.model import Found, Mention
from onrecord.actors.names import Words
from onrecord.actors.organisations import place_organisations
from onrecord.actors.people import Person, gather, with_shared_families
from onrecord.actors.place import Placed, Placing
from onrecord.actors.read_runs import read_runs
from onrecord.actors.roles import gather_roles
from onrecord.actors.scan import Scan
from onrecord.lexicon import Actor, Lexicon
from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.model import ADJECTIVE, PEOPLE


@dataclass(frozen=True, slots=True)
class ByRules:
    """Names as rules find them, before what refers back to them is looked for.

    Attributes:
        placed: first word, the word after the last one, and the actor of each, in order.
        actors: by canonical name.
        doubtful: names that could mean two things and were left out, with their counts.
    """

    placed: Placed
    actors: dict[str, Actor]
    doubtful: dict[str, int]


def find_by_rules(seen: Scan, lexicon: Lexicon) -> Found:
    """Find the actors that a text names, by the lexicon and by what newspapers do.

    Args:
        seen: the text.
        lexicon: known actors.
    """
    named = names_by_rules(seen, lexicon)
    actors = named.actors
    placed = sorted(named.placed + place_anaphora(seen, named.placed, actors))
    mentions = tuple(
        Mention(name, actors[name].type, seen.starts[first], seen.ends[last - 1])
        for first, last, name in placed
    )
    return Found(mentions, gather_roles(seen, placed, actors), named.doubtful)


def names_by_rules(seen: Scan, lexicon: Lexicon) -> ByRules:
    """Names by the lexicon and by what newspapers do.

    Args:
        seen: the text.
        lexicon: known actors.
    """
    hits, left_out = lexicon_hits(seen, lexicon)
    names, lexical = read_runs(seen, lexicon, hits)
    names = with_shared_families(seen, lexicon, names)
    people = gather(seen, lexicon, names)
    placing = Placing(seen, names, people)
    placed = placing.place(names)
    persons = {first for first, _, _ in placed}
    taken = {i for first, last, _ in placed for i in range(first, last)}
    known = {h.actor for h in lexical if h.actor and lexicon.actors[h.actor].type == "organisation"}
    others = place_organisations(seen, lexicon, names, taken, known)
    for hit in lexical:
        if bare := (None if hit.user else placing.bare(hit.first, hit.last)):
            others.append(bare)
        elif hit.actor and not _in_title(seen, hit, persons):
            others.append((hit.first, hit.last, hit.actor))
    for first, last, name in others:
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            placed.append((first, last, name))
    placed = _without_owners(seen, lexicon, sorted(placed))
    doubtful = Counter(text for at, text in left_out if at not in taken)
    return ByRules(placed, _actors(lexicon, people, placed), dict(doubtful))


def _in_title(seen: Scan, hit: Hit, persons: set[int]) -> bool:
    """Whether an adjective only says whose office it is: "Russian president Ada Lund"."""
    if not hit.user and hit.use not in (ADJECTIVE, PEOPLE):
        return False
    i, count = hit.last, len(seen.words)
    while i < count and i < hit.last + 5 and seen.gap(i) == " " and seen.words[i].islower():
        i += 1
    return (
        i in persons
        and (i == hit.last or seen.words[i - 1] in v.ROLE_NOUNS)
        and (seen.gap(i) == " ")
    )


def _without_owners(seen: Scan, lexicon: Lexicon, placed: Placed) -> Placed:
    """Leave out a country that only owns the name behind it: "Russia's RIA Novosti"."""
    kept: Placed = []
    for number, (first, last, name) in enumerate(placed):
        actor = lexicon.actors.get(name)
        if actor is not None and actor.type == "country" and number + 1 < len(placed):
            following = placed[number + 1]
            owned = lexicon.actors.get(following[2])
            if (
                following[0] == last
                and seen.gap(last) in ("'s ", "’s ", "' ", "’ ")
                and (owned is None or owned.type in ("person", "organisation"))
            ):
                continue
        kept.append((first, last, name))
    return kept


def _actors(lexicon: Lexicon, people: dict[Words, Person], placed: Placed) -> dict[str, Actor]:
    persons = {person.name or display(words): person for words, person in people.items()}
    actors: dict[str, Actor] = {}
    for _, _, name in placed:
        if name in actors:
            continue
        person = persons.get(name)
        if person is None:
            actors[name] = lexicon.actors.get(name) or Actor(name, "organisation")
            continue
        affiliation = person.affiliations.most_common(1)
        known = lexicon.actors.get(name) or Actor(name, "person")
        forms = sorted({display(form) for form in person.forms} - {name})
        actors[name] = replace(
            known,
            aliases=tuple(dict.fromkeys((*known.aliases, *forms))),
            affiliation=known.affiliation or (affiliation[0][0] if affiliation else None),
            gender=known.gender or person.gender(),
            roles=tuple(dict.fromkeys((*known.roles, *person.roles))),
        )
    return actors
