"""A source as a phrase, and what reading it gives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.lexicon import Actor
from onrecord.speakers.model import Named

EMPHASIS = re.compile(r"\s+(?:himself|herself|itself|themselves)\b")  # "Lund herself"
# between two names that are joined: ", ", " and ", " (right) and Deputy Mayor "
JOIN = re.compile(r"(?:\s\([^)]*\))?(?:,\s+(?:and\s+)?|\s+and\s+)(?:[A-Z][\w.’'-]*\s+){0,3}")
GENITIVE = re.compile(r"[’']s?(?!\w)\s*")
NATIONAL = "national"  # the head of "the Dorvalian"


@dataclass(frozen=True, slots=True)
class Reference:
    """What a source phrase refers to.

    Attributes:
        kind: named, pronoun, description, anonymous or none.
        start: where the phrase begins, -1 for no source.
        mentions: the named actors (two or more for a conjunction).
        word: the pronoun, or the head noun of a description, lower case.
        modifiers: other words of a description, lower case.
        stands_for: the actor that the source speaks for.
        name: a name that no mention covers.
        body: what a possessive pronoun possesses ("her campaign").
        bare: whether a description has no article ("chief executive says").
        placed: its words for a place, lower case ("the Ohio governor").
    """

    kind: str
    start: int
    mentions: tuple[Named, ...] = ()
    word: str = ""
    modifiers: frozenset[str] = frozenset()
    stands_for: str | None = None
    name: str | None = None
    body: str = ""
    bare: bool = False
    placed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a source with brackets blanked out, and the mentions inside."""

    start: int
    words: str
    inside: list[Named]
    actors: Mapping[str, Actor]

    def before(self, mention: Named) -> str:
        """What stands before a mention."""
        return self.words[: mention.start - self.start]

    def after(self, mention: Named) -> str:
        """What stands behind a mention."""
        return self.words[mention.end - self.start :]

    def between(self, a: Named, b: Named) -> str:
        """What stands between two mentions."""
        return self.words[a.end - self.start : b.start - self.start]

    def written(self, mention: Named) -> str:
        """The words of a mention."""
        return self.words[mention.start - self.start : mention.end - self.start]
