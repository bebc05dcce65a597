"""What one article tells of each of its actors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord.actors import Actor, Lexicon, Mention
from onrecord.attribution import Attribution
from onrecord.lexicon import vocabulary as v
from onrecord.sources.features import features
from onrecord.sources.gender import gender, pronouns_after
from onrecord.sources.model import Profile
from onrecord.sources.role import role
from onrecord.sources.told import Told, gather, topics
from onrecord.speakers import Speaker

LONGEST = 60  # characters of a description


def profiles(
    text: str,
    attributions: Sequence[Attribution],
    speakers: Sequence[tuple[Speaker, ...]],
    mentions: Sequence[Mention],
    actors: Mapping[str, Actor],
    lexicon: Lexicon,
) -> list[Profile]:
    """Who the actors of an article are: gender, role, descriptions, countries.

    Args:
        text: an article's text.
        attributions: its attributions.
        speakers: whom their sources mean, one tuple each.
        mentions: where it names actors.
        actors: the mentioned actors, by name.
        lexicon: known actors; what the user says of one wins.
    """
    told = gather(text, attributions, speakers, mentions, actors, lexicon.actors)
    about = topics(text)
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    people: list[tuple[int, str]] = []
    for mention in mentions:
        places[mention.actor].append((mention.start, mention.end))
        if mention.actor_type == "person":
            people.append((mention.start, mention.actor))
    people.sort()
    made = []
    for name, one in told.items():
        found: tuple[str | None, str | None] = (None, None)
        if one.actor.type == "person":
            found = gender(one, lexicon, pronouns_after(text, name, places[name], people))
        user = lexicon.actors[name].role if name in lexicon.user_names else None
        made.append(
            Profile(
                name,
                one.actor.type,
                *found,
                user or role(features(one, told, about)),
                _descriptions(one),
                one.actor.affiliation or one.affiliation,
                _countries(one, lexicon),
            )
        )
    return made


def _descriptions(one: Told) -> tuple[str, ...]:
    """What the article calls a person: titles, and what the stages before have found."""
    if one.actor.type != "person":
        return ()
    titles = [" ".join(p.title) for p in one.phrases if p.title and _is_title(p.title)]
    found = dict.fromkeys(text.lower() for text in (*titles, *one.actor.roles))
    return tuple(text for text in found if len(text) <= LONGEST and ";" not in text)


def _is_title(words: tuple[str, ...]) -> bool:
    last = words[-1].strip(".")
    if last in ("Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Lady", "Lord"):
        return False
    return last.lower() in v.ROLE_NOUNS or last in v.TITLES


def _countries(one: Told, lexicon: Lexicon) -> tuple[str, ...]:
    """Countries in a name or a title: "French foreign minister", "Bank of England"."""
    if one.actor.type in ("country", "region", "place"):
        return (one.actor.name,) if one.actor.type == "country" else ()
    words = list(one.actor.name.split()) if one.actor.type != "person" else []
    for phrase in one.phrases:
        if one.actor.type == "person":
            words += [*phrase.title, *phrase.behind]
    found: dict[str, None] = {}
    for text in (*words, one.affiliation or ""):
        entry = lexicon.by_text.get(text.removesuffix("'s").removesuffix("’s"))
        known = lexicon.actors.get(entry.actor) if entry is not None else None
        if known is not None and known.type == "country":
            found[known.name] = None
    return tuple(found)
