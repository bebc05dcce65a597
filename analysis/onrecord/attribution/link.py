"""Which source and which contents belong to which cue."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from onrecord.attribution.cues import KEPT, passive, verb
from onrecord.attribution.types import Draft

if TYPE_CHECKING:
    from onrecord.reader import Reading, Tagged
    from onrecord.segment import Sentence

# cues whose source follows: "according to the poll", "in the words of ..."
BEFORE_SOURCE = re.compile(r"(?:according to|per|in the (?:words|view|opinion) of)$", re.I)
RELATIVE = re.compile(r"(?:who|which|that)(?:['’]\w+)?$", re.I)
PARTICIPLE = re.compile(r"\w+ing\b[^.]*$")
SPEAKS = re.compile(r" to (?:have )?([a-z]+)")  # "is said to have asked": the subject did
HEARER = re.compile(r"\b(?:tell|told|ask|urg|remind|inform|assur|warn)(?:s|e|es|ed|ing)? $")
QUOTE = "“\"‘«„'`"
# the price of a pair; found on the train split of PolNeAR, gold spans
WORD = 0.08
FAR = 40
NEAR = 12  # spans looked at on each side
TOO_FAR = 7.0
ELSEWHERE = 10.0  # a source of another sentence, or one that is told
LINK = 1.5  # what a sure link of the reader takes off: it settles close calls


def link(text: str, sentences: Sequence[Sentence], reading: Reading) -> list[Draft]:
    """Join the reader's spans into attributions.

    Each cue takes the source, and each content the cue, that stands nearest when what lies
    between them is counted: another cue or source costs more than words do, a new sentence
    more again. Where the reader has scores for links they settle close calls; on the dev
    split of PolNeAR the price alone is as good as they are.

    Args:
        text: the article.
        sentences: its sentences.
        reading: its spans by role, in text order.

    Returns:
        One draft per cue, in text order, with or without a content. Contents that no cue
        claims are drafts of their own.
    """
    starts = [sentence.start for sentence in sentences]

    def where(at: int) -> int:
        return max(bisect_right(starts, at) - 1, 0)

    def paragraph(span: Tagged) -> int:
        return sentences[where(span.start)].paragraph if sentences else 0

    drafts: list[Draft] = []
    first = 0
    for _, group in groupby(reading.spans, key=paragraph):
        spans = list(group)
        seen = _Spans(
            text,
            spans,
            first,
            [span.role for span in spans],
            [where(span.start) for span in spans],
            [where(span.end - 1) for span in spans],
            reading.links,
        )
        drafts.extend(_paragraph(seen))
        first += len(spans)
    return drafts


class _Spans(NamedTuple):
    """The spans of one paragraph."""

    text: str
    spans: list[Tagged]
    first: int  # number of the first of them in the article
    roles: list[str]
    begins: list[int]  # number of the sentence in which each begins
    ends: list[int]  # and ends
    links: Mapping[tuple[int, int], float]

    def score(self, head: int, tail: int) -> float:
        """What the reader's link takes off the price."""
        if not self.links:
            return 0.0
        return LINK * self.links.get((self.first + head, self.first + tail), 0.0)


def _paragraph(seen: _Spans) -> list[Draft]:
    spans = seen.spans
    cues = [at for at, role in enumerate(seen.roles) if role == "cue"]
    sources = [at for at, role in enumerate(seen.roles) if role == "source"]
    drafts = {at: Draft(cue=[_span(spans[at])], scores=[spans[at].confidence]) for at in cues}
    loose: list[Draft] = []
    for at in cues:
        near = sources[bisect_left(sources, at - NEAR) : bisect_right(sources, at + NEAR)]
        price, best = min(
            [(_source_price(seen, at, source), source) for source in near],
            default=(math.inf, -1),
        )
        if price <= TOO_FAR:
            drafts[at].source.append(_span(spans[best]))
            drafts[at].scores.append(spans[best].confidence)
    for at, span in enumerate(spans):
        if span.role != "content":
            continue
        near = cues[bisect_left(cues, at - NEAR) : bisect_right(cues, at + NEAR)]
        price, cue = min(
            [(_content_price(seen, at, cue), cue) for cue in near], default=(math.inf, -1)
        )
        if price > TOO_FAR:
            loose.append(Draft(content=[_span(span)], scores=[span.confidence]))
            continue
        drafts[cue].content.append(_span(span))
        drafts[cue].scores.append(span.confidence)
    return sorted([*drafts.values(), *loose], key=lambda draft: draft.start)


def _source_price(seen: _Spans, cue: int, source: int) -> float:
    text, q, s = seen.text, seen.spans[cue], seen.spans[source]
    after = source > cue
    between = seen.roles[cue + 1 : source] if after else seen.roles[source + 1 : cue]
    price = _gap(text, q, s)
    price += ELSEWHERE * abs(seen.begins[cue] - seen.begins[source])
    if between:
        price += between.count("source") * 3.5
        price += between.count("cue") * (4.0 if after else 1.0)
        price += between.count("content") * (3.0 if after else 1.2)
    if not after and HEARER.search(text, max(s.start - 12, 0), s.start):
        price += ELSEWHERE
    if between and RELATIVE.match(text[s.start : s.end]):
        # "Orrin, who knew that it was late, said": the clause's verb is the nearest one
        joined = text[max(q.start - 5, 0) : q.start].strip().endswith(("and", "or", "but"))
        price += 0.0 if joined else 4.0
    words = text[q.start : q.end]
    if passive(words):
        speaks = SPEAKS.match(text, q.end)
        if not (speaks and verb(speaks[1])):
            by = after and text[max(s.start - 4, 0) : s.start].endswith("by ")
            price += 0.0 if by or words.endswith(" by") else 10.0
    if _before_source(words):
        price += 0.0 if after else 6.0
    elif after:
        price += 0.8
    return price - seen.score(cue, source)


@lru_cache(KEPT)
def _before_source(cue: str) -> bool:
    return BEFORE_SOURCE.search(cue) is not None


def _content_price(seen: _Spans, content: int, cue: int) -> float:
    text, c, q = seen.text, seen.spans[content], seen.spans[cue]
    after = content > cue
    between = seen.roles[cue + 1 : content] if after else seen.roles[content + 1 : cue]
    price = _gap(text, c, q)
    if between:
        price += between.count("source") * 0.4
        price += between.count("cue") * 3.0
        price += between.count("content") * 1.0
    steps = abs(seen.begins[cue] - (seen.begins if after else seen.ends)[content])
    price += steps * (2.5 if after else 4.0)
    if after and steps and seen.roles[cue + 1] == "content":
        price += 2.0  # a cue with a content of its own behind it
    if not after:
        price += 0.3
    elif (steps or between) and text[c.start] in QUOTE and PARTICIPLE.match(text[q.start : q.end]):
        # "she said, pointing to the map. “Here ...”": the quote goes on with "said"
        price += 4.0
    return price - seen.score(cue, content)


def _gap(text: str, one: Tagged, other: Tagged) -> float:
    low = one.end if one.end < other.end else other.end
    high = one.start if one.start > other.start else other.start
    return min(text.count(" ", low, high), FAR) * WORD if low < high else 0.0


def _span(tagged: Tagged) -> tuple[int, int]:
    return tagged.start, tagged.end
