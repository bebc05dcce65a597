"""Contents that stand apart from their cue: not quoted, and with words of others between."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.attribution.quotes import Quotation
from onrecord.attribution.types import Draft, Span

if TYPE_CHECKING:
    from onrecord.segment import Sentence

# "threaten to strike as talks begin": a headline's second clause
AS = re.compile(
    r" as (?!(?:a|an|the|if|well|much|many|it|its|his|her)\b)(?:[\w’'-]+ ){1,4}?"
    r"(?:is|are|[a-z]+[^s\W]s|enter|begin|loom|near|start|open|end|set)\b"
)
GAP = 1  # words between a content and the nearest span of its attribution, at most


def detach(
    text: str, sentences: Sequence[Sentence], drafts: Sequence[Draft], quoted: Sequence[Quotation]
) -> None:
    """Take from attributions the contents that are not theirs.

    Quotations go on in other sentences. Reported speech does not: a content without marks in
    another sentence than its cue, or before the cue with other words between them although
    the cue has a content of its own, was only the nearest that the reader found.

    Args:
        text: the article.
        sentences: its sentences.
        drafts: attributions in the making; changed in place.
        quoted: all quotations of the article, in text order.
    """
    bounds = [sentence.start for sentence in sentences]
    for draft in drafts:
        if not draft.cue or draft.spoken:
            continue
        at = min(draft.cue)[0]
        home = bisect_right(bounds, at) - 1
        draft.content = [_cut(text, span, sentences, bounds, quoted) for span in draft.content]
        kept = [
            span
            for span in draft.content
            if _quoted(span, quoted)
            or (
                bisect_right(bounds, span[0]) - 1 == home
                and (span[0] > at or not draft.source or _beside(text, draft, span))
            )
        ]
        if len(kept) < len(draft.content):
            draft.content = kept


def _cut(
    text: str,
    span: Span,
    sentences: Sequence[Sentence],
    bounds: Sequence[int],
    quoted: Sequence[Quotation],
) -> Span:
    """A content ends with its sentence, save where a quotation runs on."""
    start, end = span
    at = bisect_right(bounds, start) - 1
    if at >= 0 and sentences[at].role in ("headline", "heading"):
        as_it = AS.search(text, start, end)
        if as_it and not _quoted(span, quoted):
            return start, as_it.start()
    for number in range(bisect_right(bounds, start), len(bounds)):
        stop = bounds[number]
        if stop >= end:
            break
        at = bisect_left(quoted, stop, key=lambda quotation: quotation.start) - 1
        if at < 0 or quoted[at].end <= stop:
            return start, sentences[number - 1].end
    return span


def _quoted(span: Span, quoted: Sequence[Quotation]) -> bool:
    """Whether a content begins or ends in a quotation."""
    for place in (span[0] + 1, span[1] - 1):
        at = bisect_right(quoted, place, key=lambda quotation: quotation.start) - 1
        if at >= 0 and quoted[at].end > place:
            return True
    return False


def _beside(text: str, draft: Draft, span: Span) -> bool:
    """Whether at most a word lies between a content and what follows it of its attribution."""
    if not any(other[0] > min(draft.cue)[0] for other in draft.content):
        return True
    after = [start for start, _ in draft.source + draft.cue + draft.content if start >= span[1]]
    return not after or len(text[span[1] : min(after)].split()) <= GAP
