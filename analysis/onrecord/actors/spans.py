"""The reader's names, made exact: the name alone, one type for one word, the user's word first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.actors.folded import Key, fold
from onrecord.actors.match import Hit
from onrecord.actors.model import Span
from onrecord.actors.scan import Scan
from onrecord.actors.titles import name_alone, title_before
from onrecord.lexicon import Lexicon

EDGES = " \t\n\u00a0\"“”‘’'«»()[],;:–—-*•"
POSSESSIVE = ("'s", "’s", "'S", "’S", "'", "’")
ARTICLES = ("the ", "The ", "THE ", "a ", "A ", "an ", "An ")
# of these one word is one thing in one article; a place may be a government elsewhere in it
VOTING = frozenset({"person", "organisation", "group"})


@dataclass(frozen=True, slots=True)
class Named:
    """One name in one place.

    Attributes:
        first: its first word, by number.
        last: the word after its last one.
        start: offset of the name without titles and article.
        end: offset.
        type: person, organisation, country, group, region or place.
        probability: that it is a name of this type, 0..1.
        text: the name as written.
        key: the name as it is compared.
        title: what stood before a person's name.
        actor: whom the user means by it.
    """

    first: int
    last: int
    start: int
    end: int
    type: str
    probability: float
    text: str
    key: Key
    title: tuple[str, ...] = ()
    actor: str = ""


def exact_names(
    seen: Scan, lexicon: Lexicon, spans: Iterable[Span], users: Sequence[Hit] = ()
) -> list[Named]:
    """The names of a text, in its order, never overlapping.

    Args:
        seen: the text.
        lexicon: known actors.
        spans: names as the reader found them.
        users: where the user's own names stand; they replace what they touch.
    """
    names = [name for span in spans if (name := _exact(seen, lexicon, span))]
    return _vote(seen, _with_users(seen, lexicon, sorted(names, key=_start), users))


def _start(name: Named) -> int:
    return name.start


def _exact(seen: Scan, lexicon: Lexicon, span: Span) -> Named | None:
    start, end = _edges(seen.text, span.start, span.end)
    first, last = bisect_right(seen.ends, start), bisect_left(seen.starts, end)
    if first >= last:
        return None
    title: tuple[str, ...] = ()
    if span.type == "person":
        a, b = name_alone(seen.words[first:last], lexicon)
        title = (*title_before(seen, first), *seen.words[first : first + a])
        if a:
            start = seen.starts[first + a]
        if first + b < last:
            end = seen.ends[first + b - 1]
        first, last = first + a, first + b
    text = " ".join(seen.text[start:end].split())
    key = fold(text)
    if not key:
        return None
    return Named(first, last, start, end, span.type, span.probability, text, key, title)


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without article, quotation marks and possessive ending."""
    for mark in POSSESSIVE[:4]:
        if text.endswith(mark, start, end):
            end -= len(mark)
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    for article in ARTICLES:
        if text.startswith(article, start, end):
            start += len(article)
            break
    return start, end


def _with_users(
    seen: Scan, lexicon: Lexicon, names: list[Named], users: Sequence[Hit]
) -> list[Named]:
    """The user's names instead of what stands in their place; ignored names are left out."""
    if not users:
        return names
    firsts = [hit.first for hit in users]
    kept: list[Named] = []
    titles: dict[int, tuple[str, ...]] = {}
    for name in names:
        near = users[max(0, bisect_left(firsts, name.first) - 1) : bisect_left(firsts, name.last)]
        touched = [hit for hit in near if hit.last > name.first]
        for hit in touched:
            titles[hit.first] = name.title
        ignored = any(h.first <= name.first and h.last >= name.last for h in touched)
        if not any(hit.actor for hit in touched) and not ignored:
            kept.append(name)
    for hit in users:
        if not hit.actor:
            continue
        start, end = seen.starts[hit.first], seen.ends[hit.last - 1]
        text = seen.text[start:end]
        kind = lexicon.actors[hit.actor].type
        title = titles.get(hit.first, ()) or tuple(title_before(seen, hit.first))
        kept.append(
            Named(hit.first, hit.last, start, end, kind, 1.0, text, fold(text), title, hit.actor)
        )
    return sorted(kept, key=_start)


def _vote(seen: Scan, names: list[Named]) -> list[Named]:
    """One type for one word: a name that is mostly an organisation's is nowhere a person's."""
    weights: dict[Key, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        if name.type in VOTING and not name.title and not name.actor:
            weights[name.key][name.type] += name.probability
    voted: list[Named] = []
    end = 0
    for name in names:
        votes = weights.get(name.key)
        if votes and len(votes) > 1 and name.type in VOTING and not (name.title or name.actor):
            name = replace(name, type=max(votes, key=lambda kind: votes[kind]))
        if name.start >= end:
            voted.append(name)
            end = name.end
    return voted
