"""Every attribution's source to the speakers it means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.lexicon import Actor
from onrecord.lexicon.words import FIRST, POSSESSIVES
from onrecord.speakers.asked import place
from onrecord.speakers.begin import build_context
from onrecord.speakers.choose import by_ranker
from onrecord.speakers.context import Context
from onrecord.speakers.continued import continued
from onrecord.speakers.doubt import claim_of
from onrecord.speakers.heard import Heard, Hears
from onrecord.speakers.interview import interview, label
from onrecord.speakers.model import Attributed, Mentions, Others, Piece, Speaker
from onrecord.speakers.phrase import Reference
from onrecord.speakers.questions import Choose, question
from onrecord.speakers.ranker import Ranker, shipped
from onrecord.speakers.refer import UNKNOWN, affiliation, refer
from onrecord.speakers.remember import remember
from onrecord.speakers.source import read_source
from onrecord.speakers.unnamed import not_resolved, unnamed

DEEP = 8  # contents that may lie in one another at a place


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who speaks in each attribution, and how sure it is that it is one.

    Attributes:
        speakers: one tuple per attribution, never empty.
        claimed: probability of each that words are attributed at all, 0..1.
    """

    speakers: list[tuple[Speaker, ...]]
    claimed: list[float]


def resolve(
    text: str,
    sentences: Sequence[Piece],
    attributions: Sequence[Attributed],
    mentions: Mentions,
    actors: Mapping[str, Actor],
    reading: Hears | None = None,
    *,
    choose: Choose = by_ranker,
    ranker: Ranker | None = None,
) -> Resolved:
    """Say who speaks in each attribution.

    Args:
        text: an article's text.
        sentences: its sentences.
        attributions: its attributions; only their kind, spans and confidence are read.
        mentions: its mentions, in text order, from `find_mentions`.
        actors: the mentioned actors by name, from `find_mentions`.
        reading: what the reader made of the article, which is asked for its opinion.
        choose: answers a question; by default the ranker that ships.
        ranker: says how sure it is that something is an attribution; by default the same.

    Returns:
        Speakers of each attribution, several where the source joins several, and how sure it is
        that it is an attribution. A name is given only where one answer fits better than every
        other and silence.
    """
    context = build_context(text, sentences, attributions, mentions, actors)
    enclosing = _enclosing(attributions)
    labels = [_label(text, attribution) for attribution in attributions]
    roles = _roles(context, attributions, labels)
    order = sorted(range(len(attributions)), key=lambda i: place(attributions[i]))
    resolved: list[tuple[Speaker, ...]] = [(UNKNOWN,)] * len(attributions)
    claimed, told = [1.0] * len(attributions), [False] * len(attributions)
    ranker, heard = ranker or shipped(), Heard(reading, attributions, mentions)
    for i in order:
        attribution = attributions[i]
        reference = read_source(text, attribution, mentions, context.starts, actors)
        outer = enclosing[i]
        ruled = _by_rules(
            context, attribution, reference, None if outer is None else resolved[outer]
        )
        if labels[i]:
            speakers: tuple[Speaker, ...] = (_labelled(context, roles.get(labels[i])),)
        else:
            around = None
            if outer is not None:
                around = tuple(s.name for s in resolved[outer] if s.name)
            asked = question(context, i, attribution, outer, around, ruled, heard)
            speakers = choose(asked)
            claimed[i] = claim_of(asked, ranker)
        resolved[i] = speakers
        told[i] = unnamed(context, reference, speakers)
        remember(context, attribution, reference, speakers, told[i])
    # only now: what follows "he" was read as after an unnamed source
    resolved = [
        s if no_name else not_resolved(s) for s, no_name in zip(resolved, told, strict=True)
    ]
    for i in order:  # "I" in a quotation whose source stands behind it
        outer = enclosing[i]
        if outer is not None and resolved[i] == (UNKNOWN,) and _first_person(text, attributions[i]):
            resolved[i] = _own_words(resolved[outer])
    return Resolved(resolved, claimed)


def _by_rules(
    context: Context,
    attribution: Attributed,
    reference: Reference,
    around: tuple[Speaker, ...] | None,
) -> tuple[Speaker, ...]:
    if reference.kind == "pronoun" and reference.word in FIRST and around is not None:
        return _own_words(around)
    if reference.kind == "none" and attribution.kind == "direct":
        return continued(context, attribution)
    return refer(context, reference, _named_in(context, attribution, reference))


def _named_in(context: Context, attribution: Attributed, reference: Reference) -> Others:
    """People that the content names, behind the source ("he said Lund ...") and before it."""
    behind: set[str] = set()
    before: set[str] = set()
    if reference.start < 0 or reference.body or reference.word in POSSESSIVES:
        return Others()  # "his campaign said Lund ..." is Lund's
    sentence = context.sentence(reference.start)
    for start, end in attribution.content:
        first = bisect_left(context.starts, start)
        for n in range(first, bisect_left(context.starts, end, first)):
            mention = context.mentions[n]
            if mention.actor_type != "person" or context.sentence(mention.start) != sentence:
                continue
            if start < reference.start:
                before.add(mention.actor)
            elif context.opens(start, mention):
                behind.add(mention.actor)
    return Others(frozenset(behind), frozenset(before))


def _label(text: str, attribution: Attributed) -> str:
    return label(" ".join(text[start:end] for start, end in attribution.source))


def _roles(
    context: Context, attributions: Sequence[Attributed], labels: list[str]
) -> dict[str, str]:
    starts = [a.source[0][0] for a, role in zip(attributions, labels, strict=True) if role]
    return interview(context, min(starts)) if len(starts) > 1 else {}


def _labelled(context: Context, name: str | None) -> Speaker:
    if name is None:
        return UNKNOWN
    return Speaker(name, "description", affiliation(context, name))


def _first_person(text: str, attribution: Attributed) -> bool:
    words = " ".join(text[start:end] for start, end in attribution.source)
    return words.lower().strip("\"“‘' ") in FIRST


def _own_words(outer: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    return tuple(
        Speaker(s.name, "pronoun" if s.name else s.resolved_by, s.affiliation) for s in outer
    )


def _enclosing(attributions: Sequence[Attributed]) -> list[int | None]:
    """For each attribution, the innermost other one whose content holds its source."""
    contents = sorted(
        (start, end, i) for i, a in enumerate(attributions) for start, end in a.content
    )
    starts = [start for start, _, _ in contents]
    outer: list[int | None] = []
    for i, attribution in enumerate(attributions):
        at = place(attribution)
        found = None
        k = bisect_right(starts, at) - 1
        for _, end, other in reversed(contents[max(0, k + 1 - DEEP) : k + 1]):
            if other != i and at < end:
                found = other
                break
        outer.append(found)
    return outer
