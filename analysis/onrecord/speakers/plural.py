"""Pronouns that mean several: "they", "both"."""

from __future__ import annotations

from itertools import pairwise

from onrecord.speakers.context import Context
from onrecord.speakers.phrase import JOIN
from onrecord.speakers.salience import ANONYMOUS, SUBJECT, clear, near, spoke_last
from onrecord.speakers.words import PREPOSITIONS

LEAD_IN = 3  # words before "they" that do not name others: "Last week, they"


def they(context: Context, at: int) -> tuple[str, ...] | None:
    """Whom "they" means: who spoke last, two who are named together, or a group."""
    last = spoke_last(context, at)
    if last is not None and near(context, at, last.start) > 1.0:
        if len(last.names) > 1:
            return last.names
        if last.plural and not last.names:
            return (ANONYMOUS,)
        actor = context.actors.get(last.names[0]) if last.names else None
        if actor is not None and actor.type in ("organisation", "group"):
            return last.names
    if pair := _joined(context, at):
        return pair
    scores: dict[str, float] = {}
    for number in context.before(at, 1):
        mention = context.mentions[number]
        actor = context.actors.get(mention.actor)
        if actor is None or not (actor.plural or actor.type == "group") or context.quoted[number]:
            continue
        if not context.subject[number]:
            continue  # "banks on Wall Street ... they"
        scores[mention.actor] = near(context, at, mention.start) + (
            SUBJECT if context.subject[number] else 0.0
        )
    best = clear(scores)
    return None if best is None else (best,)


def two(context: Context, at: int, kind: str) -> tuple[str, ...] | None:
    """The two people or countries that the last sentences are about, if they are two."""
    last = spoke_last(context, at)
    if kind == "person" and last and len(last.names) == 2 and near(context, at, last.start):
        return last.names
    for back in (0, 1, 2):
        people = [
            context.mentions[n].actor
            for n in context.before(at, back)
            if not context.quoted[n] and context.mentions[n].actor_type == kind
        ]
        if len(both := tuple(dict.fromkeys(people))) >= 2:
            return both if len(both) == 2 else None
    return None


def _joined(context: Context, at: int) -> tuple[str, ...] | None:
    """The people of "Ada Lund and Bo Ek", where the sentence before names nobody else."""
    if context.text[context.sentences[context.sentence(at)].start : at].count(" ") > LEAD_IN:
        return None
    named = [
        n
        for n in context.before(at, 1)
        if context.mentions[n].actor_type == "person" and not context.quoted[n]
    ]
    if len({context.mentions[n].actor for n in named}) < 2 or context.owned(named[-1]):
        return None
    for a, b in pairwise(named):
        between = context.text[context.mentions[a].end : context.mentions[b].start]
        if not JOIN.fullmatch(between):
            return None
    start = context.sentences[context.sentence(context.mentions[named[0]].start)].start
    before = context.text[start : context.mentions[named[0]].start].lower().split()
    if not PREPOSITIONS.isdisjoint(before):
        return None  # "a talk between Ada Lund and Bo Ek"
    return tuple(dict.fromkeys(context.mentions[n].actor for n in named))
