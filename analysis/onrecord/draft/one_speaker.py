"""Whether two names are one speaker's."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from onrecord.wording import tokens


def one_speaker(one: str | None, other: str | None, known: Iterable[str]) -> str:
    """Whether a draft and an article name the same speaker.

    Args:
        one: the draft's name.
        other: the article's.
        known: all speakers, so that a surname that several bear tells nothing.

    Returns:
        `same`, `other`, or `unknown` where one of them names nobody or might be several people.

    >>> known = ["Ines Calder", "Ulla Brandt"]
    >>> one_speaker("Calder", "Ines Calder", known), one_speaker("Calder", "Ulla Brandt", known)
    ('same', 'other')
    >>> one_speaker("Calder", "Ines Calder", [*known, "Tom Calder"])
    'unknown'
    """
    if pd.isna(one) or pd.isna(other):
        return "unknown"
    a, b = sorted((_words(str(one)), _words(str(other))), key=len)
    if a == b:
        return "same"
    if not a or not a <= b:
        return "other"
    bearers = {frozenset(words) for name in known if a < (words := _words(name))}
    return "same" if len(bearers | {b}) == 1 else "unknown"


def _words(name: str) -> frozenset[str]:
    return frozenset(token.word for token in tokens(name))
