"""Batches as tensors, and the loss of each task."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from .articles import Paragraph
from .model import LINK, Network
from .pairs import Pair
from .text import PLAIN, Encoding
from .windows import flat

LINK_WEIGHT = 0.3


def pad(rows: Sequence[np.ndarray], fill: int) -> Tensor:
    """Stack int64 rows of different lengths, (rows, longest)."""
    longest = max(len(row) for row in rows)
    out = np.full((len(rows), longest), fill, dtype=np.int64)
    for at, row in enumerate(rows):
        out[at, : len(row)] = row
    return torch.from_numpy(out)


def pair_batch(pairs: Sequence[Pair]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return ids, casing, mask and labels of stance examples."""
    ids = pad([pair.ids for pair in pairs], 0)
    mask = pad([np.ones(len(pair.ids), dtype=np.int64) for pair in pairs], 0)
    labels = torch.tensor([pair.label for pair in pairs])
    return ids, pad([pair.casing for pair in pairs], PLAIN), mask, labels


def window_batch(
    windows: Sequence[list[Paragraph]], encoding: Encoding
) -> tuple[Tensor, Tensor, Tensor, list[list[int]]]:
    """Return ids, casing, mask and the paragraphs' begins of attribution windows."""
    rows = [flat(window, encoding) for window in windows]
    ids = pad([row[0] for row in rows], 0)
    mask = pad([np.ones(len(row[0]), dtype=np.int64) for row in rows], 0)
    return ids, pad([row[1] for row in rows], PLAIN), mask, [row[2] for row in rows]


def _choice(scores: Tensor, right: Tensor) -> Tensor:
    """Return the cross entropy of choosing any right column, rows without one left out."""
    known = right.any(1)
    if not known.any():
        return scores.new_zeros(0)
    scores, right = scores[known], right[known]
    return scores.logsumexp(1) - scores.masked_fill(~right, -1e9).logsumexp(1)


def link_loss(links: Tensor, window: list[Paragraph], begins: list[int]) -> Tensor | None:
    """Return the cross entropy of the links between the gold spans of a window.

    Args:
        links: float (length, 128), head and part vectors of one window.
        window: its paragraphs.
        begins: index of each paragraph's first piece.
    """
    rows: list[tuple[int, int]] = []  # attribution, role
    averages = []
    for paragraph, begin in zip(window, begins, strict=True):
        for part in paragraph.parts:
            row = np.zeros(len(links), dtype=np.float32)
            row[begin + paragraph.first[part.start : part.end]] = 1 / (part.end - part.start)
            averages.append(row)
            rows.append((part.attribution, part.role))
    if not rows:
        return None
    means = torch.from_numpy(np.stack(averages)) @ links
    scores = means[:, :LINK] @ means[:, LINK:].T / LINK**0.5  # heads x parts
    owner = torch.tensor([row[0] for row in rows])
    role = torch.tensor([row[1] for row in rows])
    same = owner[:, None] == owner
    nothing = scores.new_zeros(len(scores), 1)
    # each content looks for its cue and its source, each cue for its source or none
    losses = [
        _choice(scores.T[role == 2][:, role == 1], same[role == 2][:, role == 1]),
        _choice(scores.T[role == 2][:, role == 0], same[role == 2][:, role == 0]),
    ]
    sources = torch.cat([scores[role == 1][:, role == 0], nothing[role == 1]], 1)
    own = same[role == 1][:, role == 0]
    losses.append(_choice(sources, torch.cat([own, ~own.any(1, keepdim=True)], 1)))
    joined = torch.cat(losses)
    return joined.mean() if len(joined) else None


def attribution_loss(
    network: Network, windows: Sequence[list[Paragraph]], encoding: Encoding
) -> Tensor:
    """Return the mean loss per word of tags, and of links."""
    ids, casing, mask, begins = window_batch(windows, encoding)
    emissions, links = network.attribution(ids, casing, mask)
    width = ids.shape[1]
    places, tags = [], []
    linked = []
    for row, (window, starts) in enumerate(zip(windows, begins, strict=True)):
        for paragraph, begin in zip(window, starts, strict=True):
            if len(paragraph.tags):
                places.append(row * width + begin + paragraph.first)
                tags.append(paragraph.tags)
        loss = link_loss(links[row], window, starts)
        if loss is not None:
            linked.append(loss)
    gold = pad(tags, -1)
    scores = emissions.flatten(0, 1)[pad(places, 0)]
    total = network.crf(scores, gold) / (gold >= 0).sum()
    # scaled up: a word's likelihood loss is far smaller than a stance example's
    return 4 * total + LINK_WEIGHT * (torch.stack(linked).mean() if linked else 0.0)


def stance_loss(
    network: Network,
    task: str,
    pairs: Sequence[Pair],
    weights: Tensor,
    agreement: float = 0.0,
    smoothing: float = 0.0,
) -> Tensor:
    """Return the weighted cross entropy of one stance task ("toward" or "between").

    With `agreement` above 0 the branch runs twice, with different dropout, and the two
    results are drawn together by that weight (R-Drop, Liang et al. 2021).
    """
    ids, casing, mask, labels = pair_batch(pairs)
    lower = network.encoder.lower(ids, casing, mask)
    runs = [
        network.stance(task, network.encoder.upper(lower, mask, task), casing)
        for _ in range(2 if agreement else 1)
    ]
    wanted: Tensor = labels
    if pairs[0].chances is not None:
        wanted = torch.from_numpy(np.stack([pair.chances for pair in pairs]))
    losses = [
        functional.cross_entropy(run, wanted, weight=weights, label_smoothing=smoothing)
        for run in runs
    ]
    if not agreement:
        return losses[0]
    one, two = (functional.log_softmax(run, 1) for run in runs)
    apart = (one.exp() - two.exp()) * (one - two)
    return sum(losses) / 2 + agreement * apart.sum(1).mean() / 2
