"""What the text tells of an actor beside its names: "Mo Reyes, 42, a baker from Harwick"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import merge

from onrecord.speakers.model import Named

BEFORE = 6  # words before a name that may be its titles
BEHIND = 90  # characters of an apposition that are read
STOP = re.compile(r"[,.;:!?\"“”()\n—–]")
WORDS = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
APPOSED = re.compile(r"[,(—–]\s*([^.;:!?\"“”()\n—–]{2,90})")
IS = re.compile(r"\s(?:is|was|became|remains),?\s((?:an?|the|one)\s[^,.;:!?\"“”()\n]{2,60})")
# the apposition ends where its clause begins
APPOSED_ENDS = re.compile(
    r",\s(?:and|who|which|but|said|says|told|has|had|was|is)\b|\s(?:who|which|said)\b"
)
GENITIVE = re.compile(r"['’]s?$")


@dataclass(slots=True)
class Told:
    """Words, lower case, that stand with an actor's names.

    Attributes:
        before: words of titles before a name ("airline", "prosecutor").
        apposed: words of appositions ("a", "baker", "from", "harwick"; "42").
        equated: words of what it is said to be ("is the largest party").
        last: the last words before a name, where nothing stands between.
    """

    before: set[str] = field(default_factory=set)
    apposed: set[str] = field(default_factory=set)
    equated: set[str] = field(default_factory=set)
    last: set[str] = field(default_factory=set)


def tell(text: str, mentions: Sequence[Named]) -> dict[str, Told]:
    """What a text tells of each actor.

    Args:
        text: an article.
        mentions: its mentions, in text order.

    Returns:
        For every mentioned actor the words beside its names.

    >>> from onrecord.actors import Mention
    >>> text = "The baker Mo Reyes, 42, of Harwick."
    >>> told = tell(text, [Mention("Mo Reyes", "person", 10, 18)])["Mo Reyes"]
    >>> sorted(told.before), sorted(told.apposed)
    (['baker', 'the'], ['42', 'harwick', 'of'])
    """
    found: dict[str, Told] = {}
    end = 0
    for mention in mentions:
        told = found.setdefault(mention.actor, Told())
        lead = text[max(end, mention.start - 60) : mention.start]
        for stop in STOP.finditer(lead):
            lead_from = stop.end()
            lead = " " * lead_from + lead[lead_from:]
        words = [plain(word) for word in WORDS.findall(lead)[-BEFORE:]]
        told.before.update(words)
        if words and not lead[-1:].isalnum():
            told.last.add(words[-1])
        behind = APPOSED.match(text, mention.end)
        if behind is None and text[mention.end : mention.end + 1] == " ":
            behind = APPOSED.match(text, mention.end + 1)
        if behind:
            told.apposed.update(
                map(plain, WORDS.findall(APPOSED_ENDS.split(behind[1], maxsplit=1)[0]))
            )
        if equated := IS.match(text, mention.end):
            told.equated.update(map(plain, WORDS.findall(equated[1])))
        end = mention.end
    return found


class Beside:
    """Who has a word in the name or beside it, in the order in which they are first named."""

    def __init__(
        self,
        named: Mapping[str, Collection[str]] | None = None,
        told: Mapping[str, Told] | None = None,
    ) -> None:
        """Sort actors under their words.

        Args:
            named: words of each actor's names.
            told: words beside them, of the same actors in the same order.
        """
        self._actors = list(named or ())
        self._named: dict[str, list[int]] = {}
        self._told: dict[str, list[int]] = {}
        for number, name in enumerate(self._actors):
            for word in (named or {})[name]:
                self._named.setdefault(word, []).append(number)
            of = (told or {})[name]
            for word in {*(named or {})[name], *of.before, *of.apposed, *of.equated}:
                self._told.setdefault(word, []).append(number)

    def named(self, words: Collection[str]) -> Iterator[str]:
        """Those with one of some words in the name; some more than once."""
        found = merge(*(self._named.get(word, ()) for word in words))
        return (self._actors[number] for number in found)

    def told(self, word: str) -> Iterator[str]:
        """Those with a word in the name or beside it."""
        return (self._actors[number] for number in self._told.get(word, ()))


def plain(word: str) -> str:
    """A word in lower case, without the mark of a genitive."""
    return GENITIVE.sub("", word.lower())
