"""Names that rules find and names that the reader finds, joined to one list."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.actors.folded import Key, fold
from onrecord.actors.model import Span
from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.tokens import names_nobody

SURE = 0.7  # chance from which a name that the rules do not know is taken from the reader
FAINT, OFTEN = 0.3, 1.0  # or from which it is, if the chances of all places add up to so much
WHOLE = 0.4  # or from which several words, each with a capital, are
SPOKEN = 0.3  # or from which it is where somebody speaks: a source has a name more often
CERTAIN = 0.95  # from which the reader's longer name is taken, where rules find part of it
MORE = 0.3  # votes by which the reader must be ahead to change what a rule took for a person
BACK = 3  # sources that begin before a name and may hold it: they lie in one another seldom
HANGING = (" of ", " & ", "s' ", "s’ ")
THE = re.compile(r"\b[Tt]he (?:[a-z\d][\w-]* ){0,2}$")
BEINGS = ("person", "organisation", "group")
PLACES = ("country", "region", "place")


Spanned = TypeVar("Spanned", bound=Span)


@dataclass(frozen=True, slots=True)
class Agreed:
    """A name of both: the name is `text[start:end]`."""

    start: int
    end: int
    type: str
    probability: float


def joined(
    text: str,
    by_rules: Sequence[Span],
    by_reader: Iterable[Span],
    sources: Sequence[tuple[int, int]] = (),
) -> list[Agreed]:
    """The names of a text, in its order.

    Where rules find a name they say where it begins and ends. One word that they take for a
    person is what the reader mostly takes it for in this text; names that rules do not know come
    from the reader where it is sure. On articles of other newsrooms than it learnt from the rules
    alone have F1 84.8 of span and type, the reader alone 75.5, both together 89.3
    (`benchmarks/names.py`, world).

    Args:
        text: the article.
        by_rules: names that rules find.
        by_reader: names that the reader finds.
        sources: where somebody speaks.

    >>> rules = [Agreed(0, 6, "person", 1.0)]
    >>> reader = [Agreed(0, 6, "organisation", 0.9), Agreed(12, 19, "person", 0.8)]
    >>> [(name.start, name.type) for name in joined("Norvox sued Ida Roe", rules, reader)]
    [(0, 'organisation'), (12, 'person')]
    """
    by_rules = [n for n in by_rules if n.type != "person" or not _from_somewhere(text, n)]
    read = [_firm(text, name) for name in by_reader]
    votes: dict[Key, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in read:
        votes[_key(text, name)][name.type] += name.probability
    sure = _sure(text, read, sources)
    surnames = _surnames(text, [*by_rules, *sure])
    found = []
    for name in by_rules:
        if not any(_holds(text, each, name) for each in near(sure, name.start, name.end)):
            kind = _type(votes.get(_key(text, name)), text, name)
            if text[name.start : name.end] in surnames:
                kind = "person"
            found.append(Agreed(name.start, name.end, kind, 1.0))
    for name in sure:
        if not near(by_rules, name.start, name.end) or any(
            _holds(text, name, each) for each in near(by_rules, name.start, name.end)
        ):
            of = votes[_key(text, name)]
            beings = [kind for kind in BEINGS if kind in of]
            kind = max(beings, key=lambda kind: of[kind]) if name.type in BEINGS else name.type
            if text[name.start : name.end] in surnames:
                kind = "person"
            found.append(Agreed(name.start, name.end, kind, name.probability))
    return sorted(found, key=lambda name: name.start)


def _firm(text: str, name: Span) -> Span:
    """A name, a firm's if it joins two by "&", as nobody writes one person's."""
    if name.type != "person" or " & " not in text[name.start : name.end]:
        return name
    return Agreed(name.start, name.end, "organisation", name.probability)


def _sure(text: str, read: Sequence[Span], sources: Sequence[tuple[int, int]]) -> list[Span]:
    """Names that the reader is sure of, those that it often finds, and those of a source."""
    sums: dict[str, float] = defaultdict(float)
    best: dict[str, float] = defaultdict(float)
    spoken: set[str] = set()
    read = [name for name in read if _may_name(text, name) and not _from_somewhere(text, name)]
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


def _from_somewhere(text: str, name: Span) -> bool:
    """Whether a word says where one person is from: "the Scot", "the 34-year-old Scot"."""
    last = text[name.start : name.end].split()[-1:]
    if not last or last[0] not in v.DEMONYMS:
        return False
    at = name.end - len(last[0])
    return THE.search(text, max(at - 40, 0), at) is not None


def _surnames(text: str, names: Sequence[Span]) -> set[str]:
    """Last names of people in capitals, as transcripts write who speaks: "ORLEC: We will sign"."""
    people = [text[name.start : name.end].split() for name in names if name.type == "person"]
    return {words[-1].upper() for words in people if len(words) > 1 and len(words[-1]) > 2}


def _opens(text: str, start: int) -> bool:
    """Whether a word opens a sentence, where any word has a capital: "Negotiators said"."""
    before = text[max(start - 3, 0) : start].rstrip(" ")
    return not before or before[-1] in '.!?\n"“‘’”:'


def _inside(name: Span, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a name stands in one of some spans, which are in order."""
    at = bisect_right(spans, name.start, key=lambda span: span[0])
    return any(name.end <= end for _, end in spans[max(at - BACK, 0) : at])


def near(names: Sequence[Spanned], start: int, end: int) -> Sequence[Spanned]:
    """Names, in order and apart, that touch `start` to `end`."""
    first = bisect_right(names, start, key=lambda name: name.end)
    return names[first : bisect_left(names, end, key=lambda name: name.start)]


def _holds(text: str, longer: Span, name: Span) -> bool:
    """Whether a name that rules find is only part of the reader's: "Tourism Norland"."""
    if longer.type not in BEINGS or not (longer.start <= name.start and name.end <= longer.end):
        return False
    if longer.end - longer.start == name.end - name.start:
        return False
    if name.type in PLACES:
        return longer.probability >= SURE
    # "Clinic of Rautal" is no clinic of a Mr Rautal, "Teachers' Congress" not the Congress
    hangs = name.end == longer.end and text[longer.start : name.start].endswith(HANGING)
    return longer.probability >= (WHOLE if hangs and longer.type != "person" else CERTAIN)


def _several(written: str) -> bool:
    """Whether words are a name of several parts: "Ostwind Freight", "Clinic of Rautal".

    >>> _several("Ostwind Freight"), _several("Norlandian parliament"), _several("Ostwind")
    (True, False, False)
    """
    words = written.split()
    return len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper()


def _key(text: str, name: Span) -> Key:
    return fold(" ".join(text[name.start : name.end].split()))


def _type(votes: dict[str, float] | None, text: str, name: Span) -> str:
    """What a name is: one word that a rule takes for a person may be a company or a place."""
    if not votes or name.type != "person" or len(text[name.start : name.end].split()) > 1:
        return name.type
    best = max(votes, key=lambda kind: votes[kind])
    return best if votes[best] >= votes.get("person", 0.0) + MORE else name.type
