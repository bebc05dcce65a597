"""The reader's names to actors: one actor, one name, in an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.actors.bodies import body_names
from onrecord.actors.persons import beings, shown
from onrecord.actors.scan import Scan
from onrecord.actors.short_names import ShortNames, gender_told
from onrecord.actors.spans import Named
from onrecord.actors.state_bodies import owner_and_body
from onrecord.lexicon import Actor, Lexicon
from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.model import SEAT

BODIES = ("organisation", "group")
CAMPAIGNS = ("campaign", "administration")  # of a person: "the Lund campaign"


@dataclass(frozen=True, slots=True)
class Meant:
    """A name and the actor that it means."""

    name: Named
    actor: str


def name_actors(seen: Scan, lexicon: Lexicon, names: Sequence[Named]) -> list[Meant]:
    """What each name means; names that may mean two are left out.

    Args:
        seen: the text.
        lexicon: known actors.
        names: of the text, in its order.
    """
    people = [(i, name) for i, name in enumerate(names) if name.type == "person"]
    known = beings(people, lexicon)
    by_use = {use: being for being in known for use in being.uses}
    short = ShortNames(seen, lexicon, names, known)
    meant: dict[int, str] = {}
    alone: dict[str, list[int]] = {}
    for number, name in people:
        being = by_use.get(number)
        options = short.options(name) if being is None else []
        famous = _famous(lexicon, name) if being is None else ""
        if famous and not short.named(options, famous, number):
            meant[number] = famous
            continue
        if options:
            being = short.means(number)
            if being is None:
                continue
        if being is not None:
            meant[number] = being.name
        else:
            alone.setdefault(name.key[0], []).append(number)
    for numbers in alone.values():
        called = _only_name(lexicon, [names[number] for number in numbers])
        meant |= dict.fromkeys(numbers, called)
    bodies = [
        (i, name)
        for i, name in enumerate(names)
        if name.type in BODIES and not _country(lexicon, name)
    ]
    for number, body in body_names(seen, lexicon, bodies).items():
        meant[number] = _campaign(body, short) or body
    for number, name in enumerate(names):
        if number not in meant and name.type != "person":
            meant[number] = name.actor or _elsewhere(lexicon, name)
    return [Meant(names[number], meant[number]) for number in sorted(meant)]


def _famous(lexicon: Lexicon, name: Named) -> str:
    """Whom the world means by this word alone; nobody where the title is another's."""
    famous = v.ALONE.get(name.key[0], "")
    told = gender_told(name.title)
    return famous if famous and told in (None, lexicon.actors[famous].gender) else ""


def _only_name(lexicon: Lexicon, names: Sequence[Named]) -> str:
    """What somebody is called whom the article gives one name only."""
    for name in names:
        known = lexicon.actors.get(lexicon.name_of(name.text) or "")
        if known is not None and known.type == "person":
            return known.name
    text = max((name.text for name in names), key=lambda text: not text.isupper())
    titles = {name.title[-1] for name in names if name.title}
    regnal = titles & v.REGNAL - {"Lady", "Sister", "Mother"}
    if len(titles) == 1 and regnal:
        return f"{regnal.pop()} {shown(text)}"
    return shown(text)


def _country(lexicon: Lexicon, name: Named) -> bool:
    """Whether the lexicon knows a country by this name, which then is no body."""
    known = lexicon.actors.get(lexicon.name_of(name.text) or "")
    entry = lexicon.by_text.get(name.text)
    return (
        known is not None
        and known.type in ("country", "region")
        and (entry is None or entry.use != SEAT)
    )


def _elsewhere(lexicon: Lexicon, name: Named) -> str:
    """Canonical name of a country, region or place; a city that governs nothing here is itself."""
    entry = lexicon.by_text.get(name.text) or lexicon.by_text.get(name.text.title())
    if entry is not None and entry.actor and (entry.use != SEAT or name.type == "country"):
        return entry.actor
    known = lexicon.name_of(name.text) if entry is None else None
    if known:
        return known
    text = name.text.replace("’", "'")
    return f"{text} (place)" if name.type == "place" and text in lexicon.actors else text


def _campaign(body: str, people: ShortNames) -> str:
    """A person's campaign under the person's full name."""
    words = body.split()
    if len(words) != 2 or words[1].lower() not in CAMPAIGNS:
        return ""
    owner = words[0].removesuffix("'s").removesuffix("’s").lower()
    owners = people.families.get(owner, [])
    return f"{owners[0].name} {words[1].lower()}" if len(owners) == 1 else ""


def actors_of(lexicon: Lexicon, meant: Sequence[Meant]) -> dict[str, Actor]:
    """Every actor that is meant, by name, with what the lexicon knows.

    Args:
        lexicon: known actors.
        meant: from `name_actors`.
    """
    votes: dict[str, dict[str, float]] = {}
    forms: dict[str, set[str]] = {}
    for each in meant:
        of = votes.setdefault(each.actor, {})
        of[each.name.type] = of.get(each.name.type, 0.0) + each.name.probability
        forms.setdefault(each.actor, set()).add(each.name.text)
    found: dict[str, Actor] = {}
    for name, of in votes.items():
        known = lexicon.actors.get(name)
        kind = max(of, key=lambda k: of[k])
        aliases = tuple(sorted(forms[name] - {name}))
        told = owner_and_body(lexicon, name) if kind == "organisation" else None
        found[name] = known or Actor(name, kind, aliases, affiliation=told and told[0])
    return found
