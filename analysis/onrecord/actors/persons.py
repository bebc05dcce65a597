"""Which people the names of an article mean: full names first, then what is left of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.actors.folded import Key, fold
from onrecord.actors.spans import Named
from onrecord.lexicon import Lexicon
from onrecord.lexicon import vocabulary as v

SUFFIXES = frozenset(word.strip(".").lower() for word in v.SUFFIXES)
NICKNAMES = {short.lower(): full.lower() for short, full in v.NICKNAMES.items()}


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


def without_suffix(key: Key) -> Key:
    """A name without "Jr." and the like.

    >>> without_suffix(("bo", "lund", "jr"))
    ('bo', 'lund')
    """
    while len(key) > 1 and key[-1] in SUFFIXES:
        key = key[:-1]
    return key


def family(key: Key) -> str:
    """The last word of a name, "Jr." and the like left away."""
    return without_suffix(key)[-1]


def one_person(short: Key, long: Key) -> bool:
    """Whether two names of two or more words can be one person's.

    >>> one_person(("tim", "cook"), ("timothy", "d", "cook"))
    True
    >>> one_person(("lindqvist", "ek"), ("anna", "lindqvist", "ek"))
    True
    >>> one_person(("bo", "lund", "jr"), ("bo", "lund"))
    False
    """
    if short == long:
        return True
    a, b = without_suffix(short), without_suffix(long)
    if short[len(a) :] != long[len(b) :]:
        return False
    if len(a) > len(b):
        a, b = b, a
    if b[-len(a) :] == a or b[: len(a)] == a:
        return True
    if "".join(a) == "".join(b):
        return True
    return a[-1] == b[-1] and _given_fit(a[:-1], b[:-1])


def _given_fit(a: Key, b: Key) -> bool:
    """Whether given names agree: equal, shortened, or by their initials."""
    middles = [w for w in a[1:] if len(w) == 1], [w for w in b[1:] if len(w) == 1]
    if middles[0] and middles[1] and middles[0] != middles[1]:
        return False
    if _alike(a[0], b[0]):
        return all(any(_alike(x, y) for y in b[1:]) for x in a[1:]) or len(a) == len(b) == 1
    return a[0] in b[1:] and len(a) == 1


def _alike(x: str, y: str) -> bool:
    if len(x) == 1 or len(y) == 1:
        return x[0] == y[0]
    return x == y or NICKNAMES.get(x, x) == NICKNAMES.get(y, y)


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
    found: list[Being] = []
    shelves: dict[str, list[Being]] = defaultdict(list)
    # the user's own first, then the longest: what is shorter fits into what is there
    for (actor, key), uses in sorted(forms.items(), key=lambda item: _order(*item)):
        being = _being_for(actor, key, found, shelves)
        being.written.update(name.text for _, name in uses)
        being.uses += [number for number, _ in uses]
        for each in (key, fold(actor)) if actor else (key,):
            if each not in being.keys:
                being.keys.add(each)
                for word in set(each):
                    if being not in shelves[word]:
                        shelves[word].append(being)
    for being in found:
        being.uses.sort()
        _name(being, lexicon)
    return found


def _order(form: tuple[str, Key], uses: list[tuple[int, Named]]) -> tuple[bool, int, int]:
    return not form[0], -len(form[1]), uses[0][0]


def _being_for(actor: str, key: Key, found: list[Being], shelves: dict[str, list[Being]]) -> Being:
    if actor:
        same = [being for being in found if being.name == actor]
    else:
        near = {id(b): b for word in {family(key), key[0]} for b in shelves[word]}
        same = [b for b in near.values() if any(one_person(key, other) for other in b.keys)]
    if len(same) == 1:
        return same[0]
    being = Being(name=actor, known=bool(actor))
    found.append(being)
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
    being.name = shown(max(being.written, key=lambda text: _fullness(text, being.written)))


def _fullness(text: str, written: Counter[str]) -> tuple[bool, bool, int, int, int]:
    """How good a form is as the canonical name: sure, in normal case, long, often."""
    key = fold(text)
    # words behind a name that stands without them more often are not part of it
    begins = sum(n for other, n in written.items() if _prefix(fold(other), key))
    words = [word for word in key if len(word) > 1]
    return begins <= written[text], not text.isupper(), len(words), len(key), written[text]


def _prefix(short: Key, long: Key) -> bool:
    return 1 < len(short) < len(long) and long[: len(short)] == short


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
