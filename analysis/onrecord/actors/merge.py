"""One person, one name across a corpus: "Trump", "Donald Trump" and "Donald J. Trump".

An article on its own gives people the fullest name it has. Here the articles of a corpus are
compared: forms of one name become one, a family name standing alone goes to its only bearer.
Where two people could be meant, nothing is merged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from onrecord.actors.apart import apart
from onrecord.actors.family import family, same_person
from onrecord.actors.names import Words
from onrecord.lexicon import vocabulary as v

PROMINENT = 3  # articles in which a bare family name must be somebody's before it is elsewhere
OWNED = 0.9  # and the share of all articles that use the bare name for a known person


@dataclass(slots=True)
class _Form:
    """One form of a name as the corpus uses it."""

    name: str
    words: Words
    articles: set[str] = field(default_factory=set)
    affiliations: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)  # articles that shorten it to the family name


def merge_people(
    named: Iterable[tuple[str, str, str | None, str | None]],
    fixed: Collection[str] = (),
    countries: Collection[str] = (),
) -> dict[tuple[str, str], str]:
    """Find names of people that are one person's, and two people with one name.

    Args:
        named: article, person's name there, whom the person speaks for if that is known, the
            words of the mention if it is one; one row per use of the name, in any order.
        fixed: names that stay as they are (the user's own); others may become one of them.
        countries: names of countries, to tell people of one name apart (see `apart`).

    Returns:
        For each article and name that changes, the name it becomes: the form that most
        articles use. Given names may be shortened or have initials beside them; a nickname
        or an initial alone needs a common affiliation as evidence. A family name alone
        becomes the full name of whom other articles mean by it: in at least `PROMINENT` of
        them and in `OWNED` of all, or in one with the same affiliation.

    >>> names = ["Ada Lund", "Ada B. Lund", "Ada Lund"]
    >>> merge_people((str(i), name, None, None) for i, name in enumerate(names))
    {('1', 'Ada B. Lund'): 'Ada Lund'}
    >>> merge_people((str(i), name, None, None) for i, name in enumerate(["Bo Lund", "Lund"]))
    {}
    """
    forms: dict[str, _Form] = {}
    sided = []
    for article, name, affiliation, written in named:
        form = forms.setdefault(name, _Form(name, tuple(name.replace(".", "").split())))
        form.articles.add(article)
        if affiliation:
            form.affiliations.add(affiliation)
            sided.append((article, name, affiliation))
        if written and len(form.words) > 1 and written == family(form.words)[-1]:
            form.bare.add(article)
    families: dict[str, list[_Form]] = defaultdict(list)
    for form in forms.values():
        if form.words:
            families[family(form.words)[-1]].append(form)
    changes: dict[tuple[str, str], str] = {}
    for bearers in families.values():
        for name, becomes in _merge_family(bearers, fixed).items():
            changes.update({(article, name): becomes for article in sorted(forms[name].articles)})
    return apart(sided, changes, countries=countries, fixed=fixed)


def _merge_family(bearers: list[_Form], fixed: Collection[str]) -> dict[str, str]:
    full = [form for form in bearers if len(form.words) > 1]
    groups = _groups(full)
    becomes: dict[str, str] = {}
    for group in groups:
        chosen = max(group, key=lambda f: (f.name in fixed, len(f.articles), -len(f.name), f.name))
        becomes |= {f.name: chosen.name for f in group if f is not chosen and f.name not in fixed}
    for form in bearers:
        if len(form.words) > 1 or form.name in fixed:
            continue
        owner = _owner(form, groups)
        if owner is not None:
            becomes[form.name] = becomes.get(owner[0].name, owner[0].name)
    return becomes


def _owner(form: _Form, groups: list[list[_Form]]) -> list[_Form] | None:
    """Whom the corpus means by a family name alone, if that is one person."""
    kin = [g for g in groups if any(form.affiliations & other.affiliations for other in g)]
    if len(kin) == 1 and len(groups) == 1:
        return kin[0]
    uses = [len(set().union(*(other.bare for other in group))) for group in groups]
    if not uses or max(uses) < PROMINENT or max(uses) < OWNED * sum(uses):
        return None
    return groups[uses.index(max(uses))]


def _groups(full: list[_Form]) -> list[list[_Form]]:
    """Full names of one family, those of one person together."""
    linked = _links(full)
    sure = _sure(linked)
    groups: list[list[_Form]] = []
    of: dict[str, int] = {}  # number of each name's group
    for form in sorted(full, key=lambda f: (-len(f.articles), f.name)):
        fits = linked[form.name] & sure if form.name in sure else set()
        near = sorted({of[other] for other in fits if other in of})
        at = next((n for n in near if fits.issuperset(f.name for f in groups[n])), len(groups))
        if at == len(groups):
            groups.append([])
        groups[at].append(form)
        of[form.name] = at
    return groups


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


def _links(full: list[_Form]) -> dict[str, set[str]]:
    """For each full name of a family, those that may be the same person's.

    Only names that share a given name, a nickname or an initial are compared.
    """
    shelves: dict[str, list[_Form]] = defaultdict(list)
    for form in full:
        for key in _keys(form):
            shelves[key].append(form)
    linked: dict[str, set[str]] = {form.name: set() for form in full}
    for form in full:
        near = {other.name: other for key in _keys(form) for other in shelves[key]}
        if len(form.words[0]) == 1:
            near |= {other.name: other for other in full if other.words[0][0] == form.words[0]}
        for other in near.values():
            if other is not form and _one(form, other):
                linked[form.name].add(other.name)
                linked[other.name].add(form.name)
    return linked


def _keys(form: _Form) -> set[str]:
    return {v.NICKNAMES.get(word, word) for word in form.words[:-1] if len(word) > 1}


def _one(a: _Form, b: _Form) -> bool:
    if not same_person(a.words, b.words):
        return False
    if a.words[0] == b.words[0] and len(a.words[0]) > 1:
        return True
    return bool(a.affiliations & b.affiliations)
