"""The people of one article, gathered over all places that name them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from onrecord.actors.acts_as_person import Place, acts_as_person
from onrecord.actors.family import asks, family, marks, same_person
from onrecord.actors.fitting import Fitting
from onrecord.actors.names import ORGANISATION, PERSON, UNKNOWN, Name, Words
from onrecord.actors.scan import Scan
from onrecord.lexicon import Lexicon
from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.tokens import words as word_tuple

COURTESY = frozenset({"Mr", "Mrs", "Ms"})


@dataclass(slots=True)
class Person:
    """Someone named in the text."""

    forms: Counter[Words] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    affiliations: Counter[str] = field(default_factory=Counter)
    first: int = 1 << 60  # word index of the first mention by a form of this name
    name: str = ""  # the lexicon's name, where it knows the person

    def gender(self) -> str | None:
        """`f` or `m` where the evidence agrees."""
        return next(iter(self.genders)) if len(self.genders) == 1 else None

    def add(self, other: Person) -> None:
        """Take over what is known under another form of the name."""
        self.forms.update(other.forms)
        self.genders.update(other.genders)
        self.roles.update(other.roles)
        self.affiliations.update(other.affiliations)
        self.first = min(self.first, other.first)


def with_shared_families(seen: Scan, lexicon: Lexicon, names: list[Name]) -> list[Name]:
    """Given names that share the family name behind them: "Ada and Bo Lund" are two Lunds."""
    found = list(names)
    for k, (name, following) in enumerate(pairwise(names)):
        words = following.form(seen)
        if (
            name.last - name.first == 1
            and name.kind == UNKNOWN
            and seen.words[name.first] in lexicon.given
            and following.kind == PERSON
            and len(words) > 1
            and following.first == name.last + 1
            and seen.words[name.last] == "and"
            and not following.title
        ):
            full = (seen.words[name.first], *family(words))
            found[k] = replace(name, kind=PERSON, shared=full)
    return found


def gather(seen: Scan, lexicon: Lexicon, names: list[Name]) -> dict[Words, Person]:
    """People by the form of their name; joined where two forms are one person's."""
    singles = Counter(
        seen.words[n.first] for n in names if n.last - n.first == 1 and not seen.shouted[n.first]
    )
    people: dict[Words, Person] = {}
    for name in names:
        words = name.form(seen)
        if name.actor:
            key = word_tuple(name.actor)
            person = people.setdefault(key, Person(name=name.actor))
            person.forms.update((key, words))
            person.first = min(person.first, name.first)
            _note(lexicon, person, key, name)
            continue
        if _spelt_loud(words) and name.kind == PERSON:
            words = tuple(word.title() for word in words)
        elif seen.shouted[name.first]:
            continue
        if name.kind == ORGANISATION or len(words) > 5 or words[0] in ("New", "The"):
            continue
        if len(words) > 3 and not name.title and _headline_like(seen, words):
            continue
        if words[-1] in v.THINGS and not name.title:
            continue
        if len(words) == 1 and (words[0] in v.ORGANISATION_STARTS or words[0] in v.TITLES):
            continue
        if name.kind == UNKNOWN and not acts_as_person(Place(seen, lexicon, name, words, singles)):
            continue
        person = people.setdefault(words, Person())
        person.forms[words] += 1
        person.first = min(person.first, name.first)
        _note(lexicon, person, words, name)
    return _join(people, lexicon)


def _spelt_loud(words: Words) -> bool:
    return all(word.isupper() and word.isalpha() for word in words) and len(words[-1]) > 3


def _headline_like(seen: Scan, words: Words) -> bool:
    """Whether a long run goes on with other words: "Ada Lund Joins Growing List"."""
    return any(word.lower() in seen.lower or word.lower() in v.SAYING for word in words[2:])


def _note(lexicon: Lexicon, person: Person, words: Words, name: Name) -> None:
    if len(words) > 1:
        first = words[1] if len(words[0]) == 1 and len(words) > 2 else words[0]
        if "-" in words[-1] and words[-1] in lexicon.given:
            first = words[-1]  # family name first: "Kim Jong-un"
        if gender := lexicon.given.get(first) or lexicon.given.get(first.split("-")[0]):
            person.genders[gender] += 1
    if name.title:
        parts = {part.strip(".") for part in name.title.split()}
        if parts & v.MALE_TITLES or parts & v.MALE_NOUNS:
            person.genders["m"] += 1
        if parts & v.FEMALE_TITLES or parts & v.FEMALE_NOUNS:
            person.genders["f"] += 1
        person.roles[name.title.replace(".", "").lower()] += 1
    known = lexicon.actors.get(name.actor)
    if known is not None and known.gender:
        person.genders = Counter({known.gender: 1})
    if name.affiliation:
        person.affiliations[name.affiliation] += 1


def _join(people: dict[Words, Person], lexicon: Lexicon) -> dict[Words, Person]:
    """One entry per person, shortest full form first; family names that nobody here has stay."""
    full = {words: person for words, person in people.items() if len(words) > 1 or person.name}
    families: set[str] = set()
    fitting: Fitting[Words] = Fitting(marks, asks)
    joined: dict[Words, Person] = {}
    # the lexicon's people first: what else is found may be another form of one of theirs
    for words in sorted(full, key=lambda w: (not full[w].name, len(w), full[w].first)):
        same = None if full[words].name else _only(fitting.near(words), words)
        if same is not None:
            joined[same].add(full[words])
            continue
        joined[words] = full[words]
        families.add(family(words)[-1])
        fitting.add(words, words)
    by_first: dict[str, list[Words]] = defaultdict(list)
    for words in joined:
        by_first[words[0]].append(words)
    for words, person in people.items():
        if len(words) > 1 or person.name or words[0] in families:
            continue
        begins = by_first[words[0]]
        titled = any(set(role.title().split()) & COURTESY for role in person.roles)
        if len(begins) == 1 and (titled or words[0] not in lexicon.given):
            # family name first: "Gao Junlan", then "Ms. Gao"
            joined[begins[0]].genders = person.genders or joined[begins[0]].genders
            continue
        joined[words] = person
    return joined


def _only(near: Iterable[Words], words: Words) -> Words | None:
    """The only name that may be this person's; None where there are none, or several."""
    found: Words | None = None
    for other in near:
        if other != found and same_person(other, words):
            if found is not None:
                return None
            found = other
    return found
