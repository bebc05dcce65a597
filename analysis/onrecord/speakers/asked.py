"""One attribution as the question whose words they are: what its source looks like."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from onrecord.lexicon.words import FIRST, HE, IT, SHE, THEY, WHO
from onrecord.speakers.context import Context
from onrecord.speakers.head import Head, head
from onrecord.speakers.model import Attributed, Named, Span
from onrecord.speakers.phrase import Reference
from onrecord.speakers.source import BRACKETS, read_source, source_span

CLASSES = {"he": HE, "she": SHE, "they": THEY, "it": IT, "first": FIRST, "who": WHO}
CAPITALS = re.compile(r"\b[A-Z][\w&’'.-]*")
NUMBER = re.compile(r"\b\d{1,3}\b")
MORE = 2  # words beside a name in a source of which the network learnt whose words they are


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of one attribution before anybody is considered.

    Attributes:
        attribution: the attribution.
        reference: its source as read by rules.
        start, end: the source; -1 where there is none.
        place: where to look back from: the source, else the cue or content.
        words: the source with brackets blanked out.
        inside: mentions in the source.
        head: its head noun.
        pronoun: class of a pronoun that it is ("he"), or of the one that owns it ("his wife").
        owned: whether the pronoun only owns.
        capitals: its capitalised words, lower case.
        numbers: its numbers ("the 42-year-old").
        cue: the cue in lower case.
        outer: index of the attribution whose content holds it, or None.
    """

    attribution: Attributed
    reference: Reference
    start: int
    end: int
    place: int
    words: str
    inside: tuple[Named, ...]
    head: Head
    pronoun: str
    owned: bool
    capitals: frozenset[str]
    numbers: frozenset[str]
    cue: str
    outer: int | None

    @property
    def described(self) -> bool:
        """Whether the source is several words and none is a name: "the magistrate"."""
        several = self.start >= 0 and " " in self.words.strip(" ,.:")
        return several and not self.inside

    @property
    def bare(self) -> bool:
        """Whether the source is a name with at most one word beside it, as "Mr. Lund"."""
        longest = max(
            (self.words[m.start - self.start : m.end - self.start] for m in self.inside),
            key=len,
            default="",
        )
        return bool(longest) and len(self.words.split()) - len(longest.split()) < MORE


def ask(context: Context, attribution: Attributed, outer: int | None) -> Asked:
    """Look at one attribution.

    Args:
        context: its article.
        attribution: the attribution.
        outer: index of the attribution whose content holds it, or None.
    """
    text, mentions, starts = context.text, context.mentions, context.starts
    reference = read_source(text, attribution, mentions, starts, context.actors)
    start, end = source_span(text, attribution, mentions, starts) or (-1, -1)
    words = BRACKETS.sub(lambda found: " " * len(found[0]), text[start:end]) if start >= 0 else ""
    first = (
        words.lower().strip(" \"“‘'(").split(" ", 1)[0].split("'")[0].split("’")[0].strip(",.:;")
    )
    pronoun = next((name for name, group in CLASSES.items() if first in group), "")
    if first == "that" and " " in words.strip():
        pronoun = ""
    return Asked(
        attribution,
        reference,
        start,
        end,
        start if start >= 0 else place(attribution),
        words,
        tuple(_inside(context, start, end)) if start >= 0 else (),
        head(words),
        pronoun,
        bool(pronoun) and " " in words.strip(" ,.:"),
        frozenset(word.lower().rstrip(".'’") for word in CAPITALS.findall(words)),
        frozenset(NUMBER.findall(words)),
        " ".join(text[s:e] for s, e in attribution.cue).lower(),
        outer,
    )


def place(attribution: Attributed) -> int:
    """Where an attribution stands: its source, else its cue, else its content."""
    spans: tuple[Span, ...] = attribution.source or attribution.cue or attribution.content
    return min(start for start, _ in spans) if spans else 0


def _inside(context: Context, start: int, end: int) -> list[Named]:
    first = bisect_left(context.starts, start)
    last = bisect_left(context.starts, end, first)
    return list(context.mentions[first:last])
