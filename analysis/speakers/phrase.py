"""A source as written, read as a phrase: a name, a pronoun, a description, nobody in particular."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace

from analysis.lexicon import Actor
from analysis.lexicon import vocabulary as v
from analysis.lexicon.tokens import WORD, plain
from analysis.speakers.model import Attributed, Mentions, Named
from analysis.speakers.words import (
    ANONYMOUS_HEADS,
    BODIES,
    PANELS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SPEECH,
    STATE_BODIES,
)

NATIONAL = "national"  # the head of "the Dorvalian"
AND = re.compile(
    r"\s*,?\s+(?:and|or|&|as well as|along with)\s+(?:(?:the|former|then|his|her|[A-Z][\w’'-]*)\.?\s+){0,6}"
)
DETERMINERS = frozenset(
    "a an one another some any no each every many most several few two three other such".split()
)
LIST = re.compile(r"\s*,\s+(?:(?:[A-Z][\w’'-]*)\.?\s+){0,3}")
LEAD = re.compile(r"(?:[\s\"“‘'(\[–—-]+|(?:by|from)\s+(?=\w))+", re.I)
GENITIVE = re.compile(r"[’']s?(?!\w)\s*")
BRACKETS = re.compile(r"\([^()]*\)?")
BY = re.compile(
    r"(?:an?|the|his|her|one|another)?\s*(?:[\w-]+\s+){0,4}?([\w-]+)\s+(?:(?:by|from|that)\s+)?"
    r"(?:(?:the|former|[A-Z][\w.’'-]*)\s+){0,4}"
)
NOUN = re.compile(
    r"\s*((?:[\w.&/-]+\s+){0,4}?[\w-]+)(?=\s*(?:$|[,.:;—–]|\s(?:who|that|which|of|for|in|at|from|to|on|"
    r"about|with|by|during|and|said|is|was|close|familiar)\b))"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a source phrase refers to.

    Attributes:
        kind: named, pronoun, description, anonymous or none.
        start: where the phrase begins, -1 for no source.
        mentions: the named actors (two or more for a conjunction).
        word: the pronoun, or the head noun of a description, lower case.
        modifiers: other words of a description, lower case.
        stands_for: the actor that the source speaks for.
        name: a name that no mention covers.
        body: what a possessive pronoun possesses ("her campaign").
        bare: whether a description has no article ("chief executive says").
    """

    kind: str
    start: int
    mentions: tuple[Named, ...] = ()
    word: str = ""
    modifiers: frozenset[str] = frozenset()
    stands_for: str | None = None
    name: str | None = None
    body: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words of a source with brackets blanked out, and the mentions inside."""

    start: int
    words: str
    inside: list[Named]
    actors: Mapping[str, Actor]

    def before(self, mention: Named) -> str:
        return self.words[: mention.start - self.start]

    def after(self, mention: Named) -> str:
        return self.words[mention.end - self.start :]

    def between(self, a: Named, b: Named) -> str:
        return self.words[a.end - self.start : b.start - self.start]

    def written(self, mention: Named) -> str:
        return self.words[mention.start - self.start : mention.end - self.start]


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
        attribution: of several source spans the longest is read, or all if they are near.
        mentions: all mentions of the article, in text order.
        starts: their start offsets.
        actors: the mentioned actors by name.
    """
    if not attribution.source:
        return Reference("none", -1)
    start, end = max(attribution.source, key=lambda span: span[1] - span[0])
    whole = attribution.source[0][0], attribution.source[-1][1]
    if whole[1] - whole[0] < 160 and "\n" not in text[whole[0] : whole[1]]:
        start, end = whole
    if (lead := LEAD.match(text, start, end)) and lead.end() < end:
        start = lead.end()
    words = BRACKETS.sub(lambda found: " " * len(found[0]), text[start:end])
    inside, i = [], bisect_left(starts, start)
    while i < len(mentions) and mentions[i].end <= end:
        if words[mentions[i].start - start : mentions[i].end - start].strip():
            inside.append(mentions[i])
        i += 1
    phrase = _Phrase(start, words, inside, actors)
    bare = words.lower().strip(" ,.:;”’\"')]*")
    if bare in PRONOUNS or GENITIVE.split(bare)[0] in PRONOUNS:
        return Reference("pronoun", start, word=GENITIVE.split(bare)[0])
    opening = WORD.match(words)
    if opening and opening[0].lower() in ("who", "whom", "which"):
        return Reference("pronoun", start, word=opening[0].lower())
    return _named(phrase) if inside else _common(phrase)


def describe(words: str, start: int) -> Reference:
    """Read a phrase that holds no name."""
    return _common(_Phrase(start, words, [], {}))


