"""Stance examples: marked spans, cut to a window round the marks."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .articles import read_lines
from .text import MARK_CASING, PLAIN, Encoding

TOWARD = ("favor", "against", "none")
BETWEEN = ("favor", "against", "favor_back", "against_back", "none")
LENGTH = 128  # pieces

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A text with its marks as the encoder reads it, and its label."""

    ids: np.ndarray  # int64, pieces
    casing: np.ndarray  # int64, pieces
    label: int  # -1 where there is none
    chances: np.ndarray | None = None  # float32, labels: what to learn in place of the label


def mark(
    encoding: Encoding, text: str, target: Span, source: Span | None = None, length: int = LENGTH
) -> tuple[np.ndarray, np.ndarray]:
    """Encode a text with its target, and its source, between marks.

    Words touched by a span are marked whole, so a clipped span does no harm. Where the
    text is too long, the words nearest to a marked one stay.

    Returns:
        Piece ids and casing classes, int64, at most `length` of each.
    """
    words = encoding.words(text)
    spans = [(span, at) for span, at in ((source, 0), (target, 2)) if span is not None]
    inside = {
        at: [i for i, w in enumerate(words) if w.start < span[1] and w.end > span[0]]
        for span, at in spans
    }
    centres = [i for found in inside.values() for i in found] or [0]
    low, high = min(centres), max(centres)
    distance = [0 if i in centres else min(abs(i - c) for c in centres) for i in range(len(words))]
    room = length - 2 - 2 * len(spans)
    kept = set()
    # inner words first at equal distance: what lies between the marks says most
    for i in sorted(range(len(words)), key=lambda i: (distance[i], not low <= i <= high)):
        room -= len(words[i].pieces)
        if room < 0:
            break
        kept.add(i)
    ids, cases = [encoding.cls], [PLAIN]
    for i in sorted(kept):
        for at, found in inside.items():
            if found and i == found[0]:
                ids.append(encoding.marks[at])
                cases.append(MARK_CASING + at)
        ids += words[i].pieces
        cases += [words[i].casing] * len(words[i].pieces)
        for at, found in inside.items():
            if found and i == found[-1]:
                ids.append(encoding.marks[at + 1])
                cases.append(MARK_CASING + at + 1)
    return np.array([*ids, encoding.sep]), np.array([*cases, PLAIN])


def load_pairs(path: Path, encoding: Encoding) -> list[Pair]:
    """Read a NewsMTSC or DSE file."""
    pairs = []
    for row in read_lines(path):
        source = row.get("source")
        labels: Sequence[str] = TOWARD if source is None else BETWEEN
        ids, cases = mark(encoding, row["text"], row["target"], source)
        pairs.append(Pair(ids, cases, labels.index(row["label"])))
    return pairs


def batches(pairs: Sequence[Pair], tokens: int, rng: random.Random | None) -> list[list[int]]:
    """Group examples of like length into batches of about `tokens` pieces.

    Args:
        pairs: the examples.
        tokens: most pieces of a batch, padding included.
        rng: shuffles examples and batches; None keeps the order of lengths.
    """
    order = list(range(len(pairs)))
    noise = {i: rng.uniform(0, 8) if rng else 0.0 for i in order}
    order.sort(key=lambda i: len(pairs[i].ids) + noise[i])
    groups: list[list[int]] = [[]]
    longest = 0
    for i in order:
        longest = max(longest, len(pairs[i].ids))
        if groups[-1] and longest * (len(groups[-1]) + 1) > tokens:
            groups.append([])
            longest = len(pairs[i].ids)
        groups[-1].append(i)
    if rng:
        rng.shuffle(groups)
    return [group for group in groups if group]
