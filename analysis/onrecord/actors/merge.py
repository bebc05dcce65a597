"""One person, one name across a corpus: "Trump", "Donald Trump" and "Donald J. Trump".

An article on its own gives people the fullest name it has. Here the articles of a corpus are
compared: forms of one name become one, a family name standing alone goes to its only bearer.
Where two people could be meant, nothing is merged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from onrecord.actors.apart import apart
from onrecord.actors.family import family
from onrecord.actors.grouped import Form, grouped

PROMINENT = 3  # articles in which a bare family name must be somebody's before it is elsewhere
OWNED = 0.9  # and the share of all articles that use the bare name for a known person


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
    forms: dict[str, Form] = {}
    sided = []
    for article, name, affiliation, written in named:
        form = forms.setdefault(name, Form(name, tuple(name.replace(".", "").split())))
        form.articles.add(article)
        if affiliation:
            form.affiliations.add(affiliation)
            sided.append((article, name, affiliation))
        if written and len(form.words) > 1 and written == family(form.words)[-1]:
            form.bare.add(article)
    families: dict[str, list[Form]] = defaultdict(list)
    for form in forms.values():
        if form.words:
            families[family(form.words)[-1]].append(form)
    changes: dict[tuple[str, str], str] = {}
    for bearers in families.values():
        for name, becomes in _merge_family(bearers, fixed).items():
            changes.update({(article, name): becomes for article in sorted(forms[name].articles)})
    return apart(sided, changes, countries=countries, fixed=fixed)


def _merge_family(bearers: list[Form], fixed: Collection[str]) -> dict[str, str]:
    full = [form for form in bearers if len(form.words) > 1]
    groups = grouped(full)
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


def _owner(form: Form, groups: list[list[Form]]) -> list[Form] | None:
    """Whom the corpus means by a family name alone, if that is one person."""
    kin = [g for g in groups if any(form.affiliations & other.affiliations for other in g)]
    if len(kin) == 1 and len(groups) == 1:
        return kin[0]
    uses = [len(set().union(*(other.bare for other in group))) for group in groups]
    if not uses or max(uses) < PROMINENT or max(uses) < OWNED * sum(uses):
        return None
    return groups[uses.index(max(uses))]
