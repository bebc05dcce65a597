"""Whom a source could mean: the actors in sight, those joined by "and", a new name, nobody."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from onrecord.speakers.asked import Asked
from onrecord.speakers.context import Context
from onrecord.speakers.phrase import JOIN
from onrecord.speakers.signed import writer
from onrecord.speakers.words import NAMED_BODIES

SIGHT = 4  # the narrator's sentences before a source whose names may be meant
RECENT = 6  # who spoke in so many attributions before
OFTEN = 4  # the most frequent actors are always in sight
MOST = 28  # candidates of one source


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible answer to who speaks.

    Attributes:
        names: of one actor, or of several who speak together; empty for nobody.
        how: actor, joint (in the source), pair (joined near), last (spoke together before),
            new (a name that no mention covers), body (of an actor: "Lund campaign"), nobody.
        owner: whose body it is.
    """

    names: tuple[str, ...]
    how: str
    owner: str = ""

    @property
    def members(self) -> tuple[str, ...]:
        """The actors to look at: themselves, or the owner of a body."""
        return (self.owner,) if self.owner else self.names


NOBODY = Candidate((), "nobody")


def candidates(context: Context, asked: Asked, outer: tuple[str, ...] = ()) -> list[Candidate]:
    """Whom a source could mean.

    Args:
        context: the article.
        asked: the source.
        outer: speakers of the attribution that holds this one.

    Returns:
        At most `MOST` of them, nobody first, without repetition.
    """
    names = list(islice(_once(_names(context, asked, outer)), MOST))
    found = [NOBODY, *(Candidate((name,), "actor") for name in names)]
    seen = {frozenset(candidate.names) for candidate in found}
    for candidate in (
        *_joint(context, asked, outer),
        *_new(context, asked),
        *_bodies(context, asked, names),
    ):
        if frozenset(candidate.names) not in seen:
            seen.add(frozenset(candidate.names))
            found.append(candidate)
    return found


def _once(names: Iterator[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name not in seen:
            seen.add(name)
            yield name


def _names(context: Context, asked: Asked, outer: tuple[str, ...]) -> Iterator[str]:
    for mention in asked.inside:
        yield mention.actor
    yield from outer
    if wrote := writer(context, asked):
        yield wrote
    for last in context.said[: -RECENT - 1 : -1]:
        yield from last.names
    for number in reversed(context.before(asked.place, SIGHT)):
        yield context.mentions[number].actor
    yield from context.beside.named(asked.capitals)
    if word := asked.head.word:
        yield from context.beside.told(word)
    yield from islice(context.rank, OFTEN)
    for number in _behind(context, asked):
        yield context.mentions[number].actor
    yield from sorted(context.headline)
    if asked.described:  # the magistrate may have been named long before, or will be
        yield from context.first


def _behind(context: Context, asked: Asked) -> range:
    """Mentions that follow within the sentence and the next."""
    low = bisect_right(context.starts, asked.place)
    here = context.sentence(asked.place)
    last = (
        context.sentences[min(here + 1, len(context.sentences) - 1)].end if context.sentences else 0
    )
    return range(low, bisect_left(context.starts, last, low))


def _joint(context: Context, asked: Asked, outer: tuple[str, ...]) -> Iterator[Candidate]:
    inside = tuple(dict.fromkeys(m.actor for m in asked.inside))
    if len(inside) > 1:
        if len(asked.reference.mentions) > 1:
            yield Candidate(
                tuple(dict.fromkeys(m.actor for m in asked.reference.mentions)), "joint"
            )
        people = tuple(dict.fromkeys(m.actor for m in asked.inside if m.actor_type == "person"))
        for several in (people, tuple(n for n in inside if n not in people), inside):
            if 1 < len(several) < 6:
                yield Candidate(several, "joint")
    if len(outer) > 1:
        yield Candidate(outer, "last")
    if asked.inside:
        return
    for last in context.said[:-4:-1]:
        if len(last.names) > 1:
            yield Candidate(last.names, "last")
            break
    if (
        asked.pronoun in ("they", "who", "first")
        or asked.reference.word == "both"
        or "plural" in asked.head.classes
    ):
        near = context.before(asked.place, 2)
        for a, b in pairwise(near):
            one, other = context.mentions[a], context.mentions[b]
            between = context.text[one.end : other.start]
            if one.actor != other.actor and len(between) < 60 and JOIN.fullmatch(between):
                yield Candidate((one.actor, other.actor), "pair")


def _new(context: Context, asked: Asked) -> Iterator[Candidate]:
    if asked.reference.kind == "named" and asked.reference.name:
        yield Candidate((asked.reference.name,), "new")


def _bodies(context: Context, asked: Asked, names: list[str]) -> Iterator[Candidate]:
    body = asked.head.word
    if body not in NAMED_BODIES:
        return
    for name in names[:8]:
        actor = context.actors.get(name)
        if actor is not None and actor.type == "person":
            yield Candidate((f"{name.split()[-1]} {body}",), "body", name)
