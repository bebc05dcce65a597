"""Direct, indirect or mixed: how much of a content stands in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from analysis.attribution.quotes import Quotation
from analysis.attribution.types import Span

WORD = re.compile(r"\w+(?:['’]\w+)*")
ALL = 0.85  # a direct quote may lack a word or two at its edges


def kind(text: str, content: Sequence[Span], quoted: Sequence[Quotation]) -> str:
    """Say how a content is quoted.

    Args:
        text: the article.
        content: spans of one attribution's content.
        quoted: all quotations of the article, in text order.

    Returns:
        `direct` where all of it is quoted, `indirect` where none is, else `mixed`.

    >>> from analysis.attribution.quotes import quotations
    >>> text = "He called it “a farce” and left."
    >>> kind(text, [(10, 22)], quotations(text)), kind(text, [(13, 22)], quotations(text))
    ('mixed', 'direct')
    """
    words = inside = 0
    for start, end in content:
        first = bisect_left(quoted, start + 1, key=lambda quotation: quotation.end)
        if first == len(quoted) or quoted[first].start >= end:
            words += len(WORD.findall(text, start, end))
            continue
        for word in WORD.finditer(text, start, end):
            words += 1
            while first < len(quoted) and quoted[first].end <= word.start():
                first += 1
            if first < len(quoted) and quoted[first].start <= word.start():
                inside += 1
    if not inside:
        return "indirect"
    return "direct" if inside >= ALL * words else "mixed"
