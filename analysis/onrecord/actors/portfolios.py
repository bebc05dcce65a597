"""Matters that somebody answers for, which are no names: "Home Affairs spokesman"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.lexicon import vocabulary as v

if TYPE_CHECKING:
    from onrecord.actors.joined import Agreed

PORTFOLIO = v.word_list("PORTFOLIO")
BEHIND = re.compile(r"[ -]([a-z]+)")
OFFICES = frozenset({"committee", "portfolio", "brief", "team", "adviser", "advisor", "editor"})


def without_portfolios(text: str, names: Sequence[Agreed]) -> list[Agreed]:
    """The names of a text but for matters of an office.

    Args:
        text: the article.
        names: in text order.

    Returns:
        Those that stay: a name goes where all its words are matters, and a word for who answers
        for them follows.
    """
    return [name for name in names if not _portfolio(text, name)]


def _portfolio(text: str, name: Agreed) -> bool:
    if name.type in ("country", "group"):
        return False
    words = text[name.start : name.end].replace("&", "and").split()
    behind = BEHIND.match(text, name.end)
    if behind is None or not (behind[1] in v.ROLE_NOUNS or behind[1] in OFFICES):
        return False
    return all(word in PORTFOLIO or word in ("and", "the") for word in words)