def _named(phrase: _Phrase) -> Reference:
    """A phrase that holds mentions: is one of them who speaks, or only whose words they are?"""
    first = phrase.inside[0]
    for k, mention in enumerate(phrase.inside):
        if mention.actor_type == "person" and _apposed(phrase, mention):
            reference = _several(phrase, k)
            return replace(reference, stands_for=_other(phrase, mention))
        if BY.fullmatch(phrase.before(mention)):
            work = BY.fullmatch(phrase.before(mention))
            if work[1].lower() in SPEECH:
                return _several(phrase, k)
    if _prepositional(phrase.before(first)):
        return _common(phrase)
    after = phrase.after(first)
    genitive = GENITIVE.match(after)
    rest = after[genitive.end() :] if genitive else after
    if not rest.strip(" ,.:;”\"'*"):
        return _several(phrase, 0)
    if len(phrase.inside) > 1 and not re.match(r"\s*(?:,|and\b|or\b|&)", rest):
        second = phrase.inside[1]
        if second.actor_type == "person" and _office(phrase.between(first, second)):
            return replace(_several(phrase, 1), stands_for=first.actor)
        if genitive and not rest[: second.start - first.end - genitive.end()].strip():
            return _several(phrase, 1)
    loud = not genitive and first.actor_type == "person" and not phrase.before(first).strip()
    noun = NOUN.match(rest)
    words = noun[1].split() if noun else rest.split()[:1]
    head = words[-1].lower().strip(".,") if words else ""
    if genitive:
        if head in SPEECH or (words and words[0].lower() in SPEECH):
            return _several(phrase, 0)
        if len(words) > 1 and all(w[0].isupper() for w in words) and head not in v.ROLE_NOUNS:
            return Reference("named", phrase.start, name=" ".join(words), stands_for=first.actor)
    elif not after[:1].isspace() or re.match(r"\s*[,(—–:;.]|\s+-", after) or _clause(rest):
        return _several(phrase, 0)
    if loud and words and words[0][0].isupper() and words[0] not in v.TITLES:
        return _several(phrase, 0)  # a title-case headline: "Ada Lund Hammers Bank"
    return _possessed(phrase, first, words, head, bool(genitive))


def _possessed(
    phrase: _Phrase, owner: Named, words: list[str], head: str, genitive: bool
) -> Reference:
    """ "Lund's lawyers", "the Lund campaign", "the Russian president", "NATO officials"."""
    start, opening = phrase.start, (phrase.words.split() or [""])[0].lower()
    definite = genitive or opening in ("the", "that", "this")
    country = owner.actor_type == "country" and head in STATE_BODIES
    if head in BODIES and (len(words) == 1 or country):
        return Reference("description", start, word=head, stands_for=owner.actor)
    if head in PANELS and definite:
        end = phrase.words.lower().index(head, owner.end - phrase.start) + len(head)
        name = re.sub(r"^the\s+", "", phrase.words[:end], flags=re.I)
        return Reference("named", start, name=name, stands_for=owner.actor)
    if head in SPEECH:
        return (
            _several(phrase, 0)
            if not definite or genitive
            else Reference("anonymous", start, word=head, stands_for=owner.actor)
        )
    modifiers = frozenset(word.lower() for word in words[:-1]) | frozenset(
        word.lower() for word in phrase.before(owner).split()
    ) - {"the"}
    if definite and head in v.ROLE_NOUNS:
        return Reference(
            "description", start, word=head, modifiers=modifiers, stands_for=owner.actor
        )
    return Reference("anonymous", start, word=head, stands_for=owner.actor)


def _several(phrase: _Phrase, k: int) -> Reference:
    """The mention and those joined to it; people of a country or party are nobody by name."""
    together, pending = [phrase.inside[k]], []
    for mention in phrase.inside[k + 1 :]:
        between = phrase.between((pending or together)[-1], mention)
        if AND.fullmatch(between):
            together = [*together, *pending, mention]
            pending = []
        elif LIST.fullmatch(between):
            pending.append(mention)
        else:
            break
    named = [mention for mention in together if not _people_word(phrase, mention)]
    if len(named) == 1 and _national(phrase, named[0]):
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


def _people_word(phrase: _Phrase, mention: Named) -> bool:
    """Whether the mention is by a word for people: "Russians", "Republican"."""
    if mention.actor_type == "person":
        return False
    actor = phrase.actors.get(mention.actor)
    if actor is None or actor.type == "group":
        return False
    written = plain(phrase.written(mention))
    return (
        written not in (actor.name, actor.name.removeprefix("the "))
        and (written not in actor.aliases)
        and written.title() not in actor.aliases
        and written.lower() != actor.name.lower()
    )


def _national(phrase: _Phrase, mention: Named) -> bool:
    """ "The Dorvalian": one person by country."""
    written = phrase.written(mention)
    return (
        mention.actor_type == "country"
        and phrase.before(mention).lower().strip() == "the"
        and written != mention.actor
        and re.fullmatch(r"[A-Z][\w-]+(?:ian|ean|ish|ese|i|er|an)", written) is not None
        and written not in ("Vatican",)
    )


