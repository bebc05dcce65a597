"""Statements as marked regions of a text, which is what annotation programs know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.exchange.documents import Side, Span, Statement

ROLES = ("content", "narrated", "source", "cue", "target")
HEADS = ("content", "narrated")


@dataclass(frozen=True, slots=True)
class Region:
    """A marked stretch of a text.

    Attributes:
        id: of the statement for its first content, else made of it; unique in a document.
        role: content, narrated (a sentence of the outlet itself), source, cue or target.
        start: offset.
        end: offset.
        of: id of the region that it belongs to; empty for the first content of a statement.
        names: of the speakers for a first content, of the actor for a target.
        label: favor, against or none, for a target.
    """

    id: str
    role: str
    start: int
    end: int
    of: str = ""
    names: tuple[str, ...] = ()
    label: str = ""


def regions(statements: Iterable[Statement]) -> Iterator[Region]:
    """Each statement as a first region and those that belong to it."""
    for said in statements:
        head = "narrated" if said.narrated else "content"
        for number, (start, end) in enumerate(said.content):
            if number:
                yield Region(f"{said.id}.content{number}", head, start, end, said.id)
            else:
                yield Region(said.id, head, start, end, "", said.speakers)
        for role, spans in (("source", said.source), ("cue", said.cue)):
            for number, (start, end) in enumerate(spans):
                yield Region(f"{said.id}.{role}{number}", role, start, end, said.id)
        for number, side in enumerate(said.sides):
            name = f"{said.id}.target{number}"
            yield Region(name, "target", side.start, side.end, said.id, (side.target,), side.label)


def statements(found: Iterable[Region]) -> list[Statement]:
    """The statements that regions make up.

    A region that belongs to none, or to one that was taken away, is left out; a first content
    that is new makes a new statement.
    """
    every = list(found)
    heads = {each.id: each for each in every if each.role in HEADS and not each.of}
    parts: dict[str, list[Region]] = defaultdict(list)
    for each in every:
        if each.of in heads:
            parts[each.of].append(each)
    return [_statement(head, parts[name]) for name, head in heads.items()]


def _statement(head: Region, parts: list[Region]) -> Statement:
    def spans(*roles: str) -> tuple[Span, ...]:
        return tuple(sorted((each.start, each.end) for each in parts if each.role in roles))

    sides = [
        Side(each.names[0], each.label, each.start, each.end)
        for each in parts
        if each.role == "target" and each.names and each.label
    ]
    return Statement(
        head.id,
        head.role == "narrated",
        ((head.start, head.end), *spans(*HEADS)),
        spans("source"),
        spans("cue"),
        head.names,
        tuple(sides),
    ).in_order()
