"""Names found by rules, for a reader that finds none: the lexicon's, and those the text gives."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from onrecord.actors.anaphora import place_anaphora
from onrecord.actors.family import display
from onrecord.actors.match import Hit, lexicon_hits
from onrecord.actors.model import Found, Mention
from onrecord.actors.names import ORGANISATION, PERSON, UNKNOWN, Name, Words, extend, parse_run
from onrecord.actors.organisations import place_organisations
from onrecord.actors.people import Person, gather, with_shared_families
from onrecord.actors.place import Placed, Placing
from onrecord.actors.roles import gather_roles
from onrecord.actors.scan import Scan, runs
from onrecord.lexicon import Actor, Lexicon
from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.loader import ADJECTIVE, NAME, PEOPLE, SKIP


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
    names, lexical = _read_runs(seen, lexicon, runs(seen), hits)
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


def _read_runs(
    seen: Scan, lexicon: Lexicon, spans: list[tuple[int, int]], hits: list[Hit]
) -> tuple[list[Name], list[Hit]]:
    """Names in the runs, and the lexicon's hits that are not part of a longer name."""
    names: list[Name] = []
    kept: list[Hit] = []
    at = done = 0
    for first, last in spans:
        first = max(first, done)
        if first >= last:
            continue
        while at < len(hits) and hits[at].last <= first:
            kept.append(hits[at])
            at += 1
        inside: list[Hit] = []
        while at < len(hits) and hits[at].first < last:
            inside.append(hits[at])
            at += 1
        if inside and inside[-1].last > last:  # a lexicon name that goes on: "Bank of England"
            last = inside[-1].last
        done = last
        more, kept_here = _read_run(seen, lexicon, first, last, inside)
        names += more
        kept += kept_here
    kept += hits[at:]
    return names, kept


def _read_run(
    seen: Scan, lexicon: Lexicon, first: int, last: int, hits: list[Hit]
) -> tuple[list[Name], list[Hit]]:
    if seen.shouted[first]:
        return [Name(first, last, UNKNOWN)], hits
    if sum(hit.last - hit.first for hit in hits) >= last - first:
        if _elsewhere(lexicon, hits):
            return [Name(first, last, ORGANISATION)], []
        return _known_people(lexicon, hits)
    name = parse_run(seen, lexicon, first, last)
    if name is None:
        # a title alone, or somebody whose family name is one: "King stopped"
        alone = [Name(first, last, UNKNOWN)] if last - first == 1 else []
        return alone, [hit for hit in hits if hit.user or hit.use == NAME]
    users = [hit for hit in hits if hit.user and (not name.title or hit.last > name.first)]
    if users and any(hit.actor for hit in users):
        return _users_own(seen, lexicon, name, users)
    if name.kind == ORGANISATION:
        longer = [h for h in hits if h.last - h.first > 1 and h.last == last and h.actor]
        if extend(seen, lexicon, first, last) > last:
            longer = []
        # "U.S. State Department": the lexicon knows the end of it.
        return ([], longer) if longer else ([name], [])
    if name.kind == PERSON:
        outside = [h for h in hits if h.last <= name.first or h.first >= name.last]
        return [name], [] if name.title else outside
    # An unknown run around a known name: "Obama White House" keeps the White House.
    longer = [hit for hit in hits if hit.last - hit.first > 1 and hit.actor]
    return ([], longer) if longer else ([name], _adjectives(hits, first, last))


def _elsewhere(lexicon: Lexicon, hits: list[Hit]) -> bool:
    """Whether a place before a national body makes it another: "Florida Department of State"."""
    if len(hits) != 2 or any(hit.user for hit in hits) or hits[1].use != NAME:
        return False
    body = lexicon.actors.get(hits[1].actor)
    if body is None or body.type != "organisation" or hits[0].actor == body.affiliation:
        return False
    place = hits[0].use in (SKIP, ADJECTIVE) and hits[0].actor != "United States"
    return place and (bool(body.affiliation) or body.name.split()[-1] in ("Court", "Party"))


def _users_own(
    seen: Scan, lexicon: Lexicon, name: Name, users: list[Hit]
) -> tuple[list[Name], list[Hit]]:
    """The user's names come first; of the run around them only a title is kept."""
    names, kept = _known_people(lexicon, users)
    if name.title:
        names = [
            replace(n, title=name.title, affiliation=name.affiliation)
            if n.first == name.first
            else n
            for n in names
        ]
    return names, kept


def _known_people(lexicon: Lexicon, hits: list[Hit]) -> tuple[list[Name], list[Hit]]:
    """Hits on people as names, so that their family name is known; the others as they are."""
    names, kept = [], []
    for hit in hits:
        known = lexicon.actors.get(hit.actor)
        if known is not None and known.type == "person":
            names.append(Name(hit.first, hit.last, PERSON, actor=hit.actor))
        else:
            kept.append(hit)
    return names, kept


def _adjectives(hits: list[Hit], first: int, last: int) -> list[Hit]:
    """Known names at the end of an unknown run: "Fellow Republicans", not "American Bridge"."""
    return [hit for hit in hits if hit.actor and hit.last == last and hit.use in (NAME, PEOPLE)]


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
