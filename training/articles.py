"""Articles as paragraphs of words, with tags and gold spans over them."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .text import Encoding

ROLES = ("source", "cue", "content")
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
MAX_WORDS = 150
MAX_PIECES = 318  # of a paragraph: a window without [CLS] and [SEP]


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
            while sum(len(word.pieces) for word in chunk) > MAX_PIECES:
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
