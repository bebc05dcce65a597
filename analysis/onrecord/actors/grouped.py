"""Full names of one family across a corpus: which of them are one person's.

Whom a name fits hangs on its first name, its initials and, beside an affiliation, on more; names
that have all of this in common are compared once, so that thousands cost no more than they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field

from onrecord.actors.family import initials_between, same_person
from onrecord.actors.fitting import middle_asks, middle_marks
from onrecord.actors.names import Words
from onrecord.lexicon import vocabulary as v


@dataclass(slots=True)
class Form:
    """One form of a name as the corpus uses it."""

    name: str
    words: Words
    articles: set[str] = field(default_factory=set)
    affiliations: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)  # articles that shorten it to the family name


def grouped(full: list[Form]) -> list[list[Form]]:
    """Full names of one family, those of one person together."""
    alike = _alike(full)
    linked = _links([forms[0] for forms in alike])
    sure = _sure(linked)
    found: dict[str, Hashable] = {}  # what a name's group is known by
    for forms in alike:
        first = forms[0].name
        together = frozenset({first, *linked[first]}) if first in sure else None
        found |= {form.name: form.name if together is None else together for form in forms}
    groups: dict[Hashable, list[Form]] = defaultdict(list)
    for form in sorted(full, key=lambda f: (-len(f.articles), f.name)):
        groups[found[form.name]].append(form)
    return list(groups.values())


def _alike(full: list[Form]) -> list[list[Form]]:
    """Names that fit one another and whatever one of them fits: one of each is compared.

    "Ada B. Lund" and "Ada B. Ek Lund" are so, unless who shares an affiliation is called Ek.
    """
    firsts: set[str] = {form.words[0] for form in full}
    given: dict[str, set[str]] = defaultdict(set)  # first names of those with an affiliation
    for form in full:
        for affiliation in form.affiliations:
            given[affiliation].add(form.words[0])
    # where all have one first name, that alone links them
    telling = {side for side, names in given.items() if len(names) > 1 or len(max(names)) == 1}
    found: dict[Hashable, list[Form]] = defaultdict(list)
    for form in full:
        first, *_ = form.words
        kind: Hashable = form.words[-1] in v.SUFFIXES, first, initials_between(form.words)
        if sides := frozenset(form.affiliations & telling):
            kind = kind, sides, frozenset(form.words[:-1]) & firsts
        elif len(first) == 1:
            kind = form.name  # an initial alone is nobody's
        found[kind].append(form)
    return list(found.values())


def _sure(linked: dict[str, set[str]]) -> set[str]:
    """Names of which all that fit fit each other.

    "George Bush" fits two who do not: it stays alone.
    """
    alike: dict[frozenset[str], frozenset[str]] = {}  # equal sets are compared once
    around: dict[str, frozenset[str]] = {}
    for name, others in linked.items():
        own = frozenset({name, *others})
        around[name] = alike.setdefault(own, own)
    inside: dict[tuple[int, int], bool] = {}

    def fit(name: str, other: str) -> bool:
        pair = id(around[name]), id(around[other])
        if pair not in inside:
            inside[pair] = around[name] <= around[other]
        return inside[pair]

    return {name for name, others in linked.items() if all(fit(name, a) for a in others)}


def _links(full: list[Form]) -> dict[str, set[str]]:
    """For each full name of a family, those that may be the same person's.

    Only names that share a given name, or a word or initial and an affiliation, are compared.
    """
    shelves: dict[Hashable, list[Form]] = defaultdict(list)
    for form in full:
        for mark in _marks(form):
            shelves[mark].append(form)
    linked: dict[str, set[str]] = {form.name: set() for form in full}
    for form in full:
        near = {other.name: other for mark in _asks(form) for other in shelves.get(mark, ())}
        for other in near.values():
            if other is not form and _one(form, other):
                linked[form.name].add(other.name)
                linked[other.name].add(form.name)
    return linked


def _marks(form: Form) -> set[Hashable]:
    first = form.words[0]
    given = {(first, of) for of in middle_marks(initials_between(form.words)) if len(first) > 1}
    return given | {(side, first[0], "") for side in form.affiliations} | _beside(form)


def _asks(form: Form) -> set[Hashable]:
    first = form.words[0]
    if len(first) == 1:
        return {(side, first, "") for side in form.affiliations} | _beside(form)
    return {(first, of) for of in middle_asks(initials_between(form.words))} | _beside(form)


def _beside(form: Form) -> set[Hashable]:
    """Each given name, beside each affiliation."""
    words = {v.NICKNAMES.get(word, word) for word in form.words[:-1] if len(word) > 1}
    return {(side, "", word) for side in form.affiliations for word in words}


def _one(a: Form, b: Form) -> bool:
    if not same_person(a.words, b.words):
        return False
    if a.words[0] == b.words[0] and len(a.words[0]) > 1:
        return True
    return bool(a.affiliations & b.affiliations)
