"""When two names are one actor's, and which gold row an attribution that was found answers."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from onrecord.actors import Lexicon

WORD = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")
ENOUGH = 0.5  # Jaccard overlap of the words of two contents
Span = tuple[int, int]


def same(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether two names are one actor's.

    They are where they are equal without article, periods and case, where one is the fuller form
    of the other (same last word, the shorter's two or more words all in the longer), or where the
    lexicon knows both as one actor.
    """
    x, y = (re.sub(r"^the |[.,]", "", n.lower().replace("’", "'")).split() for n in (a, b))
    if x == y:
        return True
    short, long = sorted((x, y), key=len)
    if len(short) > 1 and short[-1] == long[-1] and set(short) <= set(long):
        return True
    known = lexicon.name_of(a)
    return known is not None and known == lexicon.name_of(b)


def any_same(name: str, others: Collection[str], lexicon: Lexicon) -> bool:
    """Whether a name is one of some others."""
    return any(same(name, other, lexicon) for other in others)


def words(text: str, content: Sequence[Span]) -> frozenset[int]:
    """Offsets of the words of a content."""
    return frozenset(m.start() for s, e in content for m in WORD.finditer(text, s, e))


def pair(
    text: str, gold: Sequence[Sequence[Span]], found: Sequence[Sequence[Span]]
) -> dict[int, int]:
    """Gold contents to contents that were found, best overlap first, each used once.

    >>> pair("one two three four", [((0, 18),)], [((0, 7),), ((0, 3),)])
    {0: 0}
    """
    theirs = [words(text, content) for content in gold]
    ours = [words(text, content) for content in found]
    overlaps = []
    for i, a in enumerate(theirs):
        for j, b in enumerate(ours):
            if (both := len(a & b)) and (overlap := both / len(a | b)) >= ENOUGH:
                overlaps.append((-overlap, i, j))
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(overlaps):
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    return taken
