"""The source of an attribution as written, read to what it refers to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache

from onrecord.lexicon import Actor
from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.tokens import WORD
from onrecord.lexicon.words import PRONOUNS
from onrecord.speakers.model import Attributed, Mentions, Span
from onrecord.speakers.named import read_named
from onrecord.speakers.nouns import read_common
from onrecord.speakers.phrase import EMPHASIS, GENITIVE, Phrase, Reference
from onrecord.speakers.words import PANELS

NOUNS = v.ROLE_NOUNS | PANELS | {"mom", "mum", "dad", "poll", "study", "survey"}
LONGEST = 400  # characters of a source that are read
LONGEST_ACRONYM = 6
NEAR = 160  # characters within which several spans are one phrase
LEAD = re.compile(r"(?:[\s\"“‘'(\[–—-]+|(?:by|from)\s+(?=\w))+", re.I)
BEFORE_CUE = re.compile(r"\b(he|she|they)\s+$", re.I)
SHARE = re.compile(r"(?:[a-z-]+ ){0,3}?(?:[\d.]+|[a-z-]+) ?(?:percent|per cent|%)", re.I)
SENTENCE_END = re.compile(r"(?:^|\n|[.!?:;…*•–—-]|[.!?][\"”’'])[\s\"“‘'(\[]*$")
BRACKETS = re.compile(r"\([^()]*\)?")


def read_source(
    text: str,
    attribution: Attributed,
    mentions: Mentions,
    starts: list[int],
    actors: Mapping[str, Actor],
) -> Reference:
    """Read the source of one attribution.

    Args:
        text: the article.
        attribution: of several source spans the longest is read, or all if they are near;
            without one, a name or pronoun right beside the cue is taken ("Lund said").
        mentions: all mentions of the article, in text order.
        starts: their start offsets.
        actors: the mentioned actors by name.
    """
    span = source_span(text, attribution, mentions, starts)
    if span is None:
        return Reference("none", -1)
    start, end = span
    words = BRACKETS.sub(lambda found: " " * len(found[0]), text[start:end])
    inside, i = [], bisect_left(starts, start)
    while i < len(mentions) and mentions[i].end <= end:
        if words[mentions[i].start - start : mentions[i].end - start].strip():
            inside.append(mentions[i])
        i += 1
    phrase = Phrase(start, words, inside, actors)
    bare = words.lower().strip(" ,.:;”’\"')]*")
    if bare in PRONOUNS or GENITIVE.split(bare)[0] in PRONOUNS:
        return Reference("pronoun", start, word=GENITIVE.split(bare)[0])
    opening = WORD.match(words)
    if opening and opening[0].lower() in ("who", "whom", "which"):
        return Reference("pronoun", start, word=opening[0].lower())
    if SHARE.match(words):
        return Reference("anonymous", start)
    if inside:
        return read_named(phrase)
    reference = read_common(phrase)
    if reference.name and not _attested(text, start, reference.name):
        return Reference("description", start)  # of nobody
    return reference


def source_span(
    text: str, attribution: Attributed, mentions: Mentions, starts: list[int]
) -> Span | None:
    """Where the words of a source begin and end: its longest span, or all if they are near."""
    source = attribution.source or _beside_cue(text, attribution, mentions, starts)
    if not source:
        return None
    start, end = max(source, key=lambda span: span[1] - span[0])
    whole = source[0][0], source[-1][1]
    if whole[1] - whole[0] < NEAR and "\n" not in text[whole[0] : whole[1]]:
        start, end = whole
    if (lead := LEAD.match(text, start, end)) and lead.end() < end:
        start = lead.end()
    return start, min(end, start + LONGEST)


def _attested(text: str, start: int, name: str) -> bool:
    """Whether a capitalised phrase that no mention covers is a name.

    A law is none ("Harwick-Lund" of the "Harwick-Lund Act"), nor is a common noun that is
    capitalised only because it opens a sentence or stands in a line where every word is.
    """
    emphasis = EMPHASIS.match(text, start + len(name)) is not None
    return _is_name(text, name, emphasis)


@lru_cache(maxsize=256)  # one name may be the source of thousands
def _is_name(text: str, name: str, emphasis: bool) -> bool:
    if any(found[1] in v.THINGS for found in re.finditer(rf"{re.escape(name)} (\w+)", text)):
        return False
    if " " not in name and name.isupper() and len(name) > LONGEST_ACRONYM:
        return name.title() in text
    if " " in name and name.split()[-1].lower() in NOUNS:  # "Retired General", "New Poll"
        return any(not _shouted(text, at) for at in _uses(text, name))
    if " " in name or not name[1:].islower() or emphasis:
        return True
    if next(_uses(text, name.lower()), None) is not None:
        return False
    return any(
        not SENTENCE_END.search(text[max(0, at - 4) : at]) and not _shouted(text, at)
        for at in _uses(text, name)
    )


def _uses(text: str, word: str) -> Iterator[int]:
    """Where a word stands by itself, without a pattern of its own."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        bounds = (text[max(at - 1, 0) : at], word[0]), (word[-1], text[end : end + 1])
        if all(_letter(one) != _letter(other) for one, other in bounds):
            yield at
        at = text.find(word, at + 1)


def _letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _shouted(text: str, at: int) -> bool:
    return _shouted_line(text, text.rfind("\n", 0, at) + 1)


@lru_cache(maxsize=256)
def _shouted_line(text: str, start: int) -> bool:
    end = text.find("\n", start)
    words = WORD.findall(text[start : len(text) if end < 0 else end])
    long = [word for word in words if len(word) > 3]
    return 2 * sum(word[0].isupper() for word in long) > len(long)


def _beside_cue(
    text: str, attribution: Attributed, mentions: Mentions, starts: list[int]
) -> tuple[Span, ...]:
    for start, end in attribution.cue:
        word = WORD.match(text, start, end)
        if word is None or word[0] not in v.SAYING:
            continue
        if any(first < start and end < last for first, last in attribution.content):
            continue
        i = bisect_left(starts, start) - 1
        if i >= 0 and text[mentions[i].end : start] == " ":
            return ((mentions[i].start, mentions[i].end),)
        if i + 1 < len(mentions) and text[end : mentions[i + 1].start] == " ":
            return ((mentions[i + 1].start, mentions[i + 1].end),)
        if pronoun := BEFORE_CUE.search(text[max(0, start - 12) : start]):
            at = max(0, start - 12) + pronoun.start(1)
            return ((at, at + len(pronoun[1])),)
    return ()


def describe(words: str, start: int) -> Reference:
    """Read a phrase that holds no name."""
    return read_common(Phrase(start, words, [], {}))
