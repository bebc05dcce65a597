"""Organisations that the text names in full, by acronym, or by the first word of the name."""

from __future__ import annotations

from collections import Counter

from onrecord.actors.names import ORGANISATION, UNKNOWN, Name, extend
from onrecord.actors.place import Placed
from onrecord.actors.scan import Scan
from onrecord.lexicon import Lexicon
from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.tokens import plain


def place_organisations(
    seen: Scan, lexicon: Lexicon, names: list[Name], taken: set[int], known: set[str]
) -> Placed:
    """`(first word, word after the last, canonical name)` of organisations found in the text.

    Args:
        seen: the text.
        lexicon: known actors.
        names: names in the text.
        taken: words that are already part of a mention.
        known: organisations that the lexicon found in the text.
    """
    found: Placed = []
    short: dict[str, set[str]] = {}
    full: dict[str, str] = {}
    for name in names:
        if name.kind != ORGANISATION or seen.shouted[name.first]:
            continue
        first, last = name.first, extend(seen, lexicon, name.first, name.last)
        while last - first > 1 and seen.words[first] in v.LEADING:
            first += 1
        if last - first < 2:
            continue
        text = plain(seen.text[seen.starts[first] : seen.ends[last - 1]])
        # "US" before a body is its country's, not another name: "US Defense Department"
        canonical = lexicon.name_of(text) or full.setdefault(text, text)
        found.append((first, last, canonical))
        if acronym := _acronym(seen, last):
            short.setdefault(acronym, set()).add(canonical)
        if last - first == 2 and seen.words[first + 1] in v.DROPPABLE:
            short.setdefault(seen.words[first], set()).add(canonical)
    kinds: dict[str, set[str]] = {}  # "the Commission", once there is one
    for canonical in {*known, *full.values()}:
        ends = canonical.split()
        for word in {ends[0], ends[-1]} & v.ORGANISATION_STARTS if len(ends) > 1 else ():
            kinds.setdefault(word, set()).add(canonical)
    singles = [
        n
        for n in names
        if n.kind == UNKNOWN
        and n.last - n.first == 1
        and n.first not in taken
        and not seen.shouted[n.first]
    ]
    counts = Counter(seen.words[n.first] for n in singles)
    for name in singles:
        word = seen.words[name.first]
        means = short.get(word, ())
        if len(means) == 1:
            found.append((name.first, name.last, next(iter(means))))
        elif word in kinds:
            definite = seen.words[name.first - 1] in ("The", "the") if name.first else False
            if len(kinds[word]) == 1 and (definite or not seen.opens[name.first]):
                found.append((name.first, name.last, next(iter(kinds[word]))))
        elif _acronym_like(word) and counts[word] > 1 and not _numbered(seen, name.last):
            found.append((name.first, name.last, word))
    return found


def _numbered(seen: Scan, i: int) -> bool:
    """Whether a number follows: "HB 1523" is a bill."""
    return i < len(seen.words) and seen.gap(i) == " " and seen.words[i].isdigit()


def _acronym(seen: Scan, i: int) -> str:
    """The acronym in brackets after a name: "Board of Elections (BOE)"."""
    if (
        i < len(seen.words)
        and seen.gap(i) == " ("
        and seen.text[seen.ends[i] : seen.ends[i] + 1] == ")"
    ):
        return seen.words[i] if _acronym_like(seen.words[i]) else ""
    return ""


def _acronym_like(word: str) -> bool:
    return word.isupper() and word.isalpha() and 1 < len(word) < 7 and word not in v.NOT_NAMES
