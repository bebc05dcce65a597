"""The head of a source phrase: the noun that says what kind of speaker it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.lexicon.words import POSSESSIVES
from onrecord.speakers.head_words import CLASSES
from onrecord.speakers.words import DETERMINERS, PREPOSITIONS

WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*\.?")
ENDS = re.compile(r"[,;:—–(\"“]|\s-\s")
GENITIVE = re.compile(r"['’]s?$")
# a participle that opens a clause: "a statement issued by ..."
PARTICIPLE = re.compile(
    r"(?:[a-z]+ed|made|given|seen|led|held|known|written|put|sent|[a-z]{3,}ing)"
)
RELATIVE = frozenset({"who", "whom", "that", "which", "whose", "when", "where", "as"})


@dataclass(frozen=True, slots=True)
class Head:
    """The head noun of a phrase.

    Attributes:
        word: the noun in lower case; empty where there is none.
        at: where it begins in the phrase, -1 for none.
        end: where it ends.
        opening: the, a, this, whose, many, number or none: how the phrase opens.
        classes: the names in `CLASSES` that hold the noun, and `plural`.
        modifiers: the words before it in lower case, without the opening.
    """

    word: str
    at: int
    end: int
    opening: str
    classes: frozenset[str]
    modifiers: tuple[str, ...]


def head(words: str) -> Head:
    """Find the head of a phrase: the last word before a preposition, comma or clause.

    >>> head("The Harwick Gazette's website").word
    'website'
    >>> head("a joint statement issued by the port").word
    'statement'
    """
    found = list(WORD.finditer(words))
    if not found:
        return Head("", -1, -1, "none", frozenset(), ())
    first = found[0][0].lower()
    opening = _opening(first)
    begin = 1 if opening not in ("none", "name") and len(found) > 1 else 0
    last = begin
    for number in range(begin + 1, len(found)):
        word, low = found[number][0], found[number][0].lower()
        gap = words[found[number - 1].end() : found[number].start()]
        ends = ENDS.search(gap) and not GENITIVE.search(gap)
        if ends or low in PREPOSITIONS or low in RELATIVE or low == "and":
            break
        if word.islower() and number > begin + 1 and PARTICIPLE.fullmatch(word):
            break
        if GENITIVE.search(found[number - 1][0]) is None and low in ("said", "told", "is", "was"):
            break
        last = number
    word = GENITIVE.sub("", found[last][0].lower().rstrip("."))
    classes = {name for name, of in CLASSES.items() if word in of}
    if word.endswith("s") and not word.endswith("ss"):
        classes.add("plural")
    modifiers = tuple(GENITIVE.sub("", m[0].lower()) for m in found[begin:last])
    return Head(
        word, found[last].start(), found[last].end(), opening, frozenset(classes), modifiers
    )


def _opening(word: str) -> str:
    if word == "the":
        return "the"
    if word in ("this", "that", "these", "those"):
        return "this"
    if word in ("a", "an", "another", "one"):
        return "a"
    if word in POSSESSIVES:
        return "whose"
    if word[0].isdigit() or word in DETERMINERS or word in ("both", "all", "many", "most"):
        return "many"
    return "none"
