"""Pronouns to the actors they mean.

A small salience count after Lappin and Leass (1994): how near, subject or not, whether it
spoke last, gender and number as filters. Two that come out alike are nobody.
"""

from __future__ import annotations

import re

from analysis.speakers.context import Context, Last
from analysis.speakers.words import HE, IT, SHE, THEY

NEAR = (3.0, 2.5, 1.4, 0.8, 0.4)  # weight by sentences back
SUBJECT, SPOKE, QUOTED, POSSESSED, GENDERED = 1.5, 2.0, -2.5, -0.7, 0.4
MARGIN = 0.6
ANONYMOUS = ""


def antecedent(context: Context, word: str, at: int) -> tuple[str, ...] | None:
    """The actors that a third-person pronoun means.

    Returns:
        Their names; a tuple with an empty name for someone unnamed who spoke before;
        None where nobody fits or two fit equally.
    """
    if word == "both":
        return _two(context, at)
    if word in THEY:
        return _they(context, at)
    if word in HE or word in SHE:
        scores = _people(context, "m" if word in HE else "f", at)
    elif word in IT:
        scores = _bodies(context, at)
    else:
        return None
    best = _clear(scores)
    return None if best is None else (best,)


def relative(context: Context, at: int) -> str | None:
    """Whom "who" right after a name means; None after anything else."""
    numbers = context.before(at, 0)
    if not numbers:
        return None
    for number in reversed(numbers):
        mention = context.mentions[number]
        gap = context.text[mention.end : at]
        if re.fullmatch(r"[,\s—–-]*(?:\([^)]*\)[,\s]*)?", gap):
            return mention.actor
        if mention.actor_type == "person" and re.fullmatch(r",[^,.;]{3,90},\s*", gap):
            return mention.actor
    return None


def _clear(scores: dict[str, float]) -> str | None:
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] <= 0:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN:
        return None
    return ranked[0][0]


def _spoke_last(context: Context, at: int) -> Last | None:
    for last in reversed(context.said):
        if last.start < at:
            return last
    return None


def _near(context: Context, at: int, sentence: int) -> float:
    back = context.sentence(at) - sentence
    return NEAR[back] if 0 <= back < len(NEAR) else 0.0


def _people(context: Context, gender: str, at: int) -> dict[str, float]:
    scores: dict[str, float] = {}
    for number in context.before(at, len(NEAR) - 1):
        mention = context.mentions[number]
        actor = context.actors.get(mention.actor)
        if mention.actor_type != "person" or actor is None or actor.gender not in (gender, None):
            continue
        score = _near(context, at, context.sentence(mention.start))
        score += GENDERED if actor.gender else 0.0
        score += SUBJECT if context.subject[number] else 0.0
        score += QUOTED if context.quoted[number] else 0.0
        if context.text[mention.end : mention.end + 2] in ("'s", "’s"):
            score += POSSESSED
        scores[mention.actor] = max(score, scores.get(mention.actor, -9.0))
    last = _spoke_last(context, at)
    if last is not None and not last.plural and len(last.names) < 2:
        near = _near(context, at, last.sentence)
        name = last.names[0] if last.names else ANONYMOUS
        actor = context.actors.get(name)
        fits = (actor.gender if actor else last.gender) in (gender, None)
        if near and fits and (actor is None or actor.type == "person"):
            scores[name] = max(scores.get(name, 0.0), near + SUBJECT) + SPOKE
    return scores


def _bodies(context: Context, at: int) -> dict[str, float]:
    scores: dict[str, float] = {}
    for number in context.before(at, 2):
        mention = context.mentions[number]
        if mention.actor_type == "person" or context.quoted[number]:
            continue
        score = _near(context, at, context.sentence(mention.start))
        score += SUBJECT if context.subject[number] else 0.0
        scores[mention.actor] = max(score, scores.get(mention.actor, -9.0))
    last = _spoke_last(context, at)
    if last is not None and not last.plural:
        near = _near(context, at, last.sentence)
        name = last.names[0] if last.names else ANONYMOUS
        actor = context.actors.get(name)
        if near and (actor is None or actor.type != "person"):
            scores[name] = max(scores.get(name, 0.0), near) + SPOKE
    return scores


def _two(context: Context, at: int) -> tuple[str, ...] | None:
    """The two people that the last sentences are about, if they are two."""
    last = _spoke_last(context, at)
    if last is not None and len(last.names) == 2 and _near(context, at, last.sentence):
        return last.names
    for back in (0, 1, 2):
        numbers = context.before(at, back)
        people = [
            context.mentions[n].actor
            for n in numbers
            if not context.quoted[n] and context.mentions[n].actor_type == "person"
        ]
        if len(two := tuple(dict.fromkeys(people))) >= 2:
            return two if len(two) == 2 else None
    return None


def _they(context: Context, at: int) -> tuple[str, ...] | None:
    last = _spoke_last(context, at)
    if last is not None and _near(context, at, last.sentence) > 1.0:
        if len(last.names) > 1:
            return last.names
        if last.plural and not last.names:
            return (ANONYMOUS,)
        if last.names and (actor := context.actors.get(last.names[0])) and actor.type != "person":
            return last.names
    scores: dict[str, float] = {}
    for number in context.before(at, 1):
        mention = context.mentions[number]
        actor = context.actors.get(mention.actor)
        if actor is None or not (actor.plural or actor.type == "group") or context.quoted[number]:
            continue
        scores[mention.actor] = _near(context, at, context.sentence(mention.start)) + (
            SUBJECT if context.subject[number] else 0.0
        )
    best = _clear(scores)
    return None if best is None else (best,)
