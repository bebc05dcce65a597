"""Paragraphs packed into windows, so that each is read with its neighbours."""

from __future__ import annotations

import random

import numpy as np

from .articles import MAX_PIECES, Paragraph
from .text import PLAIN, Encoding

WINDOW = MAX_PIECES + 2  # pieces


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
