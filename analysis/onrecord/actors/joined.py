"""Names that rules find and names that the reader finds, joined to one list."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.actors.folded import Key, fold
from onrecord.actors.model import Span
from onrecord.actors.sure import BEINGS, SURE, WHOLE, from_somewhere, sure

CERTAIN = 0.95  # from which the reader's longer name is taken, where rules find part of it
MORE = 0.3  # votes by which the reader must be ahead to change what a rule took for a person
HANGING = (" of ", " & ", "s' ", "s’ ")
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
    by_rules = [n for n in by_rules if n.type != "person" or not from_somewhere(text, n)]
    read = [_firm(text, name) for name in by_reader]
    votes: dict[Key, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in read:
        votes[_key(text, name)][name.type] += name.probability
    certain = sure(text, read, sources)
    surnames = _surnames(text, [*by_rules, *certain])
    found = []
    for name in by_rules:
        if not any(_holds(text, each, name) for each in near(certain, name.start, name.end)):
            kind = _type(votes.get(_key(text, name)), text, name)
            if text[name.start : name.end] in surnames:
                kind = "person"
            found.append(Agreed(name.start, name.end, kind, 1.0))
    for name in certain:
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


def _surnames(text: str, names: Sequence[Span]) -> set[str]:
    """Last names of people in capitals, as transcripts write who speaks: "ORLEC: We will sign"."""
    people = [text[name.start : name.end].split() for name in names if name.type == "person"]
    return {words[-1].upper() for words in people if len(words) > 1 and len(words[-1]) > 2}


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


def _key(text: str, name: Span) -> Key:
    return fold(" ".join(text[name.start : name.end].split()))


def _type(votes: dict[str, float] | None, text: str, name: Span) -> str:
    """What a name is: one word that a rule takes for a person may be a company or a place."""
    if not votes or name.type != "person" or len(text[name.start : name.end].split()) > 1:
        return name.type
    best = max(votes, key=lambda kind: votes[kind])
    return best if votes[best] >= votes.get("person", 0.0) + MORE else name.type
