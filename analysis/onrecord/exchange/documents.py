"""Articles and the statements found in them, as they are handed to other programs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from onrecord.tables import Tables

Span = tuple[int, int]
_TURN = re.compile(r"\.\d+$")  # rows of further speakers of one statement


@dataclass(frozen=True, slots=True)
class Side:
    """How the speaker stands toward an actor: `label` is favor, against or none."""

    target: str
    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody is said to have said; spans are offsets in the article's text.

    Attributes:
        id: attribution_id, or sentence_id for a sentence of the narrator; empty for one that
            was added elsewhere.
        narrated: the outlet itself says it.
        content: at least one span.
        speakers: names; empty for nobody known.
    """

    id: str
    narrated: bool
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    speakers: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()

    def in_order(self) -> Statement:
        """The same, with its spans and sides as they stand in the text."""
        sides = sorted(self.sides, key=lambda side: (side.start, side.end, side.target))
        return replace(
            self,
            content=tuple(sorted(self.content)),
            source=tuple(sorted(self.source)),
            cue=tuple(sorted(self.cue)),
            sides=tuple(sides),
        )


@dataclass(frozen=True, slots=True)
class Document:
    """An article and its statements."""

    id: str
    text: str
    statements: tuple[Statement, ...] = ()
    title: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""  # ISO 8601
    url: str = ""

    def having(self, statements: list[Statement]) -> Document:
        """The same article with other statements, in the order of the text."""
        made = [statement.in_order() for statement in statements]
        made.sort(key=lambda each: (each.content, each.narrated, each.id))
        return replace(self, statements=tuple(made))


def documents(tables: Tables) -> Iterator[Document]:
    """The articles of an analysis, one after another.

    Args:
        tables: an analysis, whole or selected.

    Yields:
        Every article with its text; the narrator's sentences are statements where they take
        up an actor.
    """
    said = _grouped(tables.attributions)
    spans = _grouped(tables.spans)
    stances = _grouped(tables.stances)
    told = tables.sentences.set_index("sentence_id")[["start", "end"]]
    for row in tables.articles.itertuples():
        article = Document(
            row.article_id,
            row.text,
            title=_plain(row.title),
            outlet=_plain(row.outlet),
            author=_plain(row.author),
            published="" if pd.isna(row.published) else row.published.isoformat(),
            url=_plain(row.url),
        )
        sides = stances.get(row.article_id)
        own = list(_attributed(said.get(row.article_id), spans.get(row.article_id), sides))
        yield article.having([*own, *_narrated(told, sides)])


def _grouped(rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    return {str(name): each for name, each in rows.groupby("article_id", sort=False)}


def _attributed(
    said: pd.DataFrame | None, spans: pd.DataFrame | None, stances: pd.DataFrame | None
) -> Iterator[Statement]:
    if said is None or spans is None:
        return
    roles = {
        (str(name), str(role)): tuple(zip(each.start.tolist(), each.end.tolist(), strict=True))
        for (name, role), each in spans.groupby(["attribution_id", "role"])
    }
    sides = {} if stances is None else dict(iter(stances.groupby("attribution_id")))
    for name, turns in said.groupby(said.attribution_id.str.replace(_TURN, "", regex=True)):
        first = str(turns.attribution_id.iloc[0])
        yield Statement(
            str(name),
            narrated=False,
            content=roles.get((first, "content"), ()),
            source=roles.get((first, "source"), ()),
            cue=roles.get((first, "cue"), ()),
            speakers=tuple(who for who in turns.speaker if isinstance(who, str)),
            sides=_sides(sides.get(first)),
        )


def _narrated(told: pd.DataFrame, stances: pd.DataFrame | None) -> Iterator[Statement]:
    if stances is None:
        return
    for name, each in stances[stances.attribution_id.isna()].groupby("sentence_id"):
        start, end = told.loc[name]
        yield Statement(str(name), True, ((int(start), int(end)),), sides=_sides(each))


def _sides(rows: pd.DataFrame | None) -> tuple[Side, ...]:
    if rows is None:
        return ()
    return tuple(Side(r.target, r.label, int(r.start), int(r.end)) for r in rows.itertuples())


def _plain(value: object) -> str:
    return value if isinstance(value, str) else ""
