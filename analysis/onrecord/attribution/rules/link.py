"""Which source and which contents belong to which cue."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from onrecord.attribution.cues import KEPT, passive, verb
from onrecord.attribution.page import Page
from onrecord.attribution.types import Draft, Span
from onrecord.attribution.words import OPENING

# cues whose source follows: "according to the poll", "in the words of ..."
BEFORE_SOURCE = re.compile(r"(?:according to|per|in the (?:words|view|opinion) of)$", re.I)
PRONOUN = re.compile(r"(?:who|which|that)(?:['’]\w+)?$", re.I)
PARTICIPLE = re.compile(r"\w+ing\b[^.]*$")
SPEAKS = re.compile(r" to (?:have )?([a-z]+)")  # "is said to have asked": the subject did
# what stands before whom one speaks to
TELLING = re.compile(r"\b(?:tell|told|ask|urg|remind|inform|assur|warn)(?:s|e|es|ed|ing)? $")
# the price of a pair; found on the train split of PolNeAR, gold spans
A_WORD = 0.08
FAR = 40
NEAR = 12  # spans looked at on each side
TOO_FAR = 7.0
ELSEWHERE = 10.0  # a source of another sentence, or one that is told
LINK = 1.5  # what a sure link of the reader takes off: it settles close calls


def link(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Join spans into attributions: one for each cue, with its source and its contents.

    Each cue takes the source, and each content the cue, that stands nearest when what lies
    between them is counted: another cue or source costs more than words do, a new sentence
    more again. Where the reader has scores for links they settle close calls; on the dev
    split of PolNeAR the price alone is as good as they are. Contents that no cue claims stay
    drafts of their own.

    Before:
        {C:“It is safe,”} {Q:said} {S:Hugo Lind}, while {S:Orrin} {Q:warned} {C:of ice}.
    After:
        {C1:“It is safe,”} {Q1:said} {S1:Hugo Lind}, while {S2:Orrin} {Q2:warned} {C2:of ice}.
    """
    sure = page.reading.spans
    number = {(span.role, (span.start, span.end)): at for at, span in enumerate(sure)}
    made: list[Draft] = []
    for _, group in groupby(drafts, key=lambda draft: page.paragraph_at(draft.start)):
        parts = [_part(draft) for draft in group]
        seen = _Spans(
            page.text,
            [part.role for part in parts],
            [part.span for part in parts],
            [part.score for part in parts],
            [page.at(part.span[0]) for part in parts],
            [page.at(part.span[1] - 1) for part in parts],
            [number.get((part.role, part.span), -1) for part in parts],
            page.reading.links,
        )
        made.extend(_paragraph(seen))
    return made


class _Part(NamedTuple):
    """One span before it is linked."""

    role: str
    span: Span
    score: float


def _part(draft: Draft) -> _Part:
    role = "source" if draft.source else "cue" if draft.cue else "content"
    return _Part(role, draft.spans[0], draft.scores[0])


class _Spans(NamedTuple):
    """The spans of one paragraph."""

    text: str
    roles: list[str]
    spans: list[Span]
    scores: list[float]
    begins: list[int]  # number of the sentence in which each begins
    ends: list[int]  # and ends
    numbers: list[int]  # in the reading; -1 for those of which it was not sure
    links: Mapping[tuple[int, int], float]

    def score(self, head: int, tail: int) -> float:
        """What the reader's link takes off the price."""
        if not self.links:
            return 0.0
        return LINK * self.links.get((self.numbers[head], self.numbers[tail]), 0.0)


def _paragraph(seen: _Spans) -> list[Draft]:
    spans, scores = seen.spans, seen.scores
    cues = [at for at, role in enumerate(seen.roles) if role == "cue"]
    sources = [at for at, role in enumerate(seen.roles) if role == "source"]
    drafts = {at: Draft.of("cue", spans[at], scores[at]) for at in cues}
    loose: list[Draft] = []
    for at in cues:
        near = sources[bisect_left(sources, at - NEAR) : bisect_right(sources, at + NEAR)]
        price, best = min(
            [(_source_price(seen, at, source), source) for source in near],
            default=(math.inf, -1),
        )
        if price <= TOO_FAR:
            drafts[at].give("source", spans[best], scores[best])
    for at in (at for at, role in enumerate(seen.roles) if role == "content"):
        near = cues[bisect_left(cues, at - NEAR) : bisect_right(cues, at + NEAR)]
        price, cue = min(
            [(_content_price(seen, at, cue), cue) for cue in near], default=(math.inf, -1)
        )
        if price > TOO_FAR:
            loose.append(Draft.of("content", spans[at], scores[at]))
        else:
            drafts[cue].give("content", spans[at], scores[at])
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
    if not after and TELLING.search(text, max(s[0] - 12, 0), s[0]):
        price += ELSEWHERE
    if between and PRONOUN.match(text[s[0] : s[1]]):
        # "Orrin, who knew that it was late, said": the clause's verb is the nearest one
        joined = text[max(q[0] - 5, 0) : q[0]].strip().endswith(("and", "or", "but"))
        price += 0.0 if joined else 4.0
    words = text[q[0] : q[1]]
    if passive(words):
        speaks = SPEAKS.match(text, q[1])
        if not (speaks and verb(speaks[1])):
            by = after and text[max(s[0] - 4, 0) : s[0]].endswith("by ")
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
    elif (steps or between) and text[c[0]] in OPENING and PARTICIPLE.match(text[q[0] : q[1]]):
        # "she said, pointing to the map. “Here ...”": the quote goes on with "said"
        price += 4.0
    return price - seen.score(cue, content)


def _gap(text: str, one: Span, other: Span) -> float:
    low, high = min(one[1], other[1]), max(one[0], other[0])
    return min(text.count(" ", low, high), FAR) * A_WORD if low < high else 0.0
