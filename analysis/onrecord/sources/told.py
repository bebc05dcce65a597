"""All that an article tells of one actor, gathered from its mentions and its quotes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.actors import Actor, Mention
from onrecord.attribution import Attribution
from onrecord.sources.phrases import WORD, Described, described
from onrecord.sources.words import roles_told
from onrecord.speakers import Speaker

MOST = 12  # mentions of one actor that are looked at


@dataclass(slots=True)
class Told:
    """What the text tells of one actor.

    Attributes:
        actor: whom it is about, as the stages before know it.
        phrases: round its mentions.
        called: sources that mean it without its name: "the company", "she".
        near: actors whose names stand in its descriptions.
        affiliation: whom it speaks for.
        famous: whether the lexicon knows it.
    """

    actor: Actor
    phrases: list[Described] = field(default_factory=list)
    called: list[str] = field(default_factory=list)
    near: set[str] = field(default_factory=set)
    affiliation: str | None = None
    famous: bool = False


def gather(
    text: str,
    attributions: Sequence[Attribution],
    speakers: Sequence[tuple[Speaker, ...]],
    mentions: Sequence[Mention],
    actors: Mapping[str, Actor],
    known: Mapping[str, Actor],
) -> dict[str, Told]:
    """What a text tells of each actor that it names or quotes, by name.

    Args:
        text: an article's text.
        attributions: its attributions.
        speakers: whom they mean, one tuple each.
        mentions: where it names actors.
        actors: the mentioned actors, by name.
        known: actors that the lexicon knows, by name.
    """
    told: dict[str, Told] = {}

    def begin(name: str, kind: str) -> Told:
        actor = actors.get(name) or known.get(name) or Actor(name, kind)
        return Told(actor, famous=name in known)

    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[mention.actor].append(mention)
    people = [each for each in mentions if each.actor_type == "person"]
    ends = sorted(each.end for each in people)
    starts = sorted(each.start for each in people)
    for name, places in by_name.items():
        one = told[name] = begin(name, places[0].actor_type)
        for each in places[:MOST]:
            before, behind = bisect_right(ends, each.start), bisect_left(starts, each.end)
            low = ends[before - 1] if before else 0
            high = starts[behind] if behind < len(starts) else len(text)
            one.phrases.append(described(text, each.start, each.end, low, high))
    for attribution, who in zip(attributions, speakers, strict=True):
        source = " ".join(text[start:end] for start, end in attribution.source)
        for speaker in who:
            if not speaker.name:
                continue
            # people are named before they speak; bodies may be told by what is theirs
            if speaker.name not in told:
                told[speaker.name] = begin(speaker.name, "organisation")
            one = told[speaker.name]
            one.affiliation = one.affiliation or speaker.affiliation
            # several speakers share one source: "he" is then nobody's alone
            if source and len(who) == 1 and not speaker.name.startswith(source):
                one.called.append(source)
    _note_near(told)
    return told


def _note_near(told: Mapping[str, Told]) -> None:
    """Bodies whose names, or acronyms, stand in what is said of a person."""
    bodies = _forms({name: one.actor for name, one in told.items() if one.actor.type != "person"})
    for one in told.values():
        if one.actor.type != "person":
            continue
        for phrase in one.phrases:
            words = [w.removesuffix("'s").removesuffix("’s") for w in phrase.title + phrase.behind]
            low = [word.lower() for word in words]
            for first in range(len(low)):
                for last in range(first + 1, min(first + 6, len(low)) + 1):
                    if found := bodies.get(" ".join(low[first:last])):
                        one.near.add(found)


def _forms(bodies: Mapping[str, Actor]) -> dict[str, str]:
    """Whose each form of a name is; one that several bodies have means none of them.

    >>> bodies = {n: Actor(n, "organisation", ("SC",)) for n in ("Shipping Council", "Salt Co")}
    >>> _forms(bodies)
    {'shipping council': 'Shipping Council', 'salt co': 'Salt Co'}
    """
    named, short = defaultdict(set), defaultdict(set)
    for name, actor in bodies.items():
        named[name.lower()].add(name)
        for alias in actor.aliases:
            short[alias.lower()].add(name)
    # a body's own name comes before what another one is called for short
    return {form: each for form, (each, *more) in (short | named).items() if not more}


def topics(text: str) -> Counter[str]:
    """How many words of an article tell each role: what it is about."""
    return roles_told(WORD.findall(text[:6000]))
