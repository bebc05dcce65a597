"""Articles as windows of neighbouring paragraphs, with tags and links over words."""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .text import PLAIN, Encoding

ROLES = ("source", "cue", "content")
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
WINDOW = 320  # pieces
MAX_WORDS = 150


@dataclass(frozen=True, slots=True)
class Part:
    """A gold span inside one paragraph: words `start:end` of it."""

    attribution: int
    role: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a piece of a long one, ready for the encoder."""

    ids: np.ndarray  # int64, pieces
    casing: np.ndarray  # int64, pieces
    first: np.ndarray  # int64, index of each word's first piece
    tags: np.ndarray  # int64, words
    parts: tuple[Part, ...]
    offsets: tuple[tuple[int, int], ...]  # words' offsets in the article


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Read a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def word_spans(
    spans: list[tuple[int, int]], offsets: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Turn character spans into word spans; words touched by a span belong to it.

    >>> word_spans([(0, 4)], [(0, 2), (3, 6), (7, 8)])
    [(0, 2)]
    >>> word_spans([(20, 24)], [(0, 2), (3, 6)])
    []
    """
    found = []
    for start, end in spans:
        inside = [i for i, (a, b) in enumerate(offsets) if a < end and b > start]
        if inside:
            found.append((inside[0], inside[-1] + 1))
    return found


def tag_words(parts: list[Part], count: int) -> np.ndarray:
    """Return BIO tags, int64 of `count` words; where spans overlap, the first one stays.

    >>> tag_words([Part(0, 0, 0, 2), Part(0, 1, 2, 3)], 4).tolist()
    [1, 2, 3, 0]
    """
    tags = np.zeros(count, dtype=np.int64)
    for part in sorted(parts, key=lambda part: part.start):
        if not tags[part.start : part.end].any():
            tags[part.start : part.end] = 2 + 2 * part.role
            tags[part.start] = 1 + 2 * part.role
    return tags


def paragraphs(row: dict[str, Any], encoding: Encoding) -> list[Paragraph]:
    """Cut one PolNeAR article into paragraphs of at most 150 words."""
    text = row["text"]
    found = []
    start = 0
    for line in text.split("\n"):
        words = encoding.words(text, start, start + len(line))
        start += len(line) + 1
        for cut in range(0, len(words), MAX_WORDS):
            chunk = words[cut : cut + MAX_WORDS]
            while sum(len(word.pieces) for word in chunk) > WINDOW - 2:
                chunk = chunk[:-1]  # only very odd texts get here
            offsets = [(word.start, word.end) for word in chunk]
            parts = [
                Part(number, role, *span)
                for number, attribution in enumerate(row["attributions"])
                for role, name in enumerate(ROLES)
                for span in word_spans(attribution[name], offsets)
                if attribution[name]
            ]
            lengths = [len(word.pieces) for word in chunk]
            found.append(
                Paragraph(
                    np.array([i for word in chunk for i in word.pieces], dtype=np.int64),
                    np.array([word.casing for word in chunk for _ in word.pieces], dtype=np.int64),
                    np.cumsum([0, *lengths[:-1]], dtype=np.int64),
                    tag_words(parts, len(chunk)),
                    tuple(parts),
                    tuple(offsets),
                )
            )
    return found


def pack(lengths: list[int], size: int, first: int | None = None) -> list[tuple[int, int]]:
    """Pack neighbouring paragraphs into windows without overlap.

    Args:
        lengths: pieces of each paragraph.
        size: most pieces of a window, [CLS] and a [SEP] per paragraph included.
        first: a smaller size for the first window, so that cuts move between epochs.

    >>> pack([10, 10, 10], 24)
    [(0, 2), (2, 3)]
    """
    windows = []
    start, used, limit = 0, 1, first or size
    for index, length in enumerate(lengths):
        if index > start and used + length + 1 > limit:
            windows.append((start, index))
            start, used, limit = index, 1, size
        used += length + 1
    if start < len(lengths):
        windows.append((start, len(lengths)))
    return windows


def overlap(lengths: list[int], size: int) -> list[tuple[int, int, int, int]]:
    """Pack paragraphs into windows that share paragraphs, for reading.

    Returns:
        Tuples `(start, end, keep_start, keep_end)`: the window's paragraphs and those
        that are read in it. Every paragraph is read once, with a neighbour on both
        sides wherever the window holds one.

    >>> overlap([5, 5, 5, 5], 19)
    [(0, 3, 0, 2), (1, 4, 2, 4)]
    """
    windows: list[tuple[int, int, int, int]] = []
    kept = 0
    while kept < len(lengths):
        start = max(kept - 1, 0)
        if start < kept and 3 + lengths[start] + lengths[kept] > size:
            start = kept
        end, used = start, 1
        while end < len(lengths) and (end <= kept or used + lengths[end] + 1 <= size):
            used += lengths[end] + 1
            end += 1
        keep = end if end == len(lengths) or end - kept < 2 else end - 1
        windows.append((start, end, kept, keep))
        kept = keep
    return windows


def random_windows(
    articles: list[list[Paragraph]], rng: random.Random, size: int = WINDOW
) -> list[list[Paragraph]]:
    """Return one epoch's windows, cut at places that differ between epochs."""
    windows = []
    for article in articles:
        lengths = [len(paragraph.ids) for paragraph in article]
        first = rng.randint(size // 2, size)
        windows += [article[a:b] for a, b in pack(lengths, size, first)]
    rng.shuffle(windows)
    return windows


def window_batches(
    windows: list[list[Paragraph]], tokens: int, rng: random.Random
) -> list[list[list[Paragraph]]]:
    """Group windows of like length into batches of about `tokens` pieces."""
    sizes = [sum(len(p.ids) + 1 for p in window) for window in windows]
    made: list[list[list[Paragraph]]] = []
    for begin in range(0, len(windows), 200):
        order = sorted(range(begin, min(begin + 200, len(windows))), key=sizes.__getitem__)
        group: list[list[Paragraph]] = []
        for i in order:
            if group and sizes[i] * (len(group) + 1) > tokens:
                made.append(group)
                group = []
            group.append(windows[i])
        made.append(group)
    rng.shuffle(made)
    return made


def flat(window: list[Paragraph], encoding: Encoding) -> tuple[np.ndarray, np.ndarray, list[int]]:
    """Join a window's paragraphs: ids, casing, and where each paragraph begins."""
    ids, cases, begins = [np.array([encoding.cls])], [np.array([PLAIN])], []
    at = 1
    for paragraph in window:
        begins.append(at)
        ids += [paragraph.ids, np.array([encoding.sep])]
        cases += [paragraph.casing, np.array([PLAIN])]
        at += len(paragraph.ids) + 1
    return np.concatenate(ids), np.concatenate(cases), begins
