"""Pronouns to the actors they mean.

A small salience count after Lappin and Leass (1994): how near, subject or not, whether it
spoke last, with gender and number as filters. Two that come out alike are nobody.
"""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.lexicon import vocabulary as v
from onrecord.speakers.context import Context, Last, spoken_by
from onrecord.speakers.descriptions import described, learn
from onrecord.speakers.model import Others
from onrecord.speakers.source import describe
from onrecord.speakers.words import HE, IT, PREPOSITIONS, SHE, THEY

NEAR = (3.0, 2.5, 1.4, 0.7, 0.3)  # weight by the narrator's sentences between
SUBJECT, SPOKE, QUOTED, POSSESSED, GENDERED = 1.5, 2.0, -2.5, -0.7, 0.4
OWNS, OPENS = 0.2, 5
MARGIN = 0.6
ANONYMOUS = ""
NOBODY = Others()
# between a name and "who": ", a baker," or " of Ohio,"
APPOSED = re.compile(
    r",[^,.;\"“”]{3,90},\s*|\sof\s(?:the\s)?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2},?\s*"
)
LEAD_IN = 3  # words before "they" that do not name others: "Last week, they"
JOIN = re.compile(r"(?:\s\([^)]*\))?(?:,\s+(?:and\s+)?|\s+and\s+)(?:[A-Z][\w.’'-]*\s+){0,3}")
JOINED = re.compile(r"\b(?:and|but|or)\s+$")  # ", who ..., and who ...": both are the same
# before "who": people without a name
PLURAL = re.compile(
    r"\b(?:[a-z][\w’'-]*[^s\W]s|people|men|women|children|many|some|others|percent),?\s+$"
)


def antecedent(
    context: Context,
    word: str,
    at: int,
    *,
    states: bool = False,
    others: Others = NOBODY,
) -> tuple[str, ...] | None:
    """The actors that a third-person pronoun means.

    Args:
        context: the article.
        word: the pronoun, lower case.
        at: where it stands.
        states: whether "both" means countries ("the two governments").
        others: people whom its own words name.

    Returns:
        Their names; a tuple with an empty name for someone unnamed who spoke before;
        None where nobody fits or two fit equally.
    """
    if word in ("both", "neither"):
        return _two(context, at, "country" if states else "person")
    if word in THEY:
        return _they(context, at)
    if word in HE or word in SHE:
        scores = _people(context, "m" if word in HE else "f", at)
    elif word in IT:
        scores = _bodies(context, at)
    else:
        return None
    best = _clear({name: s for name, s in scores.items() if name not in others.behind})
    last = _spoke_last(context, at)
    if best in others.before and last is not None and best not in last.names:
        # "Lund left, he said": Lund, unless somebody else who spoke before goes on
        other = _clear({name: s for name, s in scores.items() if name not in others.before})
        best = None if other else best
    return None if best is None else (best,)


def relative(context: Context, word: str, at: int) -> str | None:
    """Whom "who" (or what "which") after a name means; None after anything else.

    Returns:
        The actor's name; an empty one for people without a name ("voters who").
    """
    start = context.sentences[context.sentence(at)].start if context.sentences else 0
    before = context.text[start:at]
    if JOINED.search(before) and (earlier := before.rfind(f" {word} ")) >= 0:
        return relative(context, word, start + earlier + 1)
    for number in reversed(context.before(at, 0)):
        mention = context.mentions[number]
        person = mention.actor_type == "person"
        gap = context.text[mention.end : at]
        if person != (word in ("who", "whom", "whose")):
            written = context.text[mention.start : mention.end]
            if word == "who" and written in v.PEOPLES and not gap.strip(" ,"):
                return ANONYMOUS  # "Republicans who"
            continue
        if re.fullmatch(r"[,\s—–-]*(?:\([^)]*\)[,\s]*)?", gap):
            return mention.actor
        apposed = person and APPOSED.fullmatch(gap)
        if apposed and v.SAYING.isdisjoint(gap.split()):
            return mention.actor
    return ANONYMOUS if word == "who" and PLURAL.search(before) else None


def _clear(scores: dict[str, float]) -> str | None:
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] <= 0:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN:
        return None
    return ranked[0][0]


def _spoke_last(context: Context, at: int) -> Last | None:
    return next((last for last in reversed(context.said) if last.start < at), None)


