"""Every place that names a person, from the full name to the bare family name."""

from __future__ import annotations

from collections import Counter

from onrecord.actors.family import by_family, display, family
from onrecord.actors.names import ORGANISATION, Name, Words
from onrecord.actors.people import COURTESY, Person
from onrecord.actors.scan import Scan
from onrecord.lexicon import vocabulary as v

SETTLED = 3  # bare uses after which a family name stays with its owner
RECENT = 2  # paragraphs after which a namesake is out of mind
FAR = 6  # paragraphs after which somebody must be named in full again
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
        self.starts: dict[str, list[Words]] = {}
        for form in self.canonical:
            self.starts.setdefault(form[0], []).append(form)
        for forms in self.starts.values():
            forms.sort(key=len, reverse=True)
        self.longest = max(map(len, self.canonical), default=0)
        self.uses: Counter[str] = Counter()  # bare uses while there was one bearer
        self.paragraphs: dict[Words, set[int]] = {}  # where people are named in full
        for name in names:
            words = name.form(seen)
            bearer = self.canonical.get(words)
            if bearer is not None and len(words) > 1:
                self.paragraphs.setdefault(bearer, set()).add(seen.paragraph[name.first])
        singles = Counter(n.form(seen)[0] for n in names if n.last - n.first == 1 and not n.title)
        # who is called by the given name is not meant by the family name: "Melania"
        self.familiar = {
            words
            for words in people
            if len(words) > 1 and singles[words[0]] >= max(FAMILIAR, singles[family(words)[-1]])
        }
        self.owners = self._find_owners(names)

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
        chosen = self._choose(options, name)
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
            for form in self.starts.get(word, ()):
                end = i + len(form)
                if (
                    len(form) > 1
                    and end <= name.last
                    and (
                        tuple(words[i:end]) == form
                        or tuple(w.title() for w in words[i:end]) == form
                    )
                ):
                    placed.append((i, end, self._name(self.canonical[form])))
                    i = end
                    break
            else:
                if bare and word in self.families and word.lower() not in self.seen.lower:
                    chosen = self._choose(self.families[word], Name(i, i + 1, "unknown"))
                    if chosen:
                        placed.append((i, i + 1, self._name(chosen)))
                i += 1
        return placed

    def _choose(self, options: list[Words], name: Name) -> Words | None:
        """Whom a family name means that several share; None where it may be either."""
        if len(options) == 1:
            return options[0]
        parts = {part.strip(".") for part in name.title.split()}
        told = "m" if parts & v.MALE_TITLES else "f" if parts & v.FEMALE_TITLES else None
        if told:
            sure = [w for w in options if self.people[w].gender() == told]
            fitting = [w for w in options if self.people[w].gender() in (told, None)]
            options = sure if len(sure) == 1 else fitting
        elif name.title:
            role = name.title.lower().replace(".", "")
            holders = [w for w in options if any(role in held for held in self.people[w].roles)]
            options = holders if len(holders) == 1 else options
        if len(options) == 1:
            return options[0]
        word = self.seen.words[name.first]
        word = word if word in self.families else word.title()
        formal = [words for words in options if words not in self.familiar]
        if len(formal) == 1 and self.uses[word] < SETTLED:
            return formal[0]
        return self._owned(word, name, options)

    def _find_owners(self, names: list[Name]) -> dict[str, Words]:
        """Who owns a family name that two share: whom it meant before the second came in.

        Newspapers keep the bare name for the one they write about and name the other in full.
        """
        owners: dict[str, Words] = {}
        unowned: set[str] = set()
        for name in names:
            last = self.seen.words[name.last - 1]
            options = self.families.get(last, ())
            titled = name.title and not COURTESY.issuperset(name.title.replace(".", "").split())
            if len(options) < 2 or last in unowned or titled or name.actor:
                continue
            if name.last - name.first > 1 or self.seen.headline[name.first]:
                continue
            known = [words for words in options if self.people[words].first < name.first]
            if len(known) == 1:
                owners[last] = known[0]
                self.uses[last] += 1
            elif known and last not in owners:
                unowned.add(last)
        return owners

    def _owned(self, word: str, name: Name, options: list[Words]) -> Words | None:
        """The owner of a family name, unless the other was named only just now."""
        owner = self.owners.get(word)
        here = self.seen.paragraph[name.first]
        if owner not in options:
            return self._recent(options, here)
        if self.uses[word] >= SETTLED:
            return owner
        for words in options:
            if words != owner and any(
                0 <= here - paragraph <= RECENT for paragraph in self.paragraphs.get(words, ())
            ):
                return None
        return owner

    def _recent(self, options: list[Words], here: int) -> Words | None:
        """The one named just now, where the others were named once and long ago."""
        times = {words: self.paragraphs.get(words, set()) for words in options}
        near = [w for w in options if any(0 <= here - p <= RECENT for p in times[w])]
        if len(near) != 1 or self.uses[family(near[0])[-1]]:
            return None
        if any(len(times[w]) != 1 or here - min(times[w]) < FAR for w in options if w != near[0]):
            return None
        times[near[0]].add(here)
        return near[0]
