"""From what a source phrase refers to, to the speakers that are meant."""

from __future__ import annotations

import re

from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.words import WHO
from onrecord.speakers.context import Context
from onrecord.speakers.descriptions import described
from onrecord.speakers.model import Others, Speaker
from onrecord.speakers.offices import NEAR_SENTENCES, learn
from onrecord.speakers.phrase import Reference
from onrecord.speakers.pronouns import ANONYMOUS, antecedent, relative
from onrecord.speakers.words import BODIES, NAMED_BODIES, STATE_BODIES, WORKS

NOBODY = Others()
WORK_REACH = 6  # the narrator's sentences after which "the letter" is another
UNKNOWN = Speaker(None, "none")


def refer(context: Context, reference: Reference, others: Others = NOBODY) -> tuple[Speaker, ...]:
    """The speakers that a reference means; never empty.

    Args:
        context: the article.
        reference: the source as read.
        others: people whom its words name.
    """
    if reference.kind == "named":
        return _named(context, reference)
    if reference.kind == "pronoun":
        return _pronoun(context, reference, others)
    if reference.kind == "description":
        return (_description(context, reference, others),)
    if reference.kind == "anonymous":
        return (Speaker(None, "anonymous", reference.stands_for),)
    return (UNKNOWN,)


def _named(context: Context, reference: Reference) -> tuple[Speaker, ...]:
    if reference.name:
        return (Speaker(reference.name, "named", reference.stands_for),)
    speakers = {}
    for mention in reference.mentions:
        actor = context.actors.get(mention.actor)
        written = context.text[mention.start : mention.end]
        whole = (
            mention.actor_type != "person" or len(written.split()) > 1 or " " not in mention.actor
        )
        stands_for = reference.stands_for or (actor.affiliation if actor else None)
        if stands_for == mention.actor:
            stands_for = None
        by = "description" if written.islower() else "named" if whole else "partial"
        speakers[mention.actor] = Speaker(mention.actor, by, stands_for)
    return tuple(speakers.values())


def _pronoun(context: Context, reference: Reference, others: Others) -> tuple[Speaker, ...]:
    states = reference.body == "states"
    if reference.word in WHO:
        name = relative(context, reference.word, reference.start)
        if name == ANONYMOUS:
            return (Speaker(None, "anonymous"),)
        names: tuple[str, ...] | None = (name,) if name else None
    else:
        names = antecedent(context, reference.word, reference.start, states=states, others=others)
    if names is None:
        return (UNKNOWN,)
    if reference.body and not states:
        return (_body(context, names[0], reference.body) if names[0] else UNKNOWN,)
    if names == (ANONYMOUS,):
        last = context.said[-1] if context.said else None
        behind = last.affiliation if last is not None and not last.names else None
        return (Speaker(None, "anonymous", behind),)
    return tuple(Speaker(name, "pronoun", affiliation(context, name)) for name in names)


def _description(context: Context, reference: Reference, others: Others) -> Speaker:
    if reference.word in BODIES and reference.stands_for:
        return _body(context, reference.stands_for, reference.word)
    last = context.said[-1] if context.said else None
    if last is not None and not last.names and last.word and last.word == reference.word:
        return Speaker(None, "anonymous", last.affiliation)  # "a guard", then "the guard"
    if reference.word in WORKS and not reference.stands_for:
        return _work(context, reference)
    if reference.word == "campaign" and reference.modifiers <= {"the"} and not reference.stands_for:
        owner = _campaigner(context, reference)
        return _body(context, owner, reference.word) if owner else UNKNOWN
    name = described(context, reference, others.behind)
    if name is None and reference.bare:
        return Speaker(None, "anonymous", reference.stands_for)
    if name is not None:
        learn(context, name, reference)
        return Speaker(name, "description", affiliation(context, name))
    if reference.stands_for is None and reference.word not in v.ROLE_NOUNS:
        return UNKNOWN
    return Speaker(None, "none", reference.stands_for)


def _work(context: Context, reference: Reference) -> Speaker:
    """As in "The letter": whoever spoke through one before; nobody in an unknown one or a poll."""
    for last in reversed(context.said.works(reference.word)):
        if last.start < reference.start:
            if len(last.names) == 1 and context.back(reference.start, last.start) <= WORK_REACH:
                name = last.names[0]
                return Speaker(name, "description", affiliation(context, name))
            break
    return Speaker(None, "anonymous")


def _campaigner(context: Context, reference: Reference) -> str | None:
    """Whose "the campaign" is: of whose campaign the sentences before speak, if of one only."""
    owners = {
        context.mentions[n].actor
        for n in context.before(reference.start, NEAR_SENTENCES)
        if re.match(
            rf"(?:['’]s)?\s(?:[\w-]+\s){{0,2}}{reference.word}\b",
            context.text[context.mentions[n].end : context.mentions[n].end + 60],
        )
    }
    return owners.pop() if len(owners) == 1 else None


def _body(context: Context, owner: str, body: str) -> Speaker:
    """As in "The Lund campaign" as an actor of its own; a country's government is the country."""
    actor = context.actors.get(owner)
    if body in STATE_BODIES:
        country = actor is not None and actor.type == "country"
        return Speaker(owner, "description") if country else Speaker(None, "none", owner)
    if body not in NAMED_BODIES:
        return Speaker(None, "none", owner)
    return Speaker(f"{_short(context, owner)} {body}", "description", owner)


def _short(context: Context, name: str) -> str:
    actor = context.actors.get(name)
    return name.split()[-1] if actor is not None and actor.type == "person" else name


def affiliation(context: Context, name: str) -> str | None:
    """Whom an actor speaks for, if the article or the lexicon tells."""
    actor = context.actors.get(name)
    return actor.affiliation if actor else None
