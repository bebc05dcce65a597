"""Which source and which contents belong to which cue."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from analysis.attribution.cues import passive, verb
from analysis.attribution.types import Draft

if TYPE_CHECKING:
    from analysis.reader import Reading, Tagged
    from analysis.segment import Sentence

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

    def paragraph(item: tuple[int, Tagged]) -> int:
        return sentences[where(item[1].start)].paragraph if sentences else 0

    drafts: list[Draft] = []
    for _, group in groupby(enumerate(reading.spans), key=paragraph):
        drafts.extend(_paragraph(text, list(group), where, reading.links))
    return drafts


def _paragraph(text, items, where, links) -> list[Draft]:
    cues = [at for at, (_, span) in enumerate(items) if span.role == "cue"]
    drafts = {at: Draft(cue=[_span(items[at][1])], scores=[items[at][1].confidence]) for at in cues}
    loose: list[Draft] = []
    for at in cues:
        best = _best(text, items, at, "source", where, links)
        if best is not None:
            drafts[at].source.append(_span(items[best][1]))
            drafts[at].scores.append(items[best][1].confidence)
    for at, (_, span) in enumerate(items):
        if span.role != "content":
            continue
        near = cues[bisect_left(cues, at - NEAR) : bisect_right(cues, at + NEAR)]
        priced = ((_content_price(text, items, at, cue, where, links), cue) for cue in near)
        price, cue = min(priced, default=(math.inf, -1))
        if price > TOO_FAR:
            loose.append(Draft(content=[_span(span)], scores=[span.confidence]))
            continue
        drafts[cue].content.append(_span(span))
        drafts[cue].scores.append(span.confidence)
    return sorted([*drafts.values(), *loose], key=lambda draft: draft.start)


def _best(text, items, cue, role, where, links):
    near = range(max(cue - NEAR, 0), min(cue + NEAR + 1, len(items)))
    price, best = min(
        (
            (_source_price(text, items, cue, other, where, links), other)
            for other in near
            if items[other][1].role == role
        ),
        default=(math.inf, -1),
    )
    return best if price <= TOO_FAR else None


def _source_price(text, items, cue, source, where, links) -> float:
    (i, q), (j, s) = items[cue], items[source]
    after = source > cue
    between = [span.role for _, span in items[min(cue, source) + 1 : max(cue, source)]]
    price = _gap(text, q, s)
    price += ELSEWHERE * abs(where(q.start) - where(s.start))
    price += between.count("source") * 3.5
    price += between.count("cue") * (4.0 if after else 1.0)
    price += between.count("content") * (3.0 if after else 1.2)
    if not after and HEARER.search(text, max(s.start - 12, 0), s.start):
        price += ELSEWHERE
    if between and RELATIVE.match(text[s.start : s.end]):
        # "Orrin, who knew that it was late, said": the clause's verb is the nearest one
        joined = text[max(q.start - 5, 0) : q.start].strip().endswith(("and", "or", "but"))
        price += 0.0 if joined else 4.0
    speaks = SPEAKS.match(text, q.end)
    if passive(text[q.start : q.end]) and not (speaks and verb(speaks[1])):
        by = after and text[max(s.start - 4, 0) : s.start].endswith("by ")
        price += 0.0 if by or text[q.start : q.end].endswith(" by") else 10.0
    if BEFORE_SOURCE.search(text[q.start : q.end]):
        price += 0.0 if after else 6.0
    elif after:
        price += 0.8
    return price - _score(links, i, j)


def _content_price(text, items, content, cue, where, links) -> float:
    (i, c), (j, q) = items[content], items[cue]
    after = content > cue
    between = [span.role for _, span in items[min(cue, content) + 1 : max(cue, content)]]
    price = _gap(text, c, q)
    price += between.count("source") * 0.4
    price += between.count("cue") * 3.0
    price += between.count("content") * 1.0
    steps = abs(where(q.start) - where(c.start if after else c.end - 1))
    price += steps * (2.5 if after else 4.0)
    if after and steps and any(span.role == "content" for _, span in items[cue + 1 : cue + 2]):
        price += 2.0  # a cue with a content of its own behind it
    if not after:
        price += 0.3
    elif (steps or between) and text[c.start] in QUOTE and PARTICIPLE.match(text[q.start : q.end]):
        # "she said, pointing to the map. “Here ...”": the quote goes on with "said"
        price += 4.0
    return price - _score(links, j, i)


def _gap(text: str, one: Tagged, other: Tagged) -> float:
    low, high = min(one.end, other.end), max(one.start, other.start)
    return min(text.count(" ", low, high), FAR) * WORD if low < high else 0.0


def _score(links, head: int, tail: int) -> float:
    return LINK * links.get((head, tail), 0.0) if links else 0.0


def _span(tagged: Tagged) -> tuple[int, int]:
    return tagged.start, tagged.end
