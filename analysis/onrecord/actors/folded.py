"""Names as they are compared: without case, accents, periods and hyphens."""

from __future__ import annotations

from functools import lru_cache

from onrecord.letters import bare

Key = tuple[str, ...]


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> Key:
    """The words of a name, comparable.

    >>> fold("Kim Jong-un"), fold("J.-P. Müller"), fold("U.N.")
    (('kim', 'jong', 'un'), ('j', 'p', 'muller'), ('un',))
    """
    kept = (c for c in bare(name.casefold()) if c not in ".'’")
    return tuple("".join(c if c.isalnum() or c == "&" else " " for c in kept).split())


def initials(key: Key, small: frozenset[str]) -> frozenset[str]:
    """What a name may be shortened to by its first letters, with and without small words.

    >>> sorted(initials(fold("Board of Harbour Pilots"), frozenset({"of"})))
    ['bhp', 'bohp']
    """
    return frozenset({"".join(w[0] for w in key), "".join(w[0] for w in key if w not in small)})
