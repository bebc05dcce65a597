"""The words right before and behind a name: "police chief Bo Ek, 50, a father of two"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.lexicon import vocabulary as v

BEFORE, BEHIND = 90, 130  # characters that are looked at
WORDS_BEFORE, WORDS_BEHIND = 8, 16
WORD = re.compile(r"[^\W_](?:[\w.'’&/-]*[^\W_])?")
# where a description ends, read away from the name
STOPS = frozenset({
    "about", "according", "added", "after", "against", "and", "are", "as", "asked", "at", "be",
    "because", "been", "before", "between", "but", "by", "could", "from", "had", "has", "have",
    "he", "her", "his", "i", "if", "in", "including", "into", "is", "it", "its", "like", "not",
    "on", "over", "reported", "reports", "said", "say", "says", "she", "since", "so", "tell",
    "tells", "than", "that", "their", "then", "these", "they", "this", "those", "to", "told",
    "under", "until", "was", "we", "were", "when", "which", "while", "will", "with", "would",
    "you",
})  # fmt: skip
OPENS = frozenset({
    "a", "an", "ex", "former", "her", "his", "its", "one", "the", "their", "who",
})  # fmt: skip
DARK = re.compile(r"[.;:!?“”\"()\[\]\n—–]|,(?!\s*$)")
AGE = re.compile(r",? ?\(?\b\d{1,3}\b\)?,?")
LINK = re.compile(r"(?:,| (?:is|was|became|of|from|at|for)\b| \()")
VERB = re.compile(r"[^\W_]+(?:ed|ing)$")


@dataclass(frozen=True, slots=True)
class Described:
    """Words round one mention, lower case but for the form they have in the text.

    Attributes:
        title: right before the name.
        behind: apposition, or what follows "is", "of" and "from".
        aged: whether an age follows.
    """

    title: tuple[str, ...]
    behind: tuple[str, ...]
    aged: bool = False


def described(text: str, start: int, end: int, low: int = 0, high: int | None = None) -> Described:
    """The words that describe whom `text[start:end]` names.

    Args:
        text: an article's text.
        start: where the name begins.
        end: where it ends.
        low: where the last other person's name ends; nothing before it is read.
        high: where the next one begins.

    >>> described("Chief economist Ada Lund, 50, of the Bank, said so.", 16, 24)
    Described(title=('Chief', 'economist'), behind=('of', 'the', 'Bank'), aged=True)
    """
    behind = text[end : min(end + BEHIND, len(text) if high is None else high)]
    age = AGE.match(behind) if behind[:2] in (", ", " (") else None
    rest = "," + behind[age.end() :] if age else behind
    return Described(_title(text[max(low, start - BEFORE) : start]), _behind(rest), age is not None)


def _title(before: str) -> tuple[str, ...]:
    comma = before.rstrip().endswith(",")
    if not before.endswith((" ", "\u00a0")) or before.rstrip().endswith((".", ":", "”", '"')):
        abbreviated = re.search(r"\b[A-Z][a-z]{1,4}\. $", before)
        if not abbreviated:
            return ()
        before = before.rstrip()[:-1] + " "
    for stop in DARK.finditer(before.rstrip(" ,\u00a0")):
        tail = before[: stop.end()]
        if not re.search(r"\b(?:[A-Z]|[A-Z][a-z]{1,3})\.$", tail):
            before_cut = stop.end()
            before = " " * before_cut + before[before_cut:]
    words = WORD.findall(before)[-WORDS_BEFORE:]
    kept: list[str] = []
    for word in reversed(words):
        if (
            word.lower() in STOPS
            or word in v.word_list("OBJECT_VERBS")
            or (VERB.match(word) and word.islower() and not kept)
        ):
            break
        kept.insert(0, word)
    while kept and kept[0].lower() in ("of", "for", "a", "an", "the"):
        kept.pop(0)
    if comma and not any(word.islower() for word in kept):
        return ()  # "in Oslo, Ada Lund": a place, not a description
    return tuple(kept)


def _behind(rest: str) -> tuple[str, ...]:
    link = LINK.match(rest)
    if not link:
        return ()
    body = rest[link.end() :]
    opened = rest[link.start() : link.end()].strip()
    stop = re.search(r"[.;:!?“”\"()\[\]\n—–](?=\s|$)|[;:“”\"()\n]|, ", body)
    words = WORD.findall(body[: stop.start()] if stop else body)[:WORDS_BEHIND]
    lead = [opened] if opened.isalpha() and opened in ("of", "from", "at", "for") else []
    if opened in ("is", "was", "became") and (not words or words[0].lower() not in OPENS):
        return ()
    kept: list[str] = []
    for word in words:
        low = word.lower()
        if low in ("said", "says", "told", "added", "and", "but", "that", "when", "while"):
            break
        kept.append(word)
    return tuple(lead + kept)
