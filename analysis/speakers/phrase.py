"""A source as written, read as a phrase: a name, a pronoun, a description, nobody in particular."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from analysis.lexicon import vocabulary as v
from analysis.lexicon.tokens import WORD
from analysis.speakers.model import Attributed, Mentions, Named
from analysis.speakers.words import (
    ANONYMOUS_HEADS,
    BODIES,
    PREPOSITIONS,
    PRONOUNS,
    SPEECH,
)

AND = re.compile(r",?\s+(?:and|or|&|as well as|along with)\s+(?:[\w.’'-]+\s+){0,5}")
LIST = re.compile(r",\s+(?:(?:Mr|Mrs|Ms|Sen|Gov|Rep|Dr|Gen)\.\s+)?")
OPENING = re.compile(r"[\s\"“‘'(\[–—-]+")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a source phrase refers to.

    Attributes:
        kind: named, pronoun, description, anonymous or none.
        mentions: the named actors (two or more for a conjunction).
        word: the pronoun, or the head noun of a description, lower case.
        modifiers: other words of a description, lower case.
        stands_for: the actor that the source speaks for.
        name: a name that no mention covers.
        start: where the phrase begins.
    """

    kind: str
    start: int
    mentions: tuple[Named, ...] = ()
    word: str = ""
    modifiers: frozenset[str] = frozenset()
    stands_for: str | None = None
    name: str | None = None


def read_source(
    text: str, attribution: Attributed, mentions: Mentions, starts: list[int]
) -> Reference:
    """Read the source of one attribution.

    Args:
        text: the article.
        attribution: its source may be several spans; the longest one is read.
        mentions: all mentions of the article, in text order.
        starts: their start offsets.
    """
    if not attribution.source:
        return Reference("none", -1)
    start, end = max(attribution.source, key=lambda span: span[1] - span[0])
    if len(attribution.source) > 1 and attribution.source[-1][1] - attribution.source[0][0] < 200:
        start, end = attribution.source[0][0], attribution.source[-1][1]
    while start < end and (lead := OPENING.match(text, start, end)):
        start = lead.end()
    for word in ("by ", "By ", "from ", "From ", "that "):
        if text.startswith(word, start) and end - start > len(word):
            start += len(word)
    i, inside = bisect_left(starts, start), []
    while i < len(mentions) and mentions[i].end <= end:
        inside.append(mentions[i])
        i += 1
    phrase = text[start:end]
    lower = phrase.lower().strip(" ,.:;”’\"')]").split("’")[0].split("'")[0]
    if lower in PRONOUNS:
        return Reference("pronoun", start, word=lower)
    if inside:
        return _named(text, start, end, inside)
    return _common(text, start, end)


def _named(text: str, start: int, end: int, inside: list[Named]) -> Reference:
    first = inside[0]
    for k, mention in enumerate(inside):
        before = text[start : inside[k - 1].end if False else mention.start]
        if mention.actor_type == "person" and _apposed(before, text[mention.end : end]):
            together = _conjoined(text, inside, k)
            return Reference("named", start, together, stands_for=_other(inside, mention))
    before, after = text[start : first.start], text[first.end : end]
    if _has_preposition(before):
        return _common(text, start, end, inside)
    ending = re.match(r"(?:[’']s?)(?!\w)\s*", after)
    rest = after[ending.end() :] if ending else after
    if not rest.strip(' ,.:;”"()'):
        return Reference("named", start, _conjoined(text, inside, 0))
    if len(inside) > 1 and not re.match(r"\s*(?:,|and\b|or\b|&)", rest):
        second = inside[1]
        between = text[first.end : second.start]
        if second.actor_type == "person" and _role_words(between):
            return Reference("named", start, _conjoined(text, inside, 1), stands_for=first.actor)
        if ending and not text[first.end + ending.end() : second.start].strip():
            return Reference("named", start, (second,))
    noun = re.match(
        r"\s*((?:[\w.-]+\s+){0,3}?[\w-]+)(?=\s*(?:$|[,.:;(]|\s(?:who|that|of|for|in|at|"
        r"from|to|on|about|with|by|during|and|said|is|was)\b))",
        rest,
    )
    words = noun[1].split() if noun else rest.split()[:1]
    head = words[-1].lower().strip(",.") if words else ""
    if ending:
        if head in SPEECH or (words and words[0].lower() in SPEECH):
            return Reference("named", start, (first,))
    elif after[:1] in ",(" or not after.startswith(" ") or _clause(rest):
        return Reference("named", start, _conjoined(text, inside, 0))
    if head in BODIES:
        return Reference("description", start, word=head, stands_for=first.actor)
    if head in SPEECH:
        return Reference("named", start, (first,))
    modifiers = frozenset(w.lower() for w in words[:-1])
    definite = bool(ending) or before.lower().strip().split(" ")[0] in ("the", "that")
    if definite and head in v.ROLE_NOUNS:
        return Reference(
            "description", start, word=head, modifiers=modifiers, stands_for=first.actor
        )
    return Reference("anonymous", start, word=head, stands_for=first.actor)


