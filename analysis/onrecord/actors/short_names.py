"""Whom a family name or a given name alone means; nobody where it may be two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from onrecord.actors.persons import Being, family
from onrecord.actors.scan import Scan
from onrecord.actors.spans import Named
from onrecord.lexicon import Lexicon
from onrecord.lexicon import vocabulary as v

SETTLED = 3  # bare uses after which a family name stays with its owner
RECENT = 2  # paragraphs after which a namesake is out of mind
FAMILIAR = 2  # uses of the given name alone by which somebody is called by it
PROMINENT = 3  # times as often named in full as all namesakes: the article is about this one


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
        self.bare: Counter[tuple[str, int]] = Counter()  # bare uses, by word and person

    def means(self, number: int) -> Being | None:
        """Whom name `number` means, a name of one word; to be asked in the text's order."""
        name = self.names[number]
        options = self.options(name)
        chosen = options[0] if len(options) == 1 else None
        if len(options) > 1:
            chosen = self._choose(name, number, options)
        if chosen is not None:
            self.bare[name.key[0], id(chosen)] += 1
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

    def _choose(self, name: Named, number: int, options: list[Being]) -> Being | None:
        told = gender_told(name.title)
        if told:
            sure = [being for being in options if self.genders[id(being)] == {told}]
            fitting = [b for b in options if not self.genders[id(b)] - {told}]
            options = sure if len(sure) == 1 else fitting
        elif name.title:
            options = self._holders(name, options) or options
        options = [b for b in options if id(b) not in self.familiar] or options
        if len(options) < 2:
            return options[0] if options else None
        before = [b for b in options if b.uses and b.uses[0] < number]
        if len(before) == 1:
            return before[0]
        return self._owner(name, before or options) or self._prominent(options)

    def _holders(self, name: Named, options: list[Being]) -> list[Being]:
        role = " ".join(name.title).lower()
        held = [
            being
            for being in options
            if any(role in " ".join(self.names[use].title).lower() for use in being.uses)
        ]
        return held if len(held) == 1 else []

    def _owner(self, name: Named, options: list[Being]) -> Being | None:
        """Whose name it is: newspapers keep the bare name for the one they write about."""
        word, here = name.key[0], self.seen.paragraph[name.first]
        uses = sorted(((self.bare[word, id(b)], i) for i, b in enumerate(options)), reverse=True)
        owner = options[uses[0][1]] if uses[0][0] > uses[1][0] else None
        if owner is not None and uses[0][0] >= SETTLED:
            return owner
        near = [b for b in options if any(0 <= here - p <= RECENT for p in self.places[id(b)])]
        if owner is not None and all(being is owner for being in near):
            return owner
        return near[0] if len(near) == 1 and owner is None else None

    def _prominent(self, options: list[Being]) -> Being | None:
        times = sorted(((len(b.uses), i) for i, b in enumerate(options)), reverse=True)
        rest = sum(count for count, _ in times[1:])
        return options[times[0][1]] if times[0][0] >= PROMINENT * rest else None

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
