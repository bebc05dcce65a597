"""How salient people and bodies are at a place: a small count after Lappin and Leass (1994).

How near, subject or not, whether it spoke last, with gender and number as filters.
"""

from __future__ import annotations

from onrecord.lexicon import vocabulary as v
from onrecord.speakers.context import Context, spoken_by
from onrecord.speakers.descriptions import described
from onrecord.speakers.offices import learn
from onrecord.speakers.said import Last
from onrecord.speakers.source import describe

NEAR = (3.0, 2.5, 1.4, 0.7, 0.3)  # weight by the narrator's sentences between
SUBJECT, SPOKE, QUOTED, POSSESSED, GENDERED = 1.5, 2.0, -2.5, -0.7, 0.4
OWNS, OPENS = 0.2, 5
MARGIN = 0.6
ANONYMOUS = ""


def clear(scores: dict[str, float]) -> str | None:
    """The one that is clearly ahead; None where two are alike."""
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] <= 0:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN:
        return None
    return ranked[0][0]


def spoke_last(context: Context, at: int) -> Last | None:
    """Who spoke last before a place."""
    return next((last for last in reversed(context.said) if last.start < at), None)


def near(context: Context, at: int, earlier: int) -> float:
    """What a place counts, by the sentences between."""
    back = context.back(at, earlier)
    return NEAR[back] if 0 <= back < len(NEAR) else 0.0


def people(context: Context, gender: str, at: int) -> dict[str, float]:
    """How salient each person of a gender is, and `ANONYMOUS`."""
    scores: dict[str, float] = {}
    last = spoke_last(context, at)
    here = context.sentence(at)
    shifted = False  # someone else became the subject since
    for number in context.before(at, len(NEAR) - 1):
        mention = context.mentions[number]
        actor = context.actors.get(mention.actor)
        if mention.actor_type != "person" or actor is None or actor.gender not in (gender, None):
            continue
        score = near(context, at, mention.start)
        score += GENDERED if actor.gender else 0.0
        score += SUBJECT if context.subject[number] else 0.0
        score += QUOTED if context.quoted[number] else 0.0
        if context.owned(number) and not spoken_by(context.text, mention):
            # "Lund's ruling came after he ..." is about Lund
            opens = mention.start - context.sentences[here].start < OPENS
            inside = context.sentence(mention.start) == here and context.subject[number] and opens
            score += OWNS if inside else POSSESSED
        scores[mention.actor] = max(score, scores.get(mention.actor, -9.0))
        if last and context.subject[number] and context.back(mention.start, last.start) > 0:
            shifted = True
    for name, place in _topics(context, at):
        actor = context.actors.get(name)
        if actor is not None and actor.gender not in (gender, None):
            name = ANONYMOUS  # the description was somebody else's
        scores[name] = max(scores.get(name, 0.0), near(context, at, place) + SUBJECT)
        shifted = shifted or bool(last and place > last.end)
    if last is not None and not last.plural and len(last.names) < 2:
        weight = near(context, at, last.start)
        name = last.names[0] if last.names else ANONYMOUS
        actor = context.actors.get(name)
        fits = (actor.gender if actor else last.gender) in (gender, None)
        if weight and fits and (actor is None or actor.type == "person"):
            known = GENDERED if actor and actor.gender else 0.0
            spoke = weight + SUBJECT + known + (0.0 if shifted else SPOKE)
            if last.asked or _aside(context, name, at, last.start, scores):
                spoke = weight + known
            scores[name] = max(scores.get(name, 0.0), spoke)
    return scores


def _aside(context: Context, name: str, at: int, start: int, others: dict[str, float]) -> bool:
    """Whether whoever spoke last did so in passing, in a sentence about somebody else."""
    if context.back(at, start):
        return False
    subjects = {context.mentions[n].actor for n in context.before(at, 0) if context.subject[n]}
    return name not in subjects and not subjects.isdisjoint(others)


def _topics(context: Context, at: int) -> list[tuple[str, int]]:
    """Descriptions that open the sentences before: the actor each means, or nobody by name."""
    here, found = context.sentence(at), []
    for number in range(max(0, here - 3), here + 1):
        span = context.topics.get(number)
        if span is not None and span[1] <= at:
            reference = describe(context.text[span[0] : span[1]], span[0])
            name = described(context, reference) if reference.kind == "description" else None
            if name:
                learn(context, name, reference)
            found.append((name or ANONYMOUS, span[0]))
    return found


def bodies(context: Context, at: int) -> dict[str, float]:
    """How salient each body is that "it" may mean."""
    scores: dict[str, float] = {}
    for number in context.before(at, 2):
        mention = context.mentions[number]
        if mention.actor_type in ("person", "place") or context.quoted[number]:
            continue
        written = context.text[mention.start : mention.end]
        if written in v.ADJECTIVES or written in v.PEOPLES:
            continue  # "Russian ships" are not "it"
        score = near(context, at, mention.start)
        score += SUBJECT if context.subject[number] else 0.0
        scores[mention.actor] = max(score, scores.get(mention.actor, -9.0))
    last = spoke_last(context, at)
    if last is not None and not last.plural:
        weight = near(context, at, last.start)
        name = last.names[0] if last.names else ANONYMOUS
        actor = context.actors.get(name)
        if weight and (actor is None or actor.type != "person"):
            scores[name] = max(scores.get(name, 0.0), weight) + SPOKE
    return scores