def _near(context: Context, at: int, earlier: int) -> float:
    back = context.back(at, earlier)
    return NEAR[back] if 0 <= back < len(NEAR) else 0.0


def _people(context: Context, gender: str, at: int) -> dict[str, float]:
    scores: dict[str, float] = {}
    last = _spoke_last(context, at)
    here = context.sentence(at)
    shifted = False  # someone else became the subject since
    for number in context.before(at, len(NEAR) - 1):
        mention = context.mentions[number]
        actor = context.actors.get(mention.actor)
        if mention.actor_type != "person" or actor is None or actor.gender not in (gender, None):
            continue
        score = _near(context, at, mention.start)
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
        scores[name] = max(scores.get(name, 0.0), _near(context, at, place) + SUBJECT)
        shifted = shifted or bool(last and place > last.end)
    if last is not None and not last.plural and len(last.names) < 2:
        near = _near(context, at, last.start)
        name = last.names[0] if last.names else ANONYMOUS
        actor = context.actors.get(name)
        fits = (actor.gender if actor else last.gender) in (gender, None)
        if near and fits and (actor is None or actor.type == "person"):
            known = GENDERED if actor and actor.gender else 0.0
            spoke = near + SUBJECT + known + (0.0 if shifted else SPOKE)
            if last.asked or _aside(context, name, at, last.start, scores):
                spoke = near + known
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


def _bodies(context: Context, at: int) -> dict[str, float]:
    scores: dict[str, float] = {}
    for number in context.before(at, 2):
        mention = context.mentions[number]
        if mention.actor_type in ("person", "place") or context.quoted[number]:
            continue
        written = context.text[mention.start : mention.end]
        if written in v.ADJECTIVES or written in v.PEOPLES:
            continue  # "Russian ships" are not "it"
        score = _near(context, at, mention.start)
        score += SUBJECT if context.subject[number] else 0.0
        scores[mention.actor] = max(score, scores.get(mention.actor, -9.0))
    last = _spoke_last(context, at)
    if last is not None and not last.plural:
        near = _near(context, at, last.start)
        name = last.names[0] if last.names else ANONYMOUS
        actor = context.actors.get(name)
        if near and (actor is None or actor.type != "person"):
            scores[name] = max(scores.get(name, 0.0), near) + SPOKE
    return scores


def _two(context: Context, at: int, kind: str) -> tuple[str, ...] | None:
    """The two people or countries that the last sentences are about, if they are two."""
    last = _spoke_last(context, at)
    if kind == "person" and last and len(last.names) == 2 and _near(context, at, last.start):
        return last.names
    for back in (0, 1, 2):
        people = [
            context.mentions[n].actor
            for n in context.before(at, back)
            if not context.quoted[n] and context.mentions[n].actor_type == kind
        ]
        if len(two := tuple(dict.fromkeys(people))) >= 2:
            return two if len(two) == 2 else None
    return None


def _joined(context: Context, at: int) -> tuple[str, ...] | None:
    """The people of "Ada Lund and Bo Ek", where the sentence before names nobody else."""
    if context.text[context.sentences[context.sentence(at)].start : at].count(" ") > LEAD_IN:
        return None
    near = [
        n
        for n in context.before(at, 1)
        if context.mentions[n].actor_type == "person" and not context.quoted[n]
    ]
    if len({context.mentions[n].actor for n in near}) < 2 or context.owned(near[-1]):
        return None
    for a, b in pairwise(near):
        between = context.text[context.mentions[a].end : context.mentions[b].start]
        if not JOIN.fullmatch(between):
            return None
    start = context.sentences[context.sentence(context.mentions[near[0]].start)].start
    before = context.text[start : context.mentions[near[0]].start].lower().split()
    if not PREPOSITIONS.isdisjoint(before):
        return None  # "a talk between Ada Lund and Bo Ek"
    return tuple(dict.fromkeys(context.mentions[n].actor for n in near))


def _they(context: Context, at: int) -> tuple[str, ...] | None:
    last = _spoke_last(context, at)
    if last is not None and _near(context, at, last.start) > 1.0:
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
        scores[mention.actor] = _near(context, at, mention.start) + (
            SUBJECT if context.subject[number] else 0.0
        )
    best = _clear(scores)
    return None if best is None else (best,)
