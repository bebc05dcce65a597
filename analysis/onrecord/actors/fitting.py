"""Names that may be one person's, looked up by their parts instead of comparing all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item")
Name = tuple[str, ...]
Marks = Callable[[Name], Iterable[Hashable]]


class Either(tuple[tuple[Hashable, ...], ...]):
    """Lists of marks, each of which finds all that fits: the one that finds least is looked up."""


class Fitting(Generic[Item]):
    """What lies under the marks of names, found by what another name asks for."""

    def __init__(self, marks: Marks, asks: Marks) -> None:
        """Start empty.

        Args:
            marks: of a name, under which it is laid.
            asks: of a name: whatever fits it was laid under one of these at least.
        """
        self._marks, self._asks = marks, asks
        self._held: dict[Hashable, list[Item]] = defaultdict(list)

    def add(self, name: Name, item: Item) -> None:
        """Lay something under a name.

        Args:
            name: its words.
            item: what is found by it.
        """
        for mark in set(self._marks(name)):
            self._held[mark].append(item)

    def near(self, name: Name) -> Iterator[Item]:
        """All that may fit a name, some of it more than once.

        Args:
            name: its words.
        """
        for asked in dict.fromkeys(self._asks(name)):
            marks = self._least(asked) if isinstance(asked, Either) else (asked,)
            for mark in marks:
                yield from self._held.get(mark, ())

    def _least(self, either: Either) -> tuple[Hashable, ...]:
        return min(either, key=lambda marks: sum(len(self._held.get(m, ())) for m in marks))


def word_marks(word: str, full: str) -> tuple[Hashable, ...]:
    """What a given name is laid under, so that its short forms find it.

    Args:
        word: as written, not empty.
        full: the name that it is a nickname of, or the same.
    """
    return (("initial" if len(word) == 1 else "full", full), ("letter", word[0]))


def word_asks(word: str, full: str) -> tuple[Hashable, ...]:
    """What a given name asks for: itself and its initial; an initial, whatever begins with it.

    Args:
        word: as written, not empty.
        full: the name that it is a nickname of, or the same.

    >>> set(word_asks("Ada", "Ada")) & set(word_marks("A", "A"))
    {('initial', 'A')}
    """
    if len(word) == 1:
        return (("letter", word),)
    return ("full", full), ("initial", word[0])


def middle_marks(middles: Name) -> tuple[Hashable, ...]:
    """What initials between names are laid under: those who differ are two people."""
    return "any", middles


def middle_asks(middles: Name) -> tuple[Hashable, ...]:
    """What they ask for: the same ones, or none."""
    return (middles, ()) if middles else ("any",)
