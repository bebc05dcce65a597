"""Pronouns to the actors they mean: the most salient; two that come out alike are nobody."""

from __future__ import annotations

import re

from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.words import HE, IT, SHE, THEY
from onrecord.speakers.context import Context
from onrecord.speakers.model import Others
from onrecord.speakers.plural import they, two
from onrecord.speakers.salience import ANONYMOUS, bodies, clear, people, spoke_last

NOBODY = Others()
# between a name and "who": ", a baker," or " of Ohio,"
APPOSED = re.compile(
    r",[^,.;\"“”]{3,90},\s*|\sof\s(?:the\s)?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2},?\s*"
)
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
        return two(context, at, "country" if states else "person")
    if word in THEY:
        return they(context, at)
    if word in HE or word in SHE:
        scores = people(context, "m" if word in HE else "f", at)
    elif word in IT:
        scores = bodies(context, at)
    else:
        return None
    best = clear({name: s for name, s in scores.items() if name not in others.behind})
    last = spoke_last(context, at)
    if best in others.before and last is not None and best not in last.names:
        # "Lund left, he said": Lund, unless somebody else who spoke before goes on
        other = clear({name: s for name, s in scores.items() if name not in others.before})
        best = None if other else best
    return None if best is None else (best,)


def relative(context: Context, word: str, at: int) -> str | None:
    """Whom "who" (or what "which") after a name means; None after anything else.

    Returns:
        The actor's name; an empty one for people without a name ("voters who").
    """
    start = context.sentences[context.sentence(at)].start if context.sentences else 0
    before = context.text[start:at]
    while JOINED.search(before) and (earlier := before.rfind(f" {word} ")) >= 0:
        at = start + earlier + 1
        before = context.text[start:at]
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
