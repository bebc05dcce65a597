"""What a reader has in mind at a place in the text: who was named lately, who spoke last."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.lexicon import Actor
from onrecord.speakers.model import Mentions, Named, Piece, Span
from onrecord.speakers.office import office
from onrecord.speakers.said import Last, Said
from onrecord.speakers.told import Beside, Told

OWN_WORDS = re.compile(
    r"['’]s (?:own )?(?:account|reckoning|telling|view|words|admission|estimate)\b"
)
MOST = 200  # mentions before a place that a reader has in mind, where a sentence never ends
OPENING = 60  # characters in which words name whom they are about


@dataclass(slots=True)
class Context:
    """An article with everything that resolving one source may look at.

    Attributes:
        quoted: per mention, whether it stands in quoted words.
        subject: per mention, whether it is what its sentence is about.
        clock: per sentence, how many sentences of the narrator's came before.
        topics: sentences that open with a description: (start, end) of the description.
        said: the attributions resolved so far, in text order.
        told: words that stand with each actor's names.
        named: words of each actor's names.
        beside: who has which of these words.
        offices: see `office_words`.
        shifted: what was found last of whether a sentence was about somebody else: a place, who
            spoke before it, the answer.
        learned: offices that descriptions gave to people, by name.
        heads: actors by the last word of their roles.
        first: where each actor is first named.
        authors: lines that tell of an author, see `signed`; None until one is asked for.
    """

    text: str
    sentences: Sequence[Piece]
    mentions: Mentions
    actors: Mapping[str, Actor]
    starts: list[int] = field(default_factory=list)
    sentence_starts: list[int] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    subject: list[bool] = field(default_factory=list)
    clock: list[int] = field(default_factory=list)
    topics: dict[int, Span] = field(default_factory=dict)
    said: Said = field(default_factory=Said)
    learned: dict[str, tuple[str, ...]] = field(default_factory=dict)
    heads: dict[str, list[str]] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    by_actor: dict[str, list[int]] = field(default_factory=dict)
    told: dict[str, Told] = field(default_factory=dict)
    headline: frozenset[str] = frozenset()
    named: dict[str, frozenset[str]] = field(default_factory=dict)
    rank: dict[str, int] = field(default_factory=dict)
    beside: Beside = field(default_factory=Beside)
    offices: dict[str, frozenset[str]] = field(default_factory=dict)
    shifted: tuple[int, Last, bool] | None = None
    authors: list[tuple[int, str, str]] | None = None

    def sentence(self, at: int) -> int:
        """Number of the sentence that holds an offset."""
        return max(0, bisect_right(self.sentence_starts, at) - 1)

    def office_words(self, name: str) -> frozenset[str]:
        """Words beside an actor and of its roles, offices under one word each."""
        if name not in self.offices:
            told, actor = self.told.get(name), self.actors.get(name)
            known = set() if told is None else told.before | told.apposed | told.equated
            for role in () if actor is None else actor.roles:
                known.update(role.lower().replace(".", "").split())
            self.offices[name] = frozenset(office(word) for word in known)
        return self.offices[name]

    def owned(self, number: int) -> bool:
        """Whether "'s" follows mention `number`."""
        return self.possessed(self.mentions[number])

    def possessed(self, mention: Named) -> bool:
        """Whether "'s" follows a mention."""
        return self.text[mention.end : mention.end + 2] in ("'s", "’s")

    def opens(self, start: int, mention: Named) -> bool:
        """Whether words that begin at an offset are soon about a mention."""
        return mention.start - start < OPENING and not self.possessed(mention)

    def back(self, at: int, earlier: int) -> int:
        """How many of the narrator's sentences lie between two offsets."""
        if not self.clock:
            return 0
        return self.clock[self.sentence(at)] - self.clock[self.sentence(earlier)]

    def before(self, at: int, sentences: int) -> range:
        """Numbers of the mentions before an offset, at most so many narrator's sentences back.

        Of these the last `MOST`.
        """
        if not self.clock:
            return range(0)
        here = self.sentence(at)
        first = bisect_left(self.clock, self.clock[here] - sentences, 0, here + 1)
        low = bisect_left(self.starts, self.sentence_starts[first])
        high = bisect_left(self.starts, at)
        return range(max(low, high - MOST), high)


def spoken_by(text: str, mention: Named) -> bool:
    """Whether the words are a person's: "by Lund's own account", "in Lund's words"."""
    if mention.actor_type != "person" or not OWN_WORDS.match(text, mention.end):
        return False
    before = text[max(0, mention.start - 24) : mention.start].split()
    return not {"by", "in", "to"}.isdisjoint(before[-2:])
