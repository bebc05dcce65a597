"""Those who share a name, asked again and again without looking at each of them every time."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence

RECENT = 2  # paragraphs after which a namesake is out of mind


class Bearers:
    """Who of some namesakes was named before a place, and in the paragraphs near it.

    They are numbers here, in the order in which they are given.

    >>> two = Bearers([4, 1], [{0, 5}, {0}])
    >>> two.near(1), two.near(1, 4), two.near(6), two.before(4), two.long_ago(9, 1, far=6)
    ([1, 0], [1], [0], [1], False)
    """

    def __init__(self, firsts: Sequence[int], paragraphs: Sequence[Collection[int]]) -> None:
        """Sort them once.

        Args:
            firsts: of each, where the first name is.
            paragraphs: of each, those that give the name in full.
        """
        self._order = sorted(range(len(firsts)), key=lambda n: firsts[n])
        self._firsts = [firsts[n] for n in self._order]
        self._first = list(firsts)
        self._at: dict[int, list[int]] = defaultdict(list)
        for number in self._order:
            for paragraph in set(paragraphs[number]):
                self._at[paragraph].append(number)
        self._not_once = {n for n, of in enumerate(paragraphs) if len(set(of)) != 1}
        latest = sorted(((min(of), n) for n, of in enumerate(paragraphs) if of), reverse=True)
        self._latest = latest[:2]

    def before(self, place: int) -> list[int]:
        """The first two whose first name stands before a place, fewer if there are fewer."""
        return self._order[: min(2, bisect_left(self._firsts, place))]

    def near(self, paragraph: int, place: int | None = None) -> list[int]:
        """At most two of those named in the last paragraphs up to one.

        Args:
            paragraph: the last of them.
            place: whose first name stands behind it is left out.
        """
        found: dict[int, None] = {}
        for here in range(paragraph - RECENT, paragraph + 1):
            for number in self._at.get(here, ())[:2]:
                if place is None or self._first[number] < place:
                    found[number] = None
        return sorted(found, key=lambda n: self._first[n])[:2]

    def long_ago(self, paragraph: int, but: int, far: int) -> bool:
        """Whether all but one were named in one paragraph only, so many before this one."""
        once = self._not_once <= {but}
        return once and all(paragraph - of >= far for of, n in self._latest if n != but)

    def named(self, number: int, paragraph: int) -> None:
        """Note that somebody is named once more.

        Args:
            number: who, named in a paragraph before.
            paragraph: where.
        """
        if number not in self._at[paragraph]:
            self._at[paragraph].append(number)
            self._not_once.add(number)
