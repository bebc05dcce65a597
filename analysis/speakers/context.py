"""What a reader has in mind at a place in the text: who was named lately, who spoke last."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from analysis.lexicon import Actor
from analysis.lexicon.tokens import WORD
from analysis.speakers.model import Attributed, Mentions, Named, Piece, Span
from analysis.speakers.words import PREPOSITIONS


@dataclass(slots=True)
class Last:
    """The attribution read last: its speakers (empty for an unnamed one) and where it stood."""

    names: tuple[str, ...]
    sentence: int
    plural: bool
    gender: str | None
    start: int
    affiliation: str | None = None


@dataclass(slots=True)
class Context:
    """An article with everything that resolving one source may look at."""

    text: str
    sentences: Sequence[Piece]
    mentions: Mentions
    actors: Mapping[str, Actor]
    starts: list[int] = field(default_factory=list)
    sentence_starts: list[int] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    subject: list[bool] = field(default_factory=list)
    said: list[Last] = field(default_factory=list)

    def sentence(self, at: int) -> int:
        """Number of the sentence that holds an offset."""
        return max(0, bisect_right(self.sentence_starts, at) - 1)

    def before(self, at: int, sentences: int) -> range:
        """Numbers of the mentions that end before an offset, at most so many sentences back."""
        first = max(0, self.sentence(at) - sentences)
        low = bisect_left(self.starts, self.sentence_starts[first]) if self.sentence_starts else 0
        return range(low, bisect_left(self.starts, at))


def build_context(
    text: str,
    sentences: Sequence[Piece],
    attributions: Sequence[Attributed],
    mentions: Mentions,
    actors: Mapping[str, Actor],
) -> Context:
    """Mark which mentions stand in quoted words and which are their clause's subject."""
    context = Context(text, sentences, mentions, actors)
    context.starts = [mention.start for mention in mentions]
    context.sentence_starts = [sentence.start for sentence in sentences]
    quotes = sorted(span for a in attributions if a.kind == "direct" for span in a.content)
    context.quoted = _inside(mentions, quotes)
    last_sentence = -1
    for number, mention in enumerate(mentions):
        at = context.sentence(mention.start)
        first = at != last_sentence
        quoted = context.quoted[number]
        context.subject.append(first and not quoted and not _object(text, mention, sentences, at))
        if not quoted and (context.subject[-1] or not first):
            last_sentence = at
    return context


def _inside(mentions: Mentions, spans: list[Span]) -> list[bool]:
    inside, k = [], 0
    for mention in mentions:
        while k < len(spans) and spans[k][1] <= mention.start:
            k += 1
        inside.append(k < len(spans) and spans[k][0] <= mention.start)
    return inside


def _object(text: str, mention: Named, sentences: Sequence[Piece], at: int) -> bool:
    if text[mention.end : mention.end + 2] in ("'s", "’s"):
        return True
    begin = sentences[at].start if sentences else 0
    before = WORD.findall(text[max(begin, mention.start - 60) : mention.start])
    while before and (before[-1][0].isupper() or before[-1] in ("the", "former")):
        before.pop()
    return bool(before) and before[-1].lower() in PREPOSITIONS
