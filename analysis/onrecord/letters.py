"""Letters and their accents: as texts and names are kept, and as they are compared."""

from __future__ import annotations

import unicodedata


def composed(text: str) -> str:
    r"""The text with each letter and its accent as one character: file systems differ in it.

    >>> composed("e\u0301lan") == "\u00e9lan"
    True
    """
    return unicodedata.normalize("NFC", text)


def bare(text: str) -> str:
    """The text without accents, for comparing; what looks like several letters is taken apart.

    >>> bare("Élan, Ⅳ")
    'Elan, IV'
    """
    apart = unicodedata.normalize("NFKD", text)
    return "".join(char for char in apart if not unicodedata.combining(char))
