"""Whom a family name or a given name alone means; nobody where it may be two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.actors.bearers import Bearers
from onrecord.actors.one_person import family
from onrecord.actors.persons import Being
from onrecord.actors.scan import Scan
from onrecord.actors.spans import Named
from onrecord.lexicon import Lexicon
from onrecord.lexicon import vocabulary as v

SETTLED = 3  # bare uses after which a family name stays with its owner
FAMILIAR = 2  # uses of the given name alone by which somebody is called by it
PROMINENT = 3  # times as often named in full as all namesakes: the article is about this one


@dataclass(frozen=True, slots=True)
class _Options:
    """Those whom a word with a title may mean."""

    people: list[Being]
    numbers: dict[int, int]  # by `id`
    bearers: Bearers
    prominent: Being | None  # whom the article is about


class ShortNames:
    """The people of an article, looked up by one word of their names."""

    def __init__(
        self, seen: Scan, lexicon: Lexicon, names: Sequence[Named], people: Sequence[Being]
    ) -> None:
        self.seen, self.lexicon, self.names = seen, lexicon, names
        self.families: dict[str, list[Being]] = defaultdict(list)
        self.firsts: dict[str, list[Being]] = defaultdict(list)
        self.inner: dict[str, list[Being]] = defaultdict(list)
        self.genders: dict[int, set[str]] = {}
        for being in people:
            for word in being.families():
                self.families[word].append(being)
            for word in {key[0] for key in being.keys}:
                self.firsts[word].append(being)
            for word in {w for key in being.keys for w in key[1:-1] if len(w) > 2}:
                self.inner[word].append(being)
            self.genders[id(being)] = self._genders(being)
        singles = Counter(n.key[0] for n in names if len(n.key) == 1 and not n.title)
        # who is called by the given name is not meant by the family name
        self.familiar = {
            id(being)
            for being in people
            if any(
                singles[key[0]] >= max(FAMILIAR, singles[family(key)])
                for key in being.keys
                if key[0] not in being.families()
            )
        }
        self.places = {
            id(being): [seen.paragraph[names[number].first] for number in being.uses]
            for being in people
        }
        self.bare: dict[str, Counter[int]] = defaultdict(Counter)  # bare uses, by word and person
        self._first: dict[int, tuple[int, set[str]]] = {}  # first use and names, by options
        self._fitting: dict[tuple[int, str | None, str], _Options] = {}

    def means(self, number: int) -> Being | None:
        """Whom name `number` means, a name of one word; to be asked in the text's order."""
        name = self.names[number]
        options = self.options(name)
        chosen = options[0] if len(options) == 1 else None
        if len(options) > 1:
            chosen = self._choose(name, number, options)
        if chosen is not None:
            self.bare[name.key[0]][id(chosen)] += 1
        return chosen

    def options(self, name: Named) -> list[Being]:
        """Everybody whom a word may mean: by family name, else by given or inner name."""
        word = name.key[0]
        found = self.families.get(word, [])
        if not found and not v.TITLES.isdisjoint(part.strip(".") for part in name.title):
            # family name first: "Gao Junlan", then "Ms. Gao"
            found = self.firsts.get(word, [])
        for more in (self.firsts, self.inner):
            found = found or more.get(word, [])
        return found

    def named(self, options: list[Being], name: str, number: int) -> bool:
        """Whether one of those whom a word may mean has this name, or was named before."""
        if not options:
            return False
        if id(options) not in self._first:
            first = min(being.uses[0] for being in options)
            self._first[id(options)] = first, {being.name for being in options}
        first, names = self._first[id(options)]
        return first < number or name in names

    def _choose(self, name: Named, number: int, options: list[Being]) -> Being | None:
        told = gender_told(name.title)
        role = "" if told else " ".join(name.title).lower()
        fitting = self._fit(options, told, role)
        if len(fitting.people) < 2:
            return fitting.people[0] if fitting.people else None
        before = fitting.bearers.before(number)
        if len(before) == 1:
            return fitting.people[before[0]]
        return self._owner(name, fitting, number if before else None) or fitting.prominent

    def _fit(self, people: list[Being], told: str | None, role: str) -> _Options:
        """Those whom a title fits, by gender or office; who goes by the given name last."""
        kind = id(people), told, role
        if kind not in self._fitting:
            if told:
                sure = [being for being in people if self.genders[id(being)] == {told}]
                fitting = [b for b in people if not self.genders[id(b)] - {told}]
                people = sure if len(sure) == 1 else fitting
            elif role:
                people = self._holders(role, people) or people
            people = [b for b in people if id(b) not in self.familiar] or people
            self._fitting[kind] = _Options(
                people,
                {id(being): n for n, being in enumerate(people)},
                Bearers([b.uses[0] for b in people], [self.places[id(b)] for b in people]),
                _prominent(people),
            )
        return self._fitting[kind]

    def _holders(self, role: str, options: list[Being]) -> list[Being]:
        held = [
            being
            for being in options
            if any(role in " ".join(self.names[use].title).lower() for use in being.uses)
        ]
        return held if len(held) == 1 else []

    def _owner(self, name: Named, options: _Options, before: int | None) -> Being | None:
        """Whose name it is: newspapers keep the bare name for the one they write about."""
        word, here = name.key[0], self.seen.paragraph[name.first]
        uses = sorted(
            (count, number)
            for who, count in self.bare[word].items()
            if (number := options.numbers.get(who)) is not None
            and (before is None or options.people[number].uses[0] < before)
        )
        alone = bool(uses) and (len(uses) == 1 or uses[-1][0] > uses[-2][0])
        owner = uses[-1][1] if alone else None
        if owner is not None and uses[-1][0] >= SETTLED:
            return options.people[owner]
        near = options.bearers.near(here, before)
        if owner is not None and all(number == owner for number in near):
            return options.people[owner]
        return options.people[near[0]] if len(near) == 1 and owner is None else None

    def _genders(self, being: Being) -> set[str]:
        told = {g for use in being.uses if (g := gender_told(self.names[use].title))}
        if told:
            return told
        firsts = {text.split()[0] for text in being.written}
        given = {self.lexicon.given.get(word, "") for word in firsts} - {""}
        return given


def gender_told(title: Sequence[str]) -> str | None:
    """`f` or `m`, as a title tells: "Mrs", "Lord"."""
    parts = {part.strip(".") for part in title}
    if parts & v.FEMALE_TITLES:
        return "f"
    return "m" if parts & v.MALE_TITLES else None


def _prominent(people: Sequence[Being]) -> Being | None:
    """Whom the article is about: named in full far more often than all others together."""
    times = sorted(((len(being.uses), n) for n, being in enumerate(people)), reverse=True)
    rest = sum(count for count, _ in times[1:])
    return people[times[0][1]] if times and times[0][0] >= PROMINENT * rest else None