def _apposed(before: str, after: str) -> bool:
    """ "A spokesman for the company, Ada Lund," and "the mayor, Ada Lund"."""
    head = before.rstrip()
    if not head.endswith(",") or not re.match(r"[\s\"”]*(?:,|$|\)|\()", after):
        return False
    return any(
        word.lower() in v.ROLE_NOUNS or word.lower() in v.SPOKEN_FOR for word in WORD.findall(head)
    )


def _other(inside: list[Named], mention: Named) -> str | None:
    others = [m.actor for m in inside if m.actor != mention.actor and m.end <= mention.start]
    return others[0] if others else None


def _conjoined(text: str, inside: list[Named], k: int) -> tuple[Named, ...]:
    """The mention and those joined to it by "and": "Ada Lund and Bo Ek"."""
    together, pending = [inside[k]], []
    for mention in inside[k + 1 :]:
        between = text[(pending or together)[-1].end : mention.start]
        if AND.fullmatch(between) and not _has_preposition(between):
            return (*together, *pending, mention)
        if not LIST.fullmatch(between):
            break
        pending.append(mention)
    return tuple(together)


def _role_words(between: str) -> bool:
    words = [w.lower() for w in WORD.findall(re.sub(r"^[’']s?\s", "", between))]
    if any(word in PREPOSITIONS - {"of", "for"} for word in words) or len(words) > 8:
        return False
    return (
        not words
        or any(w in v.ROLE_NOUNS or w in v.SPOKEN_FOR for w in words)
        or (all(w.title() in v.TITLES | v.TITLE_PARTS for w in words))
    )


def _clause(rest: str) -> bool:
    word = re.match(r"\s*([\w’']+)", rest)
    return bool(word) and (
        word[1].lower() in PREPOSITIONS
        or word[1]
        in ("who", "that", "which", "and", "himself", "herself", "itself", "also", "both")
        or word[1].endswith("ing")
        or word[1] in v.SAYING
    )


def _has_preposition(text: str) -> bool:
    return any(word in PREPOSITIONS for word in WORD.findall(text.lower()))


def _common(text: str, start: int, end: int, inside: list[Named] | None = None) -> Reference:
    """A phrase whose head is a common noun."""
    phrase = text[start:end].strip(' ,.:;”"')
    words = WORD.findall(phrase)
    stands_for = inside[0].actor if inside else None
    if not words:
        return Reference("none", start)
    opening = words[0].lower()
    if not inside and _all_capital(words):
        bare = phrase[4:] if opening == "the" else phrase
        bare = re.sub(r"[’']s?$", "", bare)
        if len(bare) > 1 and bare.lower() not in ("it", "this"):
            return Reference("named", start, name=bare.rstrip("."))
    cut = len(words)
    for i, word in enumerate(words):
        if i and (word.lower() in PREPOSITIONS or word in ("who", "that", "which")):
            cut = i
            break
    comma = phrase.find(",")
    if comma > 0:
        cut = min(cut, len(WORD.findall(phrase[:comma])))
    head = words[cut - 1].lower()
    modifiers = frozenset(w.lower() for w in words[: cut - 1]) | frozenset(
        w.lower() for w in words[cut : cut + 4] if w.islower() and w not in PREPOSITIONS
    )
    if opening in ("his", "her", "their", "its", "my", "our"):
        if head in SPEECH:
            return Reference("pronoun", start, word=opening)
        return Reference("anonymous", start, word=head, modifiers=modifiers)
    if opening in ("the", "that", "this") and head not in ANONYMOUS_HEADS:
        return Reference(
            "description", start, word=head, modifiers=modifiers - {"the"}, stands_for=stands_for
        )
    return Reference("anonymous", start, word=head, modifiers=modifiers, stands_for=stands_for)


def _all_capital(words: list[str]) -> bool:
    names = words[1:] if words[0].lower() in ("the", "a") else words
    if not names or any(not (w[0].isupper() or w in v.LINKS or w in v.PARTICLES) for w in names):
        return False
    if len(names) == 1:
        low = names[0].lower()
        return names[0] not in v.FUNCTION and low not in v.ROLE_NOUNS and not low.endswith("s")
    return names[0] not in v.FUNCTION
