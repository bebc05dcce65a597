"""Descriptions to the actors they mean: "the deputy minister", "the alliance"."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.lexicon import vocabulary as v
from onrecord.speakers.context import Context
from onrecord.speakers.office import office
from onrecord.speakers.offices import NEAR_SENTENCES, holders, is_near, roles_of
from onrecord.speakers.phrase import NATIONAL, Reference
from onrecord.speakers.words import EXCLUSIVE, POLITICAL, WEAK

GENERIC = frozenset({"man", "woman", "member", "official", "voter", "resident", "supporter"})


def described(
    context: Context, reference: Reference, others: frozenset[str] = frozenset()
) -> str | None:
    """The one actor that fits a definite description best, or None where none or two do.

    First whoever the text gives that office; then an organisation of that kind; last, for a
    person's office that the text gives nobody, the one person whom the sentences before are about.
    """
    head = office(reference.word)
    wanted = {office(word) for word in reference.modifiers} - WEAK
    if reference.word == NATIONAL:
        return _topic(context, reference, head, set(), others)
    fitting = holders(context, reference, head, wanted)
    if kind := v.KINDS.get(reference.word):
        fitting |= dict.fromkeys(_of_kind(context, kind, reference.start), 1.0)
    fitting = {name: score for name, score in fitting.items() if name not in others}
    known = {n: score for n, score in fitting.items() if context.first[n] < reference.start}
    if known:
        return _one(context, known, reference.start)
    found = None
    if reference.word in v.ROLE_NOUNS and reference.word not in GENERIC:
        found = _of_body(context, reference) or _topic(context, reference, head, wanted, others)
    return found or (_one(context, fitting, reference.start) if fitting else None)


def _one(context: Context, fitting: dict[str, float], at: int) -> str | None:
    top = max(fitting.values())
    best = [name for name, score in fitting.items() if score == top]
    if len(best) == 1:
        return best[0]
    # Several hold such an office: the one whom these sentences are about, if it is only one.
    close = [name for name in best if is_near(context, name, at)]
    return close[0] if len(close) == 1 else None


def _of_kind(context: Context, kind: frozenset[str], at: int) -> set[str]:
    """As in "The agency": organisations of that kind that the sentences before name."""
    return {
        context.mentions[n].actor
        for n in context.before(at, 5)
        if context.mentions[n].actor_type == "organisation"
        and not kind.isdisjoint(context.mentions[n].actor.split())
    }


def _of_body(context: Context, reference: Reference) -> str | None:
    """As in "The union leader": the one person near who speaks for a union."""
    heads = [v.KINDS[word] for word in reference.modifiers if word in v.KINDS]
    found = set()
    for number in context.before(reference.start, NEAR_SENTENCES):
        actor = context.actors.get(context.mentions[number].actor)
        if actor is not None and actor.type == "person" and actor.affiliation:
            words = actor.affiliation.split()
            if any(not kind.isdisjoint(words) for kind in heads):
                found.add(actor.name)
    return found.pop() if len(found) == 1 else None


def _topic(
    context: Context, reference: Reference, head: str, wanted: set[str], others: frozenset[str]
) -> str | None:
    """Who the sentences before are about, where nothing speaks against the description."""
    if wanted - EXCLUSIVE - POLITICAL - reference.placed:
        return None  # "the band leader" is somebody in particular
    nearest = -1
    people: dict[str, bool] = {}
    for start, name, about in _named_before(context, reference):
        sentence = context.sentence(start)
        if name in others:
            continue
        if nearest not in (-1, sentence) and not reference.stands_for:
            break
        nearest = sentence
        people[name] = people.get(name, False) or about
    if reference.placed and not _goes_on(context, reference, people):
        return None
    fitting = [
        name
        for name, subject in people.items()
        if (subject or reference.stands_for) and _may_be(context, name, reference, head)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _goes_on(context: Context, reference: Reference, people: Iterable[str]) -> bool:
    """Whether the only person of the sentences before also spoke last.

    "The Ohio governor" may be somebody new; not where one person has been speaking.
    """
    last = context.said[-1] if context.said else None
    near = {
        context.mentions[n].actor
        for n in context.before(reference.start, 2)
        if context.mentions[n].actor_type == "person" and not context.quoted[n]
    }
    return last is not None and len(near) == 1 and near == set(people) == set(last.names)


def _named_before(context: Context, reference: Reference) -> list[tuple[int, str, bool]]:
    """People before a source, the nearest first: where, who, and whether it is about them.

    Those who spoke count too, only as "she", where the description tells their side.
    """
    found, at = [], reference.start
    for number in context.before(at, NEAR_SENTENCES):
        mention = context.mentions[number]
        if mention.actor_type == "person" and not context.quoted[number]:
            about = context.subject[number] and not context.owned(number)
            found.append((mention.start, mention.actor, about))
    for last in reversed(context.said if reference.stands_for else ()):
        if context.back(at, last.start) > NEAR_SENTENCES:
            break
        actor = context.actors.get(last.names[0]) if len(last.names) == 1 else None
        if last.start < at and actor is not None and actor.type == "person":
            found.append((last.start, actor.name, True))
    return sorted(found, reverse=True)


def _may_be(context: Context, name: str, reference: Reference, head: str) -> bool:
    actor = context.actors.get(name)
    if actor is None:
        return False
    if reference.word in v.FEMALE_NOUNS and actor.gender == "m":
        return False
    if reference.word in v.MALE_NOUNS and actor.gender == "f":
        return False
    if any(words[-1] == head for words in roles_of(context, name)):
        return False  # holds another office of that noun
    return not reference.stands_for or actor.affiliation == reference.stands_for
