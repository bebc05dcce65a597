"""When two names are one person's: which may be the short form of which."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from onrecord.actors.fitting import Either, middle_asks, middle_marks, word_asks, word_marks
from onrecord.actors.folded import Key
from onrecord.lexicon import vocabulary as v

SUFFIXES = frozenset(word.strip(".").lower() for word in v.SUFFIXES)
NICKNAMES = {short.lower(): full.lower() for short, full in v.NICKNAMES.items()}


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
    middles = _middles(a[1:]), _middles(b[1:])
    if middles[0] and middles[1] and middles[0] != middles[1]:
        return False
    if _alike(a[0], b[0]):
        return all(any(_alike(x, y) for y in b[1:]) for x in a[1:]) or len(a) == len(b) == 1
    return a[0] in b[1:] and len(a) == 1


def _alike(x: str, y: str) -> bool:
    if len(x) == 1 or len(y) == 1:
        return x[0] == y[0]
    return _full(x) == _full(y)


def _full(word: str) -> str:
    return NICKNAMES.get(word, word)


def _middles(words: Sequence[str]) -> Key:
    return tuple(word for word in words if len(word) == 1)


def marks(key: Key) -> Iterator[Hashable]:
    """What a name is laid under, so that any that `one_person` joins with it finds it.

    Args:
        key: its words.
    """
    name = without_suffix(key)
    suffix = key[len(name) :]
    yield "whole", suffix, name
    yield "joined", suffix, "".join(name)
    for n in range(1, len(name) + 1):
        yield "begins", suffix, name[:n]
        yield "ends", suffix, name[-n:]
    if len(name) < 2:
        return
    first, *inner = name[:-1]
    beside: set[Hashable] = {mark for w in inner for mark in word_marks(w, _full(w))}
    beside |= {"any", len(inner)}
    for middles in middle_marks(_middles(inner)):
        for of in word_marks(first, _full(first)):
            for other in beside:
                yield "given", suffix, name[-1], middles, of, other
    for word in inner:
        yield "inner", suffix, name[-1], word
    if not inner:
        yield "single", suffix, name[-1], first


def asks(key: Key) -> Iterator[Hashable]:
    """What a name asks for, to find all that `one_person` may join with it.

    Args:
        key: its words.
    """
    name = without_suffix(key)
    suffix = key[len(name) :]
    yield "begins", suffix, name
    yield "ends", suffix, name
    yield "joined", suffix, "".join(name)
    for n in range(1, len(name)):
        yield "whole", suffix, name[:n]
        yield "whole", suffix, name[-n:]
    if len(name) < 2:
        return
    first, *inner = name[:-1]
    for middles in middle_asks(_middles(inner)):
        for of in word_asks(first, _full(first)):
            same = "given", suffix, name[-1], middles, of
            if not inner:
                yield *same, "any"
                continue
            # of a longer name all inner words are found in it, so one of them is enough
            yield Either(
                tuple((*same, mark) for mark in word_asks(word, _full(word))) for word in inner
            )
            for fewer in range(len(inner)):
                yield *same, fewer
    for word in inner:
        yield "single", suffix, name[-1], word
    if not inner:
        yield "inner", suffix, name[-1], first
