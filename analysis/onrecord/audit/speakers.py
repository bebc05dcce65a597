"""Names that a person typed, as the analysis writes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Names:
    """The speakers of an analysis, found by what a person typed.

    >>> names = Names(["Ada Lund", "Bo Ek", "Per Ek"])
    >>> names.meant("ada lund"), names.meant("Lund"), names.meant("Ek"), names.meant("Ola")
    ('Ada Lund', 'Ada Lund', 'Ek', 'Ola')
    """

    def __init__(self, known: Iterable[str]) -> None:
        """Take up the names.

        Args:
            known: canonical names.
        """
        self._whole: dict[str, str] = {}
        self._last: dict[str, set[str]] = defaultdict(set)
        for name in known:
            self._whole[_plain(name)] = name
            self._last[_plain(name).rpartition(" ")[2]].add(name)

    def meant(self, typed: str) -> str:
        """The known name: the same but for case and spaces, or the one that ends so."""
        plain = _plain(typed)
        if plain in self._whole:
            return self._whole[plain]
        ends = self._last.get(plain, set())
        return next(iter(ends)) if len(ends) == 1 else " ".join(typed.split())


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
