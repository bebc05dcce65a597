"""What stands round a name in a source: an office, a clause, words that make it a people's."""

from __future__ import annotations

import re

from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.tokens import WORD, plain
from onrecord.speakers.model import Named
from onrecord.speakers.phrase import GENITIVE, Phrase
from onrecord.speakers.words import CLAUSE, PREPOSITIONS


def people_word(phrase: Phrase, mention: Named) -> bool:
    """Whether the mention is by a word for people: "Russians", "Republican"."""
    if mention.actor_type == "person":
        return False
    actor = phrase.actors.get(mention.actor)
    if actor is None:
        return False
    written = plain(phrase.written(mention))
    if actor.type == "group":  # "the Houthis" act as one, "conservative Jews" do not
        return written.endswith("s") and phrase.before(mention).lower().strip() != "the"
    return (
        not written.islower()  # "the bloc" is the organisation
        and written.split()[-1].lower() not in v.KINDS  # so is "the Commission"
        and written not in (actor.name, actor.name.removeprefix("the "))
        and (written not in actor.aliases)
        and written.title() not in actor.aliases
        and written.lower() != actor.name.lower()
    )


def national(phrase: Phrase, mention: Named) -> bool:
    """As in "The Dorvalian": one person by country."""
    written = phrase.written(mention)
    return (
        mention.actor_type == "country"
        and phrase.before(mention).lower().strip() == "the"
        and written != mention.actor
        and re.fullmatch(r"[A-Z][\w-]+(?:ian|ean|ish|ese|i|er|an)", written) is not None
        and written not in ("Vatican",)
    )


def apposed(phrase: Phrase, mention: Named) -> bool:
    """As in "A spokesman for the company, Ada Lund," and "the mayor, Ada Lund"."""
    head = phrase.before(mention).rstrip()
    if not re.fullmatch(r".*,(?:\s+[A-Z][\w.]*)*", head, re.S):
        return False
    if not re.match(r"[\s\"”]*(?:[,.:]|$)", phrase.after(mention)):
        return False
    common = re.sub(r"^(?:an?|the|one|another|its|his|her)\s", "", head, flags=re.I)
    if common == head and not GENITIVE.search(head) and not head[0].islower():
        return False
    words = {word.lower() for word in WORD.findall(head)}
    return not words.isdisjoint(v.ROLE_NOUNS) or not words.isdisjoint(v.SPOKEN_FOR)


def office(between: str) -> bool:
    """Whether only an office stands between two names: "Lund spokesman", "'s chief of staff"."""
    words = [word.lower() for word in WORD.findall(GENITIVE.sub("", between, count=1))]
    if len(words) > 8 or any(word in PREPOSITIONS - {"of", "for"} for word in words):
        return False
    return (
        not words
        or any(w in v.ROLE_NOUNS or w in v.SPOKEN_FOR for w in words)
        or all(w.title() in v.TITLES or w.title() in v.TITLE_PARTS for w in words)
    )


def clause(rest: str) -> bool:
    """Whether a clause about the name begins: "Lund saying ...", "Lund in Oslo"."""
    word = re.match(r"\s*([\w’']+)", rest)
    return word is not None and (
        word[1].lower() in PREPOSITIONS
        or word[1] in CLAUSE
        or word[1].endswith("ing")
        or word[1] in v.SAYING
    )


def prepositional(before: str) -> bool:
    """Whether what follows hangs on a preposition: "a spokesman for", not "Secretary of State"."""
    words = [word.lower() for word in WORD.findall(before)]
    for i in range(len(words) - 1, -1, -1):
        if words[i] in PREPOSITIONS:
            tail = [word for word in words[i + 1 :] if word != "the"]
            office = words[i] == "of" and tail and tail[0].title() in v.OFFICES_OF
            return not office
    return False
