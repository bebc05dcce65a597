"""Pronouns and descriptions of GUM, as sources that are to be tied to a name.

GUM (Zeldes 2017) says which words of a document are one and the same thing. A pronoun or a
description of a person, a body or a place that the document names elsewhere is a source whose
speaker is known; one of a thing that has no name is a source of nobody.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from .articles import read_lines

GENRES = ("news", "bio", "interview", "court")
TYPES = ("person", "organization", "place")
LONGEST = 12  # words of a description
UNNAMED = 0.5  # so many sources of nobody for each that has a name
OF_TALK = re.compile(r"(?i:i|me|my|mine|we|us|our|ours|you|your|yours|myself|yourself)")
CAPITAL = re.compile(
    r"[A-Z][\w.’'&-]*(?:\s+(?:(?:of|the|de|la|van|von|der|and|&)\s+){0,2}[A-Z][\w.’'&-]*)*"
)


def coreference(data: Path) -> list[dict[str, Any]]:
    """Return the documents of GUM as labelled articles whose sources do not write their name.

    Args:
        data: folder of the JSON lines.

    Returns:
        Rows with `text`, `names`, `mentions` and `attributions`, as our labelled articles.
    """
    draw = random.Random(5)
    rows = read_lines(data / "gum.jsonl.gz")
    return [_article(row, draw) for row in rows if row["genre"] in GENRES]


def _article(row: dict[str, Any], draw: random.Random) -> dict[str, Any]:
    text = row["text"]
    of: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for mention in row["mentions"]:
        of[mention["entity"]].append(mention)
    named = {at: spans for at, some in of.items() if (spans := _names(text, some, row["mentions"]))}
    tied, loose = [], []
    for entity, some in of.items():
        for each in some:
            start, end = each["start"], each["end"]
            words = text[start:end].split()
            if each["named"] or each["type"] not in TYPES or len(words) > LONGEST:
                continue
            if OF_TALK.fullmatch(text[start:end]):
                continue
            right = [f"e{entity}"] if entity in named else []
            if right or each["type"] != "place":
                (tied if right else loose).append(
                    {"source": [[start, end]], "cue": [], "content": [], "speaker": right,
                     "attribution": True}
                )  # fmt: skip
    draw.shuffle(loose)
    return {
        "doc": row["doc"],
        "text": text,
        "names": [],
        "mentions": [
            {"start": start, "end": end, "name": f"e{entity}"}
            for entity, spans in named.items()
            for start, end in spans
        ],
        "attributions": tied + loose[: int(UNNAMED * len(tied))],
    }


def _names(
    text: str, mentions: list[dict[str, Any]], others: list[dict[str, Any]]
) -> list[tuple[int, int]]:
    """Where a thing is named: the first name in each mention that is no other thing's."""
    found = []
    for each in mentions:
        if not each["named"] or each["type"] not in TYPES:
            continue
        start, end = each["start"], each["end"]
        inner = [
            (o["start"], o["end"])
            for o in others
            if o["named"]
            and start <= o["start"]
            and o["end"] <= end
            and o["entity"] != each["entity"]
        ]
        for match in CAPITAL.finditer(text, start, end):
            low, high = match.span()
            word = match.group()
            if word.startswith(("The ", "A ", "An ")):
                low += len(word.split()[0]) + 1
            if word in ("The", "A", "An", "Its", "His", "Her") or any(
                a < high and low < b for a, b in inner
            ):
                continue
            found.append((low, high))
            break
    return sorted(set(found))
