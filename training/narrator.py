"""Sentences in an outlet's own voice: whether its words judge an actor or report an outcome."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from onrecord.reader.encode import Encoding
from onrecord.segment import segment
from onrecord.stance.statement import NARRATOR, shown

from .articles import read_lines
from .labelled import Statement, statement

FILE = Path(__file__).parent / "narrator.tsv"
LABELS = (Path("benchmarks/gold/portrayal-train.jsonl"), Path(__file__).parent / "portrayed.jsonl")


def narrator(data: Path, rows: list[dict], encoding: Encoding) -> Iterator[Statement]:
    """Yield what an outlet's own words say of an actor: a side only where they judge.

    Args:
        data: folder of the articles; those of PolNeAR's train split are read from it.
        rows: the labelled articles; labels point into their texts or into PolNeAR's.
        encoding: the product's way from texts to rows.

    Raises:
        KeyError: a label is of an article that is in neither.
    """
    for line in FILE.read_text(encoding="utf-8").splitlines():
        kind, light, marked = line.split("\t")
        start, end = marked.index("["), marked.index("]")
        text = marked.replace("[", "").replace("]", "")
        yield _told(encoding, text, (0, len(text)), (start, end - 1), kind, light)
    texts = {row["doc"]: row["text"] for row in read_lines(data / "polnear-train.jsonl.gz")}
    texts |= {row["doc"]: row["text"] for row in rows}
    lines = [line for file in LABELS for line in file.read_text(encoding="utf-8").splitlines()]
    labels = [json.loads(line) for line in lines]
    if missing := {one["doc"] for one in labels} - texts.keys():
        raise KeyError(f"{data} has no article {min(missing)}.")
    sentences = {one["doc"]: segment(texts[one["doc"]]) for one in labels}
    for one in labels:
        span = next(
            (each.start, each.end)
            for each in sentences[one["doc"]]
            if each.start <= one["start"] < each.end
        )
        text = texts[one["doc"]][slice(*span)]
        target = one["start"] - span[0], one["end"] - span[0]
        yield _told(encoding, text, (0, len(text)), target, one["kind"], one["light"])


def _told(
    encoding: Encoding,
    text: str,
    content: tuple[int, int],
    target: tuple[int, int],
    kind: str,
    light: str,
) -> Statement:
    label = light if kind == "e" else "none"
    made = shown(text, [content], [content], target, NARRATOR)
    return statement(encoding, *made, label)
