"""The attributions of an article that were read so far, and who spoke in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import overload


@dataclass(frozen=True, slots=True)
class Last:
    """The attribution read last: its speakers (none for an unnamed one) and where it stood."""

    names: tuple[str, ...]
    plural: bool
    gender: str | None
    start: int
    end: int
    affiliation: str | None = None
    word: str = ""  # the head noun of an unnamed source
    asked: bool = False  # a question: whoever speaks next rather answers it
    works: frozenset[str] = frozenset()  # "said in a letter"
    source: str = ""  # as written, lower case
    unnamed: bool = False  # its own words name nobody


class Said:
    """Attributions in text order, the last one last; what is asked often is looked up.

    >>> said = Said()
    >>> said.append(Last(("Ada Lund", "Bo Ek"), True, None, 0, 9, word="envoys", source="envoys"))
    >>> said.times({"Bo Ek"}), said.times({"Bo Ek", "Ada Lund"}), said.by_word("envoys").start
    (1, 1, 0)
    """

    def __init__(self) -> None:
        """Nobody has spoken."""
        self._all: list[Last] = []
        self._spoke: Counter[str] = Counter()
        self._together: dict[str, Counter[frozenset[str]]] = defaultdict(Counter)
        self._sources: dict[str, Last] = {}
        self._words: dict[str, Last] = {}
        self._works: dict[str, list[Last]] = defaultdict(list)

    def append(self, last: Last) -> None:
        """Note what was read."""
        names = frozenset(last.names)
        self._all.append(last)
        self._spoke.update(names)
        self._sources[last.source] = last
        self._words[last.word] = last
        for work in last.works:
            self._works[work].append(last)
        if len(names) > 1:
            for name in names:
                self._together[name][names] += 1

    def by_source(self, words: str) -> Last | None:
        """What was said last by a source of these words."""
        return self._sources.get(words)

    def by_word(self, word: str) -> Last | None:
        """What was said last by a source of this noun."""
        return self._words.get(word)

    def works(self, word: str) -> Sequence[Last]:
        """What was said in a work of this noun: in a letter."""
        return self._works.get(word, ())

    def times(self, names: Collection[str]) -> int:
        """How often somebody spoke, or several together."""
        if len(names) < 2:
            return sum(self._spoke[name] for name in names)
        wanted = frozenset(names)
        fewest = min((self._together.get(name, Counter()) for name in wanted), key=len)
        return sum(count for spoke, count in fewest.items() if wanted <= spoke)

    def __len__(self) -> int:
        """How many were read."""
        return len(self._all)

    @overload
    def __getitem__(self, at: int) -> Last: ...
    @overload
    def __getitem__(self, at: slice) -> list[Last]: ...
    def __getitem__(self, at: int | slice) -> Last | list[Last]:
        """One of them, or several."""
        return self._all[at]

    def __reversed__(self) -> Iterator[Last]:
        """The last one first."""
        return reversed(self._all)
