"""Source phrases whose head is a common noun, and names that are no mention."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.lexicon import Actor
from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.tokens import WORD, names_nobody
from onrecord.lexicon.words import POSSESSIVES
from onrecord.speakers.phrase import EMPHASIS, NATIONAL, Phrase, Reference
from onrecord.speakers.words import (
    ANONYMOUS_HEADS,
    BODIES,
    DETERMINERS,
    EXCLUSIVE,
    POLITICAL,
    PREPOSITIONS,
    SPEECH,
    STATE_BODIES,
    STATES,
)

ORIGIN = re.compile(r"[A-Z][a-z]+[^m\W]an")
POSSESSIVE = re.compile(r"[’']s?$")
OPENING = v.TITLES | {"Former", "Then"}


def read_common(phrase: Phrase) -> Reference:
    """A phrase whose head is a common noun, or a name that is no mention."""
    start, shown = phrase.start, EMPHASIS.sub("", phrase.words).strip(' ,.:;”"*')
    words = WORD.findall(shown)
    if not words:
        return Reference("none", start)
    opening = words[0].lower()
    if len(words) == 1 and _bears(words[0], phrase.actors):
        return Reference("none", start)
    if opening == "the" and len(words) == 2 and _by_origin(words[1]) and not phrase.inside:
        return Reference("description", start, word=NATIONAL)
    if not phrase.inside and (name := unlisted_name(shown)):
        return Reference("named", start, name=name)
    cut = len(words)
    for i, word in enumerate(words):
        if i and (word.lower() in PREPOSITIONS or word in ("who", "that", "which", "whose")):
            cut = i
            break
    comma = shown.find(",")
    if comma > 0:
        cut = min(cut, len(WORD.findall(shown[:comma])))
    cut = max(cut, 1)
    head = words[cut - 1].lower()
    stands_for = _spoken_for(phrase, head, words[cut] if cut < len(words) else "")
    modifiers = frozenset(w.lower() for w in words[: cut - 1]) | frozenset(
        w.lower() for w in words[cut : cut + 5] if w.lower() not in PREPOSITIONS
    )
    if opening == "both" or (opening == "the" and "two" in modifiers):
        return Reference("pronoun", start, word="both", body="states" if head in STATES else "")
    if opening in POSSESSIVES:
        if head in SPEECH:
            return Reference("pronoun", start, word=opening)
        if head in BODIES and cut == 2:
            return Reference("pronoun", start, word=opening, body=head)
        return Reference("anonymous", start, word=head, modifiers=modifiers)
    if head in STATE_BODIES and len(phrase.inside) == 1 and _inside_country(phrase):
        return Reference("description", start, word=head, stands_for=stands_for)
    if opening in ("the", "that", "this") and head not in ANONYMOUS_HEADS:
        named = frozenset(w.lower() for w in words[1 : cut - 1] if w[0].isupper())
        elsewhere = named - POLITICAL - EXCLUSIVE  # "the Ohio governor": of some place
        return Reference(
            "description",
            start,
            word=head,
            modifiers=modifiers - {"the"},
            stands_for=stands_for,
            placed=elsewhere,
        )
    bare = words[0].islower() or (opening in v.ROLE_NOUNS and not words[0].isupper())
    if bare and opening not in DETERMINERS and head in v.ROLE_NOUNS and head not in ANONYMOUS_HEADS:
        return Reference("description", start, word=head, modifiers=modifiers, bare=True)
    return Reference("anonymous", start, word=head, modifiers=modifiers, stands_for=stands_for)


def _spoken_for(phrase: Phrase, head: str, link: str) -> str | None:
    """Whom "officials in Kyiv" or "a spokesman for NATO" speak for; "voters in Kyiv" for nobody."""
    if not phrase.inside or link not in (
        "of",
        "for",
        "from",
        "at",
        "with",
        "in",
        "inside",
        "within",
    ):
        return None
    if head not in v.ON_BEHALF and head not in BODIES and head not in v.ROLE_NOUNS:
        return None
    between = phrase.before(phrase.inside[0]).lower().split(link, 1)[-1].split()
    direct = PREPOSITIONS.isdisjoint(between) and len(between) < 4
    return phrase.inside[0].actor if direct else None


def _bears(word: str, actors: Mapping[str, Actor]) -> bool:
    """Whether a bare name is the family name of people here, so that it may mean either."""
    ending = f" {word.lower()}"
    return word[0].isupper() and any(
        name.lower().endswith(ending) and actor.type == "person" for name, actor in actors.items()
    )


def _by_origin(word: str) -> bool:
    """As in "The Harwickian" and "the Scot": somebody named before."""
    told = ORIGIN.fullmatch(word) is not None and word not in v.ORGANISATION_HEADS
    return told or word in v.DEMONYMS


def _inside_country(phrase: Phrase) -> bool:
    """Whether the only name is a country's: "the government in Kyiv"."""
    return phrase.inside[0].actor_type == "country"


def unlisted_name(shown: str) -> str | None:
    """A capitalised phrase that no mention covers: "Planned Path", "the Lakeside Gazette"."""
    bare = re.split(r"\s*[,;—–(]|\s+-\s", re.sub(r"^[Tt]he\s+", "", shown))[0]
    bare = POSSESSIVE.sub("", bare)
    words = bare.split()
    while words and words[0].strip(".") in OPENING and len(words) > 1:
        words = words[1:]
    if not words or words[-1] in v.PEOPLES or names_nobody(words[-1]):
        return None
    if len(words) > 6 or words[0] in v.FUNCTION or len(words[0]) < 2:
        return None
    if words[0].lower() in POLITICAL and words[-1].endswith("s"):
        return None
    if any(not (w[0].isupper() or w in v.LINKS or w in v.PARTICLES) for w in words):
        return None
    if len(words) > 1 and all(word.isupper() for word in words):
        return None
    if len(words) == 1:
        word, low = words[0].rstrip("."), words[0].lower().rstrip(".")
        camel = any(c.isupper() for c in word[1:])
        plural = low.endswith("s") and not camel
        if low in v.ROLE_NOUNS or low in ANONYMOUS_HEADS or plural or word in v.NOT_NAMES:
            return None
        kind = word in v.ORGANISATION_HEADS or low in v.KINDS
        return None if low in SPEECH or low in BODIES or kind else word
    return None if words[-1].lower() in ANONYMOUS_HEADS else " ".join(words).rstrip(".")
