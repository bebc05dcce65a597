"""A family name that several people of an article share: whom it means where it stands alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from onrecord.actors.bearers import Bearers
from onrecord.actors.family import family
from onrecord.actors.names import Name, Words
from onrecord.actors.people import COURTESY, Person
from onrecord.actors.scan import Scan
from onrecord.lexicon import vocabulary as v

SETTLED = 3  # bare uses after which a family name stays with its owner
FAR = 6  # paragraphs after which somebody must be named in full again


@dataclass(frozen=True, slots=True)
class _Options:
    """Those of a family whom a title fits."""

    people: list[Words]
    numbers: dict[Words, int]
    formal: list[Words]  # who is not called by the given name
    bearers: Bearers


class SharedFamilies:
    """Families of an article, each with its people."""

    def __init__(
        self,
        seen: Scan,
        people: dict[Words, Person],
        families: dict[str, list[Words]],
        familiar: Collection[Words],
        paragraphs: dict[Words, set[int]],
    ) -> None:
        """Begin before any family name was given to anybody.

        Args:
            seen: the text.
            people: by name.
            families: their names by the last word of the family's.
            familiar: who is called by the given name.
            paragraphs: where each is named in full; where somebody is meant is added.
        """
        self.seen, self.people, self.families = seen, people, families
        self.familiar, self.paragraphs = familiar, paragraphs
        self.uses: Counter[str] = Counter()  # bare uses while there was one bearer
        self.owners: dict[str, Words] = {}
        self._fitting: dict[str, dict[tuple[str | None, str], _Options]] = {}

    def _options(self, family: str, told: str | None, role: str) -> _Options:
        """Those of a family whom a title may mean: by gender, or by office."""
        held = self._fitting.setdefault(family, {})
        if (told, role) not in held:
            people = self.families[family]
            if told:
                sure = [w for w in people if self.people[w].gender() == told]
                fitting = [w for w in people if self.people[w].gender() in (told, None)]
                people = sure if len(sure) == 1 else fitting
            elif role:
                holders = [w for w in people if any(role in r for r in self.people[w].roles)]
                people = holders if len(holders) == 1 else people
            held[told, role] = _Options(
                people,
                {words: number for number, words in enumerate(people)},
                [words for words in people if words not in self.familiar],
                Bearers(
                    [self.people[words].first for words in people],
                    [self.paragraphs.get(words, set()) for words in people],
                ),
            )
        return held[told, role]

    def choose(self, family: str, name: Name) -> Words | None:
        """Whom a family name means that several may share; None where it may be either.

        Args:
            family: one that somebody has.
            name: where it stands, with its title.
        """
        if len(self.families[family]) == 1:
            return self.families[family][0]
        parts = {part.strip(".") for part in name.title.split()}
        told = "m" if parts & v.MALE_TITLES else "f" if parts & v.FEMALE_TITLES else None
        role = "" if told else name.title.lower().replace(".", "")
        options = self._options(family, told, role)
        if len(options.people) == 1:
            return options.people[0]
        word = self.seen.words[name.first]
        word = word if word in self.families else word.title()
        if len(options.formal) == 1 and self.uses[word] < SETTLED:
            return options.formal[0]
        return self._owned(word, name, options)

    def find_owners(self, names: list[Name]) -> None:
        """Find who owns a name that two share: whom it meant before the second came in.

        Newspapers keep the bare name for the one they write about and name the other in full.

        Args:
            names: of the text, in its order.
        """
        unowned: set[str] = set()
        for name in names:
            last = self.seen.words[name.last - 1]
            options = self.families.get(last, ())
            titled = name.title and not COURTESY.issuperset(name.title.replace(".", "").split())
            if len(options) < 2 or last in unowned or titled or name.actor:
                continue
            if name.last - name.first > 1 or self.seen.headline[name.first]:
                continue
            known = self._options(last, None, "").bearers.before(name.first)
            if len(known) == 1:
                self.owners[last] = options[known[0]]
                self.uses[last] += 1
            elif known and last not in self.owners:
                unowned.add(last)

    def _owned(self, word: str, name: Name, options: _Options) -> Words | None:
        """The owner of a family name, unless the other was named only just now."""
        owner = self.owners.get(word)
        here = self.seen.paragraph[name.first]
        if owner is None or owner not in options.numbers:
            return self._recent(options, here)
        if self.uses[word] >= SETTLED:
            return owner
        near = options.bearers.near(here)
        return owner if all(number == options.numbers[owner] for number in near) else None

    def _recent(self, options: _Options, here: int) -> Words | None:
        """The one named just now, where the others were named once and long ago."""
        near = options.bearers.near(here)
        if len(near) != 1:
            return None
        words = options.people[near[0]]
        last = family(words)[-1]
        if self.uses[last] or not options.bearers.long_ago(here, near[0], FAR):
            return None
        if here not in self.paragraphs[words]:
            self.paragraphs[words].add(here)
            for others in self._fitting[last].values():
                if words in others.numbers:
                    others.bearers.named(others.numbers[words], here)
        return words
