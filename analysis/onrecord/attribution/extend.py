"""Quotes that go on: in the next sentence or paragraph, without a cue of their own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.attribution.quotes import Quotation
from onrecord.attribution.types import Draft, Span

if TYPE_CHECKING:
    from onrecord.segment import Sentence

WORD = re.compile(r"\w+(?:['’]\w+)*")
FINISHED = re.compile(r"[.!?…,—–-]['’\"”»]*$")
FEW = 3  # a quotation of fewer words is a title, a nickname or a scare quote


def carry_on(
    text: str, sentences: Sequence[Sentence], drafts: list[Draft], quoted: Sequence[Quotation]
) -> list[Draft]:
    """Give quoted sentences that nothing claims to the attribution that they continue.

    A quotation goes on where it stands as a sentence of its own right after an attribution,
    in the same paragraph or at the start of the next; where an earlier paragraph left its
    quotation open; and where the next paragraph takes an open quotation up.

    Args:
        text: the article.
        sentences: its sentences.
        drafts: attributions in the making, contents without source and cue among them.
        quoted: all quotations of the article, in text order.

    Returns:
        The drafts, some with more contents, in text order. Contents that nobody claims stay
        only where they are quoted sentences.
    """
    page = _Page(text, sentences)
    owned = [draft for draft in drafts if draft.source or draft.cue]
    loose = [draft for draft in drafts if not (draft.source or draft.cue)]
    owned.sort(key=lambda draft: draft.start)
    waiting = {span: score for d in loose for span, score in zip(d.content, d.scores, strict=True)}
    holders = _holders(owned)
    waiting = {span: score for span, score in waiting.items() if not _holder(holders, span)}
    for group in _chains(page, quoted):
        spans = [(quotation.start, quotation.end) for quotation in group]
        holder = next((h for span in spans if (h := _holder(holders, span))), None)
        free = [span for span in spans if not _holder(holders, span)]
        if holder is None and page.whole(spans):
            holder = _before(page, owned, spans[0])
        if holder is None:
            continue
        for span in free:
            if len(spans) > 1 or page.whole([span]):
                inside = [w for w in waiting if w[0] < span[1] and w[1] > span[0]]
                holder.content.append(span)
                holder.scores.append(max((waiting.pop(w) for w in inside), default=0.5))
    starts = {quotation.start for quotation in quoted}
    rest = [
        Draft(content=[span], scores=[score])
        for span, score in sorted(waiting.items())
        if span[0] in starts and page.whole([span])
    ]
    return sorted(owned + rest, key=lambda draft: draft.start)


class _Page:
    """Sentences and paragraphs by offset."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.sentences = sentences
        self.starts = [sentence.start for sentence in sentences]

    def at(self, offset: int) -> int:
        return max(bisect_right(self.starts, offset) - 1, 0)

    def paragraph(self, offset: int) -> int:
        return self.sentences[self.at(offset)].paragraph if self.sentences else 0

    def body(self, offset: int) -> bool:
        return bool(self.sentences) and self.sentences[self.at(offset)].role == "body"

    def whole(self, spans: Sequence[Span]) -> bool:
        """Whether quotations stand as sentences of their own, not as words in one."""
        start, end = spans[0][0], spans[-1][1]
        if not self.body(start):
            return False
        opens = self.text[self.sentences[self.at(start)].start : start].strip() == ""
        words = sum(1 for _ in WORD.finditer(self.text, start, end))
        closes = FINISHED.search(self.text[max(start, end - 4) : end])
        return opens and words >= FEW and bool(closes)


def _chains(page: _Page, quoted: Sequence[Quotation]) -> list[list[Quotation]]:
    """Quotations in groups: an open one and those that take it up, paragraph by paragraph."""
    groups: list[list[Quotation]] = []
    for quotation in quoted:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and not last.closed
            and page.paragraph(quotation.start) == page.paragraph(last.start) + 1
            and not page.text[last.end : quotation.start].strip()
        ):
            groups[-1].append(quotation)
        else:
            groups.append([quotation])
    return groups


def _before(page: _Page, owned: Sequence[Draft], span: Span) -> Draft | None:
    """The attribution that ends right before a quotation."""
    at = bisect_left(owned, span[0], key=lambda draft: draft.start) - 1
    near = [(_end(draft), draft) for draft in owned[max(at - 3, 0) : at + 1]]
    near = [row for row in near if row[0] <= span[0]]
    if not near:
        return None
    last = page.at(max(end for end, _ in near) - 1)
    if page.at(span[0]) - last > 1 or not page.body(page.starts[last]):
        return None
    # in "“Here it ends,” she said, pointing to the map" it is what she said that goes on
    near = [row for row in near if page.at(row[0] - 1) == last]
    end, draft = max(near, key=lambda row: (_spoken(page.text, row[1]), row[0]))
    if page.paragraph(end - 1) == page.paragraph(span[0]):
        return draft if draft.content or draft.source else None
    # across paragraphs only speech goes on, or what a colon announces
    announced = not draft.content and page.text[end - 1 : span[0]].rstrip()[-1:] == ":"
    return draft if _spoken(page.text, draft) or announced else None


def _end(draft: Draft) -> int:
    return max(end for _, end in draft.source + draft.cue + draft.content)


def _spoken(text: str, draft: Draft) -> bool:
    """Whether some of its content opens with a quotation mark."""
    return any(text[start] in "“\"'‘«„”`" for start, _ in draft.content)


def _holders(owned: Sequence[Draft]) -> tuple[list[int], list[int], list[Draft]]:
    rows = sorted(
        ((start, end, at) for at, draft in enumerate(owned) for start, end in draft.content)
    )
    return [row[0] for row in rows], [row[1] for row in rows], [owned[row[2]] for row in rows]


def _holder(holders: tuple[list[int], list[int], list[Draft]], span: Span) -> Draft | None:
    """The draft that holds some of a span in its content."""
    starts, ends, drafts = holders
    at = bisect_right(starts, span[1] - 1) - 1
    return drafts[at] if at >= 0 and ends[at] > span[0] else None
