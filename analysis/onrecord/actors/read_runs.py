"""Runs of capitalised words as names, beside what the lexicon knows of them."""

from __future__ import annotations

from dataclasses import replace

from onrecord.actors.match import Hit
from onrecord.actors.names import ORGANISATION, PERSON, UNKNOWN, Name, extend, parse_run
from onrecord.actors.scan import Scan, runs
from onrecord.lexicon import Lexicon
from onrecord.lexicon.model import ADJECTIVE, NAME, PEOPLE, SKIP


def read_runs(seen: Scan, lexicon: Lexicon, hits: list[Hit]) -> tuple[list[Name], list[Hit]]:
    """Names in the runs, and the lexicon's hits that are not part of a longer name.

    Args:
        seen: the text.
        lexicon: known actors.
        hits: names of the lexicon in it, in order.
    """
    names: list[Name] = []
    kept: list[Hit] = []
    at = done = 0
    for first, last in runs(seen):
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
