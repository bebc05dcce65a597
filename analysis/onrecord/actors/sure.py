"""Which of the names that the reader finds are taken."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.actors.model import Span
from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.tokens import names_nobody

SURE = 0.7  # chance from which a name that the rules do not know is taken from the reader
FAINT, OFTEN = 0.3, 1.0  # or from which it is, if the chances of all places add up to so much
WHOLE = 0.4  # or from which several words, each with a capital, are
SPOKEN = 0.3  # or from which it is where somebody speaks: a source has a name more often
BACK = 3  # sources that begin before a name and may hold it: they lie in one another seldom
THE = re.compile(r"\b[Tt]he (?:[a-z\d][\w-]* ){0,2}$")
BEINGS = ("person", "organisation", "group")


def sure(text: str, read: Iterable[Span], sources: Sequence[tuple[int, int]]) -> list[Span]:
    """Names that the reader is sure of, those that it often finds, and those of a source.

    Args:
        text: the article.
        read: names that the reader finds.
        sources: where somebody speaks, in order.
    """
    sums: dict[str, float] = defaultdict(float)
    best: dict[str, float] = defaultdict(float)
    spoken: set[str] = set()
    read = [name for name in read if _may_name(text, name) and not from_somewhere(text, name)]
    for name in read:
        written = text[name.start : name.end]
        sums[written] += name.probability
        best[written] = max(best[written], name.probability)
        plain = " " not in written and written.endswith("s") and _opens(text, name.start)
        if (
            name.probability >= SPOKEN
            and name.type in BEINGS
            and not plain
            and _inside(name, sources)
        ):
            spoken.add(written)
    found = []
    for name in read:
        written = text[name.start : name.end]
        often = sums[written] >= OFTEN and sums[written] > best[written]
        capital = written[:1].isupper()
        if (
            name.probability >= SURE
            or (name.probability >= WHOLE and name.type in BEINGS and _several(written))
            or (name.probability >= FAINT and often and capital)
            or (name.probability >= SPOKEN and written in spoken and capital)
        ):
            found.append(name)
    return found


def _may_name(text: str, name: Span) -> bool:
    """Whether words are written as a name is: not "fund's press office", "Polish MEPs"."""
    written = text[name.start : name.end]
    last = written.split()[-1:]
    if last and names_nobody(last[0]):
        return False
    return not written.islower() or any(letter.isdigit() for letter in written)


def from_somewhere(text: str, name: Span) -> bool:
    """Whether a word says where one person is from: "the Scot", "the 34-year-old Scot"."""
    last = text[name.start : name.end].split()[-1:]
    if not last or last[0] not in v.DEMONYMS:
        return False
    at = name.end - len(last[0])
    return THE.search(text, max(at - 40, 0), at) is not None


def _opens(text: str, start: int) -> bool:
    """Whether a word opens a sentence, where any word has a capital: "Negotiators said"."""
    before = text[max(start - 3, 0) : start].rstrip(" ")
    return not before or before[-1] in '.!?\n"“‘’”:'


def _inside(name: Span, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a name stands in one of some spans, which are in order."""
    at = bisect_right(spans, name.start, key=lambda span: span[0])
    return any(name.end <= end for _, end in spans[max(at - BACK, 0) : at])


def _several(written: str) -> bool:
    """Whether words are a name of several parts: "Ostwind Freight", "Clinic of Rautal".

    >>> _several("Ostwind Freight"), _several("Norlandian parliament"), _several("Ostwind")
    (True, False, False)
    """
    words = written.split()
    return len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper()
