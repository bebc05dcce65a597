"""Articles labelled by reading, as the product's reader cuts them into rows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.reader.encode import Encoding, Page
from onrecord.segment import segment
from onrecord.stance.statement import descriptions, shown

from .articles import read_lines
from .pairs import TOWARD
from .wide import NAME_TAGS

SIZES = (150, 320, 240, 20)  # words of a line, ids of a row, ids aimed at, words beside
PIECES = 128  # of a statement


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article: its rows, and what is to be learnt of its words."""

    page: Page
    names: np.ndarray  # int64 (words,), index into NAME_TAGS
    mentions: list[np.ndarray]  # words of each mention
    parts: list[tuple[np.ndarray, ...]]  # words of source, cue and content of each attribution
    is_one: np.ndarray  # bool (attributions,)
    speakers: list[np.ndarray | None]  # right mentions; empty for nobody; None: not known


def touched(page: Page, spans: Sequence[Sequence[int]]) -> np.ndarray:
    """Return the indices of the words that spans touch."""
    found = [
        np.arange(np.searchsorted(page.ends, a, side="right"), np.searchsorted(page.starts, b))
        for a, b in spans
    ]
    return np.concatenate([*found, np.zeros(0, dtype=np.int64)]).astype(np.int64)


def all_mentions(row: dict[str, Any], forms: bool = True) -> list[tuple[int, int, str]]:
    """Return mentions with their actors; with `forms`, every place of an actor's forms."""
    found = [(m["start"], m["end"], m["name"]) for m in row["mentions"]]
    if not forms:
        return sorted(found)
    known = sorted(
        ((form, each["name"]) for each in row["names"] for form in each["forms"]),
        key=lambda pair: -len(pair[0]),
    )
    taken = np.zeros(len(row["text"]) + 1, dtype=bool)
    for start, end, _ in found:
        taken[start:end] = True
    for form, name in known:
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", row["text"]):
            if not taken[match.start() : match.end()].any():
                taken[match.start() : match.end()] = True
                found.append((match.start(), match.end(), name))
    return sorted(found)


def labelled(row: dict[str, Any], encoding: Encoding) -> Labelled:
    """Encode one labelled article."""
    page = encoding.page(row["text"], *SIZES)
    types = {each["name"]: each["type"] for each in row["names"]}
    tags = np.zeros(len(page.starts), dtype=np.int64)
    mentions, owners = [], []
    for start, end, name in all_mentions(row):
        words = touched(page, [(start, end)])
        if not len(words):
            continue
        mentions.append(words)
        owners.append(name)
        if name in types and not tags[words].any():
            tags[words] = NAME_TAGS.index(f"I-{types[name]}")
            tags[words[0]] -= 1
    parts, right = [], []
    for each in row["attributions"]:
        parts.append(tuple(touched(page, each[role]) for role in ("source", "cue", "content")))
        mine = [at for at, owner in enumerate(owners) if owner in each["speaker"]]
        known = each["attribution"] and (bool(mine) or not each["speaker"])
        right.append(np.array(mine, dtype=np.int64) if known else None)
    ones = np.array([each["attribution"] for each in row["attributions"]], dtype=bool)
    return Labelled(page, tags, mentions, parts, ones, right)


@dataclass(frozen=True, slots=True)
class Statement:
    """A pair as the encoder reads it."""

    ids: np.ndarray  # int64, pieces
    casing: np.ndarray  # int64, pieces
    pool: np.ndarray  # float32 (3, pieces), weights of means: [CLS], speaker, target
    label: int  # of favor, against, none


def statement(
    encoding: Encoding, text: str, speaker: tuple[int, int], target: tuple[int, int], label: str
) -> Statement:
    """Encode a statement's text with its marks."""
    row = encoding.marked(text, target, speaker, PIECES)
    pool = np.zeros((3, len(row.ids)), dtype=np.float32)
    pool[:, row.read] = row.pool
    return Statement(row.ids, row.casing, pool, TOWARD.index(label))


def stances_shown(row: dict[str, Any]) -> Iterator[tuple[Any, Any, str]]:
    """Yield each stance of a labelled article as the product shows it to the reader.

    Yields:
        The text with the spans of speaker and target (`stance.statement.shown`); the target's
        sentence alone, and the target in it; the label. One for each first speaker.
    """
    text = row["text"]
    sentences = [(each.start, each.end) for each in segment(text)]
    known = descriptions(
        [
            (name, text[a:b])
            for each in row["attributions"]
            for name in each["speaker"]
            for a, b in each["source"]
        ]
    )
    for each in row["stances"]:
        one = row["attributions"][each["attribution"]]
        for name in one["speaker"][:1]:
            cue = " ".join(text[a:b] for a, b in one["cue"])
            span = (each["start"], each["end"])
            content = [tuple(part) for part in one["content"]]
            described = known.get(name, "")
            low, high = sentences[max(bisect_right(sentences, (span[0], len(text))) - 1, 0)]
            alone = text[low : max(high, span[1])], (span[0] - low, span[1] - low)
            made = shown(text, sentences, content, span, name, cue, described)
            yield made, alone, each["label"]


def statements(row: dict[str, Any], encoding: Encoding) -> Iterator[Statement]:
    """Yield the stances of one labelled article, one for each of its speakers' names."""
    for made, _, label in stances_shown(row):
        yield statement(encoding, *made, label)


def directed(path: Path, encoding: Encoding) -> Iterator[Statement]:
    """Yield DSE's pairs as statements of their sources; what goes back is no stance of theirs."""
    for row in read_lines(path):
        source = row["text"][slice(*row["source"])]
        if not source.strip() or row["source"][0] >= row["source"][1]:
            continue
        before = f"{source}: "
        start, end = row["target"]
        if end <= start:
            continue
        label = row["label"] if row["label"] in TOWARD else "none"
        spans = (0, len(source)), (start + len(before), end + len(before))
        yield statement(encoding, before + row["text"], *spans, label)
