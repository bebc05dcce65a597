"""Which people the names of an article mean: full names first, then what is left of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.actors.fitting import Fitting
from onrecord.actors.folded import Key, fold
from onrecord.actors.one_person import asks, family, marks, one_person, without_suffix
from onrecord.actors.spans import Named
from onrecord.lexicon import Lexicon
from onrecord.lexicon import vocabulary as v


@dataclass(slots=True)
class Being:
    """One person of an article.

    Attributes:
        name: canonical name.
        written: forms of the name, with how often each stands.
        keys: the same, as they are compared.
        uses: numbers of the names that give it in full.
        known: whether the user or the lexicon gives the name.
    """

    name: str = ""
    written: Counter[str] = field(default_factory=Counter)
    keys: set[Key] = field(default_factory=set)
    uses: list[int] = field(default_factory=list)
    known: bool = False

    def families(self) -> set[str]:
        """Words that the name may be shortened to."""
        found = {family(key) for key in self.keys}
        found |= {key[0] for key in self.keys if key[0] in v.FAMILY_FIRST}
        return found


def beings(names: Iterable[tuple[int, Named]], lexicon: Lexicon) -> list[Being]:
    """People who are named in full, or by the user, each once.

    Args:
        names: people's names with their numbers.
        lexicon: known actors.
    """
    forms: dict[tuple[str, Key], list[tuple[int, Named]]] = defaultdict(list)
    for number, name in names:
        if len(without_suffix(name.key)) > 1 or name.actor:
            forms[name.actor, name.key].append((number, name))
    people = _People()
    # the user's own first, then the longest: what is shorter fits into what is there
    for (actor, key), uses in sorted(forms.items(), key=lambda item: _order(*item)):
        being = people.named(actor) if actor else people.alike(key)
        being.written.update(name.text for _, name in uses)
        being.uses += [number for number, _ in uses]
        for each in (key, fold(actor)) if actor else (key,):
            people.add(being, each)
    for being in people.found:
        being.uses.sort()
        _name(being, lexicon)
    return people.found


def _order(form: tuple[str, Key], uses: list[tuple[int, Named]]) -> tuple[bool, int, int]:
    return not form[0], -len(form[1]), uses[0][0]


class _People:
    """The people found so far, by their names."""

    def __init__(self) -> None:
        self.found: list[Being] = []
        self._users: dict[str, Being] = {}
        self._fitting: Fitting[tuple[Key, Being]] = Fitting(marks, asks)
        self._sharing: dict[str, set[int]] = defaultdict(set)  # who has a word in the name

    def named(self, actor: str) -> Being:
        """Whom the user gives this name."""
        if actor not in self._users:
            self._users[actor] = self._made(Being(name=actor, known=True))
        return self._users[actor]

    def alike(self, key: Key) -> Being:
        """The only one whom a name may mean; somebody new where it is nobody, or one of two."""
        sharing = self._sharing[family(key)], self._sharing[key[0]]
        same: Being | None = None
        for other, being in self._fitting.near(key):
            shares = any(id(being) in those for those in sharing)
            if being is same or not shares or not one_person(key, other):
                continue
            if same is not None:
                return self._made(Being())
            same = being
        return same or self._made(Being())

    def add(self, being: Being, key: Key) -> None:
        """Note a name of somebody's."""
        if key not in being.keys:
            being.keys.add(key)
            self._fitting.add(key, (key, being))
            for word in key:
                self._sharing[word].add(id(being))

    def _made(self, being: Being) -> Being:
        self.found.append(being)
        return being


def _name(being: Being, lexicon: Lexicon) -> None:
    """The fullest form that the article gives, unless it is known by another."""
    if being.known:
        return
    for text, _ in being.written.most_common():
        known = lexicon.actors.get(lexicon.name_of(text) or lexicon.name_of(shown(text)) or "")
        if known is not None and known.type == "person":
            being.name, being.known = known.name, True
            return
    folded: Counter[Key] = Counter()
    for text, count in being.written.items():
        folded[fold(text)] += count
    fullness = {text: _fullness(text, being.written[text], folded) for text in being.written}
    being.name = shown(max(fullness, key=lambda text: fullness[text]))


def _fullness(text: str, uses: int, folded: Counter[Key]) -> tuple[bool, bool, int, int, int]:
    """How good a form is as the canonical name: sure, in normal case, long, often."""
    key = fold(text)
    # words behind a name that stands without them more often are not part of it
    begins = sum(folded[key[:n]] for n in range(2, len(key)))
    words = [word for word in key if len(word) > 1]
    return begins <= uses, not text.isupper(), len(words), len(key), uses


def shown(text: str) -> str:
    """A name as written in full, straight apostrophes, initials and suffixes with periods.

    >>> shown("Ada B LUND Jr")
    'Ada B. Lund Jr.'
    """
    words = []
    for word in text.replace("’", "'").replace(",", "").split():
        if len(word) > 3 and word.isupper() and word.isalpha():
            word = word.title()
        bare = word.strip(".")
        if (len(bare) == 1 and bare.isupper()) or bare in ("Jr", "Sr"):
            word = bare + "."
        words.append(word)
    return " ".join(word for word in words if word[0] not in "\"“‘'(" or len(words) < 3)
