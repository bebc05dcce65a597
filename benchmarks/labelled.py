"""Articles labelled by reading, and what the product says of the same texts.

A labelled file (JSON lines, gzipped) has for each article its names, their mentions, the
attributions that were proposed with the judgement of a reader, and stances of speakers.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
from written import read_written

from onrecord import analyse, schema
from onrecord.tables import Tables

Span = tuple[int, int]
PASSAGES = Path(__file__).parent / "gold" / "passages"
HARD = Path(__file__).parent / "gold" / "hard"
PLAIN = Path(__file__).parent / "gold" / "plain"
SETS = {"world": "world-dev.jsonl.gz", "campaign": "statements-dev.jsonl.gz"}


@dataclass(frozen=True, slots=True)
class Judged:
    """An attribution that a reader judged.

    Attributes:
        source: spans of the source, none where there is no source.
        cue: spans of the cue.
        content: spans of the content.
        speakers: names of who speaks; empty where nobody can be named.
        is_one: whether it is an attribution at all.
        cut: whether its content is badly cut.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speakers: tuple[str, ...]
    is_one: bool
    cut: bool


@dataclass(frozen=True, slots=True)
class Side:
    """A stance that a reader judged: of an attribution's speaker toward a target."""

    attribution: int
    target: str
    label: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article and all that a reader said of it.

    Attributes:
        forms: canonical name to all ways in which the article writes it, itself included.
        types: canonical name to type.
        mentions: start, end and canonical name.
    """

    doc: str
    source: str
    text: str
    forms: dict[str, tuple[str, ...]]
    types: dict[str, str]
    mentions: tuple[tuple[int, int, str], ...]
    rows: tuple[Judged, ...]
    sides: tuple[Side, ...]


@dataclass(slots=True)
class Found:
    """An attribution that the product found; several speakers share one content."""

    content: tuple[Span, ...]
    source: str = ""
    speakers: list[str] = field(default_factory=list)
    resolved_by: str = ""
    confidence: float = 0.0
    ids: list[str] = field(default_factory=list)


def labelled(path: Path) -> Iterator[Labelled]:
    """The articles of a labelled file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(_labelled, map(json.loads, lines))


def passages(folder: Path = PASSAGES) -> list[Labelled]:
    """Invented passages from which names, speakers and the ranker did not learn.

    Args:
        folder: `PASSAGES`; `HARD`: most sources are descriptions that must be understood; or
            `PLAIN`: longer, as papers write on an ordinary day.
    """
    return [_labelled(row) for row in read_written(folder)]


def _labelled(row: dict) -> Labelled:
    return Labelled(
        row["doc"],
        row.get("source", ""),
        row["text"],
        {n["name"]: tuple(dict.fromkeys((n["name"], *n["forms"]))) for n in row["names"]},
        {n["name"]: n["type"] for n in row["names"]},
        tuple((m["start"], m["end"], m["name"]) for m in row["mentions"]),
        tuple(map(_judged, row["attributions"])),
        tuple(Side(s["attribution"], s["target"], s["label"]) for s in row["stances"]),
    )


def analysed(articles: list[Labelled]) -> Tables:
    """What the product says of these articles; ids are the numbers of the articles."""
    rows = [
        {
            "article_id": str(number),
            "path": f"{article.doc}.txt",
            "language": "en",
            "text": article.text,
        }
        for number, article in enumerate(articles)
    ]
    return analyse(schema.frame("articles", rows), progress=False)


def found(tables: Tables) -> dict[str, list[Found]]:
    """The attributions of each article id."""
    contents = tables.spans[tables.spans.role == "content"]
    of = {
        key: tuple(zip(part.start, part.end, strict=True))
        for key, part in contents.groupby("attribution_id")
    }
    merged: dict[str, dict[tuple[Span, ...], Found]] = {}
    for row in tables.attributions.itertuples():
        content = of.get(row.attribution_id, ())
        one = merged.setdefault(row.article_id, {}).setdefault(content, Found(content))
        one.ids.append(row.attribution_id)
        one.resolved_by, one.confidence = row.resolved_by, row.confidence
        one.source = row.source if pd.notna(row.source) else ""
        if pd.notna(row.speaker) and row.speaker not in one.speakers:
            one.speakers.append(row.speaker)
    return {article: list(each.values()) for article, each in merged.items()}


def _judged(row: dict) -> Judged:
    spans = ((tuple(span) for span in row[role] or ()) for role in ("source", "cue", "content"))
    source, cue, content = (tuple(each) for each in spans)
    return Judged(
        source, cue, content, tuple(row["speaker"]), row["attribution"], row.get("cut", False)
    )
