"""Names of persons: which words are the family's, how they are shown, when two are one person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from onrecord.actors.fitting import middle_asks, middle_marks, word_asks, word_marks
from onrecord.actors.names import Words
from onrecord.lexicon import vocabulary as v


def family(words: Words) -> Words:
    """The family name with its particles, suffixes left away.

    >>> family(("Bill", "de", "Blasio", "Jr"))
    ('de', 'Blasio')
    """
    while len(words) > 1 and words[-1] in v.SUFFIXES:
        words = words[:-1]
    i = len(words) - 1
    while i > 1 and words[i - 1] in v.PARTICLES:
        i -= 1
    return words[i:]


def display(words: Words) -> str:
    """A name as written in full, initials and suffixes with their periods.

    >>> display(("Ada", "B", "Lund", "Jr"))
    'Ada B. Lund Jr.'
    """
    return " ".join(
        word + "." if (len(word) == 1 and word.isupper()) or word in ("Jr", "Sr") else word
        for word in words
    )


def by_family(people: Iterable[Words]) -> dict[str, list[Words]]:
    """Names under their last family word."""
    found: dict[str, list[Words]] = defaultdict(list)
    for name in people:
        found[family(name)[-1]].append(name)
    return dict(found)


def same_person(a: Words, b: Words) -> bool:
    """Whether two full names can be one person's: same family, same or shortened given name.

    >>> same_person(("Ada", "Lund"), ("Ada", "B", "Lund"))
    True
    >>> same_person(("Bo", "Lund", "Jr"), ("Bo", "Lund"))
    False
    """
    if (a[-1] in v.SUFFIXES) != (b[-1] in v.SUFFIXES) or family(a)[-1] != family(b)[-1]:
        return False
    x, y = a[0].strip("."), b[0].strip(".")
    middles = initials_between(a), initials_between(b)
    if middles[0] and middles[1] and middles[0] != middles[1]:
        return False
    if x == y or _full(x) == _full(y):
        return True
    if len(x) == 1 or len(y) == 1:
        return x[0] == y[0]
    return x in b[:-1] or y in a[:-1]


def marks(words: Words) -> Iterator[Hashable]:
    """What a name is laid under, so that any that is the `same_person`'s finds it.

    Args:
        words: of a name of several words.
    """
    first = words[0].strip(".")
    of = word_marks(first, _full(first)) if first else ()
    parts = [*of, ("first", first), *(("has", word) for word in words[:-1])]
    for middles in middle_marks(initials_between(words)):
        for part in parts:
            yield words[-1] in v.SUFFIXES, family(words)[-1], middles, part


def asks(words: Words) -> Iterator[Hashable]:
    """What a name asks for, to find all that may be the `same_person`'s.

    Args:
        words: of a name of several words.
    """
    first = words[0].strip(".")
    of = word_asks(first, _full(first)) if first else ()
    parts = [*of, ("has", first), *(("first", word) for word in words[:-1])]
    for middles in middle_asks(initials_between(words)):
        for part in parts:
            yield words[-1] in v.SUFFIXES, family(words)[-1], middles, part


def _full(word: str) -> str:
    return v.NICKNAMES.get(word, word)


def initials_between(words: Words) -> Words:
    """Initials between the given and the family name."""
    return tuple(word for word in words[1:-1] if len(word) == 1)
