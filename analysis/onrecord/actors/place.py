"""Every place that names a person, from the full name to the bare family name."""

from __future__ import annotations

from collections import Counter

from onrecord.actors.family import by_family, display, family
from onrecord.actors.names import ORGANISATION, Name, Words
from onrecord.actors.people import Person
from onrecord.actors.scan import Scan
from onrecord.actors.shared_families import SharedFamilies
from onrecord.lexicon import vocabulary as v

FAMILIAR = 2  # uses of the given name alone by which somebody is called by it
Placed = list[tuple[int, int, str]]


class Placing:
    """The people of an article, looked up by every form of their names."""

    def __init__(self, seen: Scan, names: list[Name], people: dict[Words, Person]) -> None:
        self.seen = seen
        self.people = people
        self.canonical = {form: words for words, p in people.items() for form in p.forms}
        self.families = by_family(people)
        self.firsts: dict[str, list[Words]] = {}
        for words in people:
            if len(words) > 1:
                self.firsts.setdefault(words[0], []).append(words)
        self.begins = {form[0] for form in self.canonical if len(form) > 1}
        self.order = {form: number for number, form in enumerate(self.canonical)}
        self.longest = max(map(len, self.canonical), default=0)
        paragraphs: dict[Words, set[int]] = {}  # where people are named in full
        for name in names:
            words = name.form(seen)
            bearer = self.canonical.get(words)
            if bearer is not None and len(words) > 1:
                paragraphs.setdefault(bearer, set()).add(seen.paragraph[name.first])
        singles = Counter(n.form(seen)[0] for n in names if n.last - n.first == 1 and not n.title)
        # who is called by the given name is not meant by the family name: "Melania"
        familiar = {
            words
            for words in people
            if len(words) > 1 and singles[words[0]] >= max(FAMILIAR, singles[family(words)[-1]])
        }
        self.shared = SharedFamilies(seen, people, self.families, familiar, paragraphs)
        self.shared.find_owners(names)

    def place(self, names: list[Name]) -> Placed:
        """`(first word, word after the last, canonical name)` of every mention of a person."""
        placed: Placed = []
        for name in names:
            if name.kind == ORGANISATION:
                continue
            if name.actor:
                placed.append((name.first, name.last, name.actor))
            elif self.seen.shouted[name.first]:
                placed += self._scan(name)
            elif found := self._one(name):
                placed.append(found)
            elif name.last - name.first > 3:
                placed += self._scan(name, bare=False)
        return placed

    def bare(self, first: int, last: int) -> tuple[int, int, str] | None:
        """A lexicon's word that is someone's family name here: "Jordan said"."""
        word = self.seen.words[first]
        if last - first > 1 or word not in self.families:
            return None
        title = self.seen.words[first - 1] if first else ""
        after = self.seen.words[last] if last < len(self.seen.words) else ""
        if after in ("who", "the", "a") and self.seen.gap(last) == ", ":
            return self._one(Name(first, last, "unknown"))
        if title in v.TITLES or (after in v.SAYING and self.seen.gap(last) == " "):
            return self._one(Name(first, last, "unknown", title if title in v.TITLES else ""))
        return None

    def _one(self, name: Name) -> tuple[int, int, str] | None:
        seen = self.seen
        words = name.form(seen)
        if all(word.isupper() for word in words) and len(words[-1]) > 3:
            words = tuple(word.title() for word in words)
        if words in self.canonical:
            return name.first, name.last, self._name(self.canonical[words])
        if len(words) > 1:
            return None if name.shared else self._inside(name, words)
        word = words[0]
        options = self.families.get(word, [])
        if not options:
            options = self.firsts.get(word, [])
            unsure = seen.opens[name.first] and word.lower() in seen.lower
            return (
                None
                if unsure or len(options) != 1
                else (name.first, name.last, self._name(options[0]))
            )
        before = seen.words[name.first - 1] if name.first else ""
        if word in v.TITLES and before.lower() in ("the", "a", "his", "her", "their", "our"):
            return None
        if word in v.NOT_NAMES and not name.title and not self._speaks(name.last):
            return None
        chosen = self.shared.choose(word, name)
        if chosen is None:
            return None
        first = name.first
        while (
            first
            and seen.gap(first) == " "
            and seen.words[first - 1] in v.PARTICLES
            and (seen.words[first - 1] in chosen)
        ):
            first -= 1
        return first, name.last, self._name(chosen)

    def _name(self, words: Words) -> str:
        return self.people[words].name or display(words)

    def _speaks(self, i: int) -> bool:
        return i < len(self.seen.words) and self.seen.words[i] in v.SAYING

    def _inside(self, name: Name, words: Words) -> tuple[int, int, str] | None:
        """A known name at the end of a longer run: "Conservative Ada Lund", "Poor Lund"."""
        whole = len(words) == name.last - name.first
        for i in range(max(1, len(words) - self.longest), len(words) - 1) if whole else ():
            if words[i:] in self.canonical:
                return name.first + i, name.last, self._name(self.canonical[words[i:]])
        if len(words) == 2 and (
            words[0] in v.TITLE_PARTS
            or words[0] in v.TITLES
            or (self.seen.opens[name.first] and words[0].lower() in self.seen.lower)
        ):
            options = self.families.get(words[-1], [])
            if len(options) == 1:
                return name.last - 1, name.last, self._name(options[0])
        return None

    def _scan(self, name: Name, bare: bool = True) -> Placed:
        """Known names in a title-case line, where every word looks like a name."""
        words, placed, i = self.seen.words, [], name.first
        while i < name.last:
            word = words[i].title() if words[i].isupper() and len(words[i]) > 3 else words[i]
            form = self._begun(i, name.last, word)
            if form is not None:
                end = i + len(form)
                placed.append((i, end, self._name(self.canonical[form])))
                i = end
                continue
            if bare and word in self.families and word.lower() not in self.seen.lower:
                chosen = self.shared.choose(word, Name(i, i + 1, "unknown"))
                if chosen:
                    placed.append((i, i + 1, self._name(chosen)))
            i += 1
        return placed

    def _begun(self, first: int, last: int, word: str) -> Words | None:
        """The longest known name of several words from `first` on, in capitals or not."""
        if word not in self.begins:
            return None
        for size in range(min(self.longest, last - first), 1, -1):
            words = tuple(self.seen.words[first : first + size])
            forms = {words, tuple(w.title() for w in words)} & self.order.keys()
            found = [form for form in forms if form[0] == word]
            if found:
                return min(found, key=lambda form: self.order[form])
        return None
