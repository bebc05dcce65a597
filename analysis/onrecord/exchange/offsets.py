"""Offsets as other programs count them: Java and JavaScript count UTF-16 units."""

from __future__ import annotations

import numpy as np


class Units:
    """The offsets of a text in characters (as Python has them) and in UTF-16 units.

    >>> units = Units("a😀b")
    >>> units.out(2), units.back(3)
    (3, 2)
    """

    def __init__(self, text: str) -> None:
        """Count the text through once, if a character in it takes two units."""
        self._starts: np.ndarray | None = None
        if not text.isascii() and any(letter > "\uffff" for letter in text):
            codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
            self._starts = np.concatenate([[0], np.cumsum(1 + (codes > 0xFFFF))])

    def out(self, at: int) -> int:
        """UTF-16 units before a character."""
        return at if self._starts is None else int(self._starts[at])

    def back(self, at: int) -> int:
        """Characters before a UTF-16 unit."""
        return at if self._starts is None else int(np.searchsorted(self._starts, at))
