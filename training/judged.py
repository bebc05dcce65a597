"""Stances judged by reading, beside those of the labelled articles: `stances.jsonl`.

20,645 pairs that the product found in articles of the train splits, of GUM among them, and in
train sentences of DSE and NewsMTSC: first those on which it was least sure, in the end nearly all
that it gives a side of 0.05 or more; 2,158 whose speaker, words or target were wrong, or on which
two readers differed, are left out. One reader a pair; of 293 pairs of articles that two readers
took for pairs 93% have the same label, kappa 0.87, of 137 of DSE's 95%, kappa 0.92, of 139 of
NewsMTSC's 95%, kappa 0.92, and of 134 of the last 4,453 97%, kappa 0.93.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.reader.encode import Encoding
from onrecord.segment import segment
from onrecord.stance.statement import descriptions, shown

from .articles import read_lines
from .labelled import Statement, statement

FILE = Path(__file__).parent / "stances.jsonl"
TEXTS = {
    "world": "world-train.jsonl.gz",
    "polnear": "polnear-train.jsonl.gz",
    "dse": "dse-train.jsonl.gz",
    "mtsc": "newsmtsc-train.jsonl.gz",
    "gum": "gum.jsonl.gz",
}


def judged(data: Path, encoding: Encoding) -> Iterator[Statement]:
    """Yield the pairs as the product shows them to the reader.

    Args:
        data: folder of the articles that the pairs point into.
        encoding: the product's way from texts to rows.

    Raises:
        KeyError: a pair is of an article that is not there.
    """
    texts = {
        (file, row.get("doc", number)): row["text"]
        for file, name in TEXTS.items()
        for number, row in enumerate(read_lines(data / name))
    }
    rows = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    articles: dict[tuple[str, str | int], list[dict[str, Any]]] = {}
    for row in rows:
        articles.setdefault((row["file"], row["doc"]), []).append(row)
    for key, pairs in articles.items():
        text = texts[key]
        sentences = [(each.start, each.end) for each in segment(text)]
        written = [(row["speaker"], text[a:b]) for row in pairs for a, b in row["source"]]
        known = descriptions(written)
        for row in pairs:
            name = row["speaker"]
            cue = " ".join(text[a:b] for a, b in row["cue"])
            content = [(start, end) for start, end in row["content"]]
            span = (row["start"], row["end"])
            made = shown(text, sentences, content, span, name, cue, known.get(name, ""))
            yield statement(encoding, *made, row["label"])
