"""Names that the text itself gives: people by title or given name, organisations by head word.

There is no model here, only what newspapers do: full name and office at the first mention,
family name afterwards, an organisation's kind in its last word, acronyms after the full name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from analysis.actors.scan import Scan
from analysis.lexicon import Lexicon
from analysis.lexicon import vocabulary as v

Words = tuple[str, ...]


@dataclass(slots=True)
class Person:
    """Someone named in the text, as gathered over all mentions."""

    forms: Counter[Words] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    affiliations: Counter[str] = field(default_factory=Counter)
    first: int = 1 << 60  # word index of the first mention by this name

    def gender(self) -> str | None:
        """`f` or `m` where the evidence agrees."""
        told = [g for g in self.genders if g]
        return told[0] if len(told) == 1 else None


@dataclass(frozen=True, slots=True)
class Name:
    """One name in one place: words `[first, last)`, its kind and what stood before it."""

    first: int
    last: int
    kind: str  # person, organisation, unknown
    title: str = ""
    affiliation: str = ""


def family(words: Words) -> Words:
    """The family name with its particles, suffixes left away.

    >>> family(("Bill", "de", "Blasio", "Jr"))
    ('de', 'Blasio')
    """
    while len(words) > 1 and words[-1] in v.SUFFIXES:
        words = words[:-1]
    i = len(words) - 1
    while i > 1 and words[i - 1] in v.PARTICLES:
        i -= 1
    return words[i:]


def parse_run(seen: Scan, lexicon: Lexicon, first: int, last: int) -> Name | None:
    """Read one run of capitalised words: where in it the name is, and of what kind."""
    words = seen.words
    title, affiliation = "", ""
    cut = _title_end(seen, first, last)
    if cut > first:
        title = " ".join(words[first:cut])
        affiliation = _country_in(lexicon, words[first:cut])
        if cut == last:
            return None
        if words[last - 1] not in v.ORGANISATION_HEADS or words[cut] in lexicon.given:
            return Name(cut, last, "person", title, affiliation)
        return Name(first, last, "organisation")
    if last - first > 1 and words[last - 1] in v.ORGANISATION_HEADS:
        given = words[first] in lexicon.given and last - first == 2
        return Name(first, last, "unknown" if given else "organisation")
    if words[first] in v.ORGANISATION_STARTS and last > first + 1 and _linked(seen, first, last):
        return Name(first, last, "organisation")
    before = words[first - 1] if first and seen.gap(first) == " " else ""
    if before.lower() in v.ROLE_NOUNS and before.islower():
        return Name(first, last, "person", before, "")
    if last - first > 1:
        if words[first] in lexicon.given or _initials(words[first]):
            return Name(first, last, "person")
        # "Iowa Terry Branstad" does not occur, "Reverend-like" openers do: try the next word.
        if seen.opens[first] and words[first + 1] in lexicon.given and last - first > 2:
            return Name(first + 1, last, "person")
    return Name(first, last, "unknown")


def extend_organisation(seen: Scan, first: int, last: int) -> int:
    """Where an organisation's name ends that goes on: "University of ...", "Board of ..."."""
    words, count = seen.words, len(seen.words)
    while (
        last < count and words[last - 1] in v.ORGANISATION_STARTS and not seen.possessive(last - 1)
    ):
        if words[last] not in ("of", "for", "on") or seen.gap(last) != " ":
            break
        k = last + 1
        if k < count and words[k] == "the":
            k += 1
        end = k
        while (
            end < count
            and seen.capital[end]
            and seen.gap(end) == " "
            and (words[end] not in v.FUNCTION and words[end] not in v.CALENDAR)
        ):
            end += 1
        if end == k:
            break
        last = end
    return last


def _linked(seen: Scan, first: int, last: int) -> bool:
    return any(word in v.LINKS for word in seen.words[first:last])


def _initials(word: str) -> bool:
    return (len(word) == 1 and word.isupper()) or (len(word) == 4 and word[1::2] == "..")


def _title_end(seen: Scan, first: int, last: int) -> int:
    """The index after the last word of the titles that open a run; `first` if none do."""
    words, cut = seen.words, first
    for i in range(first, last):
        if words[i] in v.TITLES:
            cut = i + 1
    while (
        cut > first and cut < last and (words[cut] in ("of", "the") or words[cut] in v.OFFICES_OF)
    ):
        cut += 1
    return cut


def _country_in(lexicon: Lexicon, words: list[str]) -> str:
    for i in range(len(words)):
        for entry in lexicon.first.get(words[i], ()):
            if tuple(words[i : i + len(entry.words)]) == entry.words and entry.actor:
                return entry.actor
    return ""


def by_family(people: dict[Words, Person]) -> dict[str, list[Words]]:
    """Full names under their last family word, in order of introduction."""
    found: dict[str, list[Words]] = defaultdict(list)
    for name in sorted(people, key=lambda name: people[name].first):
        found[family(name)[-1]].append(name)
    return found