def _apposed(phrase: _Phrase, mention: Named) -> bool:
    """ "A spokesman for the company, Ada Lund," and "the mayor, Ada Lund"."""
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


def _other(phrase: _Phrase, mention: Named) -> str | None:
    others = [m.actor for m in phrase.inside if m.actor != mention.actor and m.end <= mention.start]
    return others[0] if others else None


def _office(between: str) -> bool:
    """Whether only an office stands between two names: "Lund spokesman", "'s chief of staff"."""
    words = [word.lower() for word in WORD.findall(GENITIVE.sub("", between, count=1))]
    if len(words) > 8 or any(word in PREPOSITIONS - {"of", "for"} for word in words):
        return False
    return (
        not words
        or any(w in v.ROLE_NOUNS or w in v.SPOKEN_FOR for w in words)
        or all(w.title() in v.TITLES or w.title() in v.TITLE_PARTS for w in words)
    )


def _clause(rest: str) -> bool:
    word = re.match(r"\s*([\w’']+)", rest)
    return bool(word) and (
        word[1].lower() in PREPOSITIONS
        or word[1]
        in (
            "who",
            "that",
            "which",
            "and",
            "himself",
            "herself",
            "itself",
            "also",
            "both",
            "or",
            "alone",
            "too",
            "himself",
            "has",
            "had",
            "is",
            "was",
            "then",
            "as",
        )
        or word[1].endswith("ing")
        or word[1] in v.SAYING
    )


def _prepositional(before: str) -> bool:
    """Whether what follows hangs on a preposition: "a spokesman for", not "Secretary of State"."""
    words = [word.lower() for word in WORD.findall(before)]
    for i in range(len(words) - 1, -1, -1):
        if words[i] in PREPOSITIONS:
            tail = [word for word in words[i + 1 :] if word != "the"]
            office = words[i] == "of" and tail and tail[0].title() in v.OFFICES_OF
            return not office
    return False


def _common(phrase: _Phrase) -> Reference:
    """A phrase whose head is a common noun, or a name that is no mention."""
    start, shown = phrase.start, phrase.words.strip(' ,.:;”"*')
    words = WORD.findall(shown)
    stands_for = phrase.inside[0].actor if phrase.inside else None
    if not words:
        return Reference("none", start)
    opening = words[0].lower()
    if len(words) == 1 and _bears(words[0], phrase.actors):
        return Reference("none", start)
    if not phrase.inside and (name := _unlisted_name(shown)):
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
    modifiers = frozenset(w.lower() for w in words[: cut - 1]) | frozenset(
        w.lower() for w in words[cut : cut + 5] if w.lower() not in PREPOSITIONS
    )
    if opening in POSSESSIVES:
        if head in SPEECH:
            return Reference("pronoun", start, word=opening)
        if head in BODIES and cut == 2:
            return Reference("pronoun", start, word=opening, body=head)
        return Reference("anonymous", start, word=head, modifiers=modifiers)
    if head in STATE_BODIES and len(phrase.inside) == 1 and _inside_country(phrase):
        return Reference("description", start, word=head, stands_for=stands_for)
    if opening in ("the", "that", "this", "both") and head not in ANONYMOUS_HEADS:
        return Reference(
            "description", start, word=head, modifiers=modifiers - {"the"}, stands_for=stands_for
        )
    bare = words[0].islower() or (opening in v.ROLE_NOUNS and not words[0].isupper())
    if bare and opening not in DETERMINERS and head in v.ROLE_NOUNS and head not in ANONYMOUS_HEADS:
        return Reference("description", start, word=head, modifiers=modifiers, bare=True)
    if opening in ("the", "both") and "two" in modifiers | {opening.replace("both", "two")}:
        return Reference("pronoun", start, word="both")
    return Reference("anonymous", start, word=head, modifiers=modifiers, stands_for=stands_for)


def _bears(word: str, actors: Mapping[str, Actor]) -> bool:
    """Whether a bare name is the family name of people here, so that it may mean either."""
    ending = f" {word.lower()}"
    return word[0].isupper() and any(
        name.lower().endswith(ending) and actor.type == "person" for name, actor in actors.items()
    )


def _inside_country(phrase: _Phrase) -> bool:
    """Whether the only name is a country's: "the government in Kyiv"."""
    return phrase.inside[0].actor_type == "country"


def _unlisted_name(shown: str) -> str | None:
    """A capitalised phrase that no mention covers: "Planned Path", "the Lakeside Gazette"."""
    bare = re.split(r"\s*[,;—–(]|\s+-\s", re.sub(r"^[Tt]he\s+", "", shown))[0]
    bare = GENITIVE.sub("", bare) if bare.endswith(("'s", "’s", "'", "’")) else bare
    words = bare.split()
    while words and words[0].strip(".") in v.TITLES | {"Former", "Then"} and len(words) > 1:
        words = words[1:]
    if not words or len(words) > 6 or words[0] in v.FUNCTION or len(words[0]) < 2:
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
