"""Direct, indirect or mixed: how much of a content stands in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.attribution.quotes import Quotation
from onrecord.attribution.types import Span
from onrecord.attribution.words import OPENING, WORD

MARKS = "“\"‘'«„‹`"
# words of the narrator's before a mark that leave a quotation direct
LITTLE = re.compile(r"(?:that|and|but|only|then|just|simply)$", re.I)


def directness(
    text: str, content: Sequence[Span], quoted: Sequence[Quotation], start: int | None = None
) -> str:
    """Say how a content is quoted.

    Args:
        text: the article.
        content: spans of one attribution's content.
        quoted: all quotations of the article, in text order.
        start: where an attribution begins that stands inside another; a quotation that is
            open there is the outer one's. None for others.

    Returns:
        `direct` where all of it is quoted, `indirect` where none is, else `mixed`.

    >>> from onrecord.attribution.quotes import quotations
    >>> text = "He called it “a farce” and left."
    >>> [directness(text, [(start, 22)], quotations(text)) for start in (10, 13)]
    ['mixed', 'direct']
    >>> text = "“She says it is a farce,” he said."
    >>> directness(text, [(10, 23)], quotations(text), start=1)
    'indirect'
    """
    if start is not None and _open(start, quoted):
        return "direct" if all(text[begin] in OPENING for begin, _ in content) else "indirect"
    inside = outside = 0
    for begin, end in content:
        first = bisect_left(quoted, begin + 1, key=lambda quotation: quotation.end)
        if first == len(quoted) or quoted[first].start >= end:
            outside += 1
            continue
        for word in WORD.finditer(text, begin, end):
            while first < len(quoted) and quoted[first].end <= word.start():
                first += 1
            if first < len(quoted) and quoted[first].start <= word.start():
                inside += 1
            else:
                outside += not LITTLE.match(word[0])
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def _open(place: int, quoted: Sequence[Quotation]) -> bool:
    at = bisect_left(quoted, place, key=lambda quotation: quotation.start) - 1
    return at >= 0 and quoted[at].end > place
