"""Source phrases that hold names: who of them speaks, and who is only spoken for."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.lexicon import vocabulary as v
from onrecord.speakers.around import (
    apposed,
    clause,
    national,
    office,
    people_word,
    prepositional,
)
from onrecord.speakers.model import Named
from onrecord.speakers.nouns import read_common
from onrecord.speakers.phrase import EMPHASIS, GENITIVE, NATIONAL, Phrase, Reference
from onrecord.speakers.words import BODIES, PANELS, SPEECH, STATE_BODIES

AND = re.compile(
    r"\s*,?\s+(?:and|or|nor|&|as well as|along with)\s+"
    r"(?:(?:the|former|then|his|her|other|some|many|fellow|[A-Z][\w’'-]*)\.?\s+){0,6}"
)
APPOSED_AND = re.compile(r",\s[^,.;:“”\"]{3,60},\s+and\s+")  # ", the dockers' leader, and "
LIST = re.compile(r"\s*,\s+(?:(?:[A-Z][\w’'-]*)\.?\s+){0,3}")
DOMAIN = re.compile(r"^\.(?:com|org|net)\b")  # "a YouTube.com video" is not YouTube's word
# "a letter from", "the speech that Mr.": a work of whoever is named next
WORK = re.compile(
    r"(?:an?|the|his|her|one|another)?\s*(?:[\w-]+\s+){0,4}?([\w-]+)\s+(?:(?:by|from|that)\s+)?"
    r"(?:(?:the|former|[A-Z][\w.’'-]*)\s+){0,4}"
)
# the noun behind a name: "Lund campaign manager"
NOUN = re.compile(
    r"\s*((?:[\w.&/-]+\s+){0,4}?[\w-]+)(?=\s*(?:$|[,.:;—–]|\s(?:who|that|which|of|for|in|at|from|to|"
    r"on|about|with|by|during|and|said|is|was|close|familiar)\b))"
)


def read_named(phrase: Phrase) -> Reference:
    """A phrase that holds mentions: is one of them who speaks, or only whose words they are?"""
    first = phrase.inside[0]
    for k, mention in enumerate(phrase.inside):
        if mention.actor_type == "person" and apposed(phrase, mention):
            reference = _several(phrase, k)
            return replace(reference, stands_for=_other(phrase, mention))
        work = WORK.fullmatch(phrase.before(mention))
        if work and work[1].lower() in SPEECH:
            return _several(phrase, k)
    if prepositional(phrase.before(first)):
        return read_common(phrase)
    after = DOMAIN.sub("", EMPHASIS.sub("", phrase.after(first), count=1), count=1)
    genitive = GENITIVE.match(after)
    rest = after[genitive.end() :] if genitive else after
    if not rest.strip(" ,.:;”\"'*"):
        return _several(phrase, 0)
    if len(phrase.inside) > 1 and not re.match(r"\s*(?:,|and\b|n?or\b|&)", rest):
        second = phrase.inside[1]
        if second.actor_type == "person" and office(phrase.between(first, second)):
            held = v.FORMER.isdisjoint(phrase.words[: second.start - phrase.start].lower().split())
            return replace(_several(phrase, 1), stands_for=first.actor if held else None)
        if genitive and not rest[: second.start - first.end - genitive.end()].strip():
            return _several(phrase, 1)
    loud = not genitive and first.actor_type == "person" and not phrase.before(first).strip()
    if after[:1] in ("/", "-", "–"):  # "a CNN/ORC poll"
        return Reference("anonymous", phrase.start, stands_for=first.actor)
    noun = NOUN.match(rest)
    words = noun[1].split() if noun else rest.split()[:1]
    head = words[-1].lower().strip(".,") if words else ""
    if genitive:
        if head in SPEECH or (words and words[0].lower() in SPEECH):
            return _several(phrase, 0)
        if len(words) > 1 and all(w[0].isupper() for w in words) and head not in v.ROLE_NOUNS:
            return Reference("named", phrase.start, name=" ".join(words), stands_for=first.actor)
    elif (
        not after[:1].isspace()
        or re.match(r"\s*[,(—–:;.]|\s+-", after)
        or (head not in PANELS and clause(rest))
    ):
        return _several(phrase, 0)
    if loud and words and words[0][0].isupper() and words[0] not in v.TITLES:
        return _several(phrase, 0)  # a title-case headline: "Ada Lund Hammers Bank"
    return _possessed(phrase, first, words, head, bool(genitive))


def _possessed(
    phrase: Phrase, owner: Named, words: list[str], head: str, genitive: bool
) -> Reference:
    """As in "Lund's lawyers", "the Lund campaign", "the Russian president", "NATO officials"."""
    start, opening = phrase.start, (phrase.words.split() or [""])[0].lower()
    definite = genitive or opening in ("the", "that", "this")
    country = owner.actor_type == "country" and head in STATE_BODIES
    if head in BODIES and (len(words) == 1 or country):
        return Reference("description", start, word=head, stands_for=owner.actor)
    if head in PANELS and definite:
        # in the words as they are: small letters may be more than the capitals were
        at = re.compile(re.escape(head), re.I).search(phrase.words, owner.end - phrase.start)
        whole = phrase.words[: at.end()] if at else phrase.words
        name = re.sub(r"^the\s+", "", whole, flags=re.I)
        return Reference("named", start, name=name, stands_for=owner.actor)
    if head in SPEECH and (genitive or (owner.actor_type == "person" and not definite)):
        return _several(phrase, 0)
    if head in SPEECH:  # "a CNN survey" does not speak for CNN
        return Reference("anonymous", start, word=head, stands_for=owner.actor)
    modifiers = frozenset(word.lower() for word in words[:-1]) | frozenset(
        word.lower() for word in phrase.before(owner).split()
    ) - {"the"}
    if definite and head in v.ROLE_NOUNS:
        place = owner.actor_type in ("place", "region")
        return Reference(
            "description",
            start,
            word=head,
            modifiers=modifiers,
            stands_for=None if place else owner.actor,
            placed=frozenset({owner.actor.lower()} if place else ()),
        )
    behalf = owner.actor if head in v.ON_BEHALF else None
    return Reference("anonymous", start, word=head, stands_for=behalf)


def _several(phrase: Phrase, k: int) -> Reference:
    """The mention and those joined to it; people of a country or party are nobody by name."""
    together = [phrase.inside[k]]
    pending: list[Named] = []
    for mention in phrase.inside[k + 1 :]:
        between = phrase.between((pending or together)[-1], mention)
        if AND.fullmatch(between) or APPOSED_AND.fullmatch(between):
            together = [*together, *pending, mention]
            pending = []
        elif LIST.fullmatch(between):
            pending.append(mention)
        else:
            break
    named = [
        mention
        for mention in together
        if mention.actor_type != "place" and not people_word(phrase, mention)
    ]
    if len(named) == 1 and national(phrase, named[0]):
        return Reference("description", phrase.start, word=NATIONAL, stands_for=named[0].actor)
    if named:
        return Reference("named", phrase.start, tuple(named))
    word = phrase.written(together[0]).lower()
    definite = phrase.words[:4].lower() == "the " and not word.endswith("s")
    modifiers = frozenset(w.lower() for w in phrase.before(together[0]).split()) - {"the"}
    return Reference(
        "description" if definite else "anonymous",
        phrase.start,
        word=word,
        modifiers=modifiers,
        stands_for=None if definite else together[0].actor,
    )


def _other(phrase: Phrase, mention: Named) -> str | None:
    others = [m.actor for m in phrase.inside if m.actor != mention.actor and m.end <= mention.start]
    return others[0] if others else None
