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
FAR = -1e9  # score of what cannot be chosen


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


def _choice(scores: Tensor, right: np.ndarray) -> Tensor:
    """Return the cross entropy of choosing any right column, rows without one left out."""
    known = np.flatnonzero(right.any(1))
    if not len(known):
        return scores.new_zeros(0)
    wrong = torch.from_numpy(~right[known]).to(scores.device)
    scores = scores[torch.from_numpy(known).to(scores.device)]
    return scores.logsumexp(1) - scores.masked_fill(wrong, FAR).logsumexp(1)


def link_loss(
    links: Tensor, windows: Sequence[list[Paragraph]], begins: Sequence[list[int]]
) -> Tensor | None:
    """Return the mean cross entropy of the links between the gold spans of windows.

    Each content looks for its cue and its source, each cue for its source or none, among the
    spans of its window.

    Args:
        links: float (windows, length, 128), head and part vectors.
        windows: their paragraphs.
        begins: index of each paragraph's first piece, by window.
    """
    width = links.shape[1]
    found: list[tuple[int, int, int]] = []  # window, attribution, role
    spans: list[tuple[np.ndarray, int]] = []  # places of the first pieces of a span's words
    for at, (window, starts) in enumerate(zip(windows, begins, strict=True)):
        for paragraph, begin in zip(window, starts, strict=True):
            for part in paragraph.parts:
                places = at * width + begin + paragraph.first[part.start : part.end]
                spans.append((places, len(found)))
                found.append((at, part.attribution, part.role))
    if not found:
        return None
    flat_links = links.flatten(0, 1)
    places = np.concatenate([each for each, _ in spans])
    owners = np.concatenate([np.full(len(each), number) for each, number in spans])
    sizes = np.array([[len(each)] for each, _ in spans], dtype=np.float32)
    to = links.device
    means = flat_links.new_zeros(len(found), links.shape[2]).index_add(
        0, torch.from_numpy(owners).to(to), flat_links[torch.from_numpy(places).to(to)]
    ) / torch.from_numpy(sizes).to(to)
    scores = (means[:, :LINK] @ means[:, LINK:].T).float() / LINK**0.5  # heads x parts
    window, owner, role = np.array(found).T
    near = window[:, None] == window
    same = near & (owner[:, None] == owner)
    scores = scores.masked_fill(torch.from_numpy(~near).to(to), FAR)
    sources, cues, contents = (np.flatnonzero(role == each) for each in range(3))
    at_sources, at_cues, at_contents = (
        torch.from_numpy(each).to(to) for each in (sources, cues, contents)
    )
    none = scores.new_zeros(len(cues), 1)
    own = same[np.ix_(cues, sources)]
    losses = [
        _choice(scores.T[at_contents][:, at_cues], same[np.ix_(contents, cues)]),
        _choice(scores.T[at_contents][:, at_sources], same[np.ix_(contents, sources)]),
        _choice(
            torch.cat([scores[at_cues][:, at_sources], none], 1),
            np.concatenate([own, ~own.any(1, keepdims=True)], 1),
        ),
    ]
    joined = torch.cat(losses)
    return joined.mean() if len(joined) else None


def attribution_loss(
    network: Network, windows: Sequence[list[Paragraph]], encoding: Encoding
) -> Tensor:
    """Return the mean loss per word of tags, and of links."""
    ids, casing, mask, begins = window_batch(windows, encoding)
    width, to = ids.shape[1], network.device
    emissions, links = network.attribution(ids.to(to), casing.to(to), mask.to(to))
    places, tags = [], []
    for row, (window, starts) in enumerate(zip(windows, begins, strict=True)):
        for paragraph, begin in zip(window, starts, strict=True):
            if len(paragraph.tags):
                places.append(row * width + begin + paragraph.first)
                tags.append(paragraph.tags)
    gold = pad(tags, -1)
    words = int((gold >= 0).sum())
    scores = emissions.float().flatten(0, 1)[pad(places, 0).to(to)]
    total = network.crf(scores, gold.to(to)) / words
    linked = link_loss(links.float(), windows, begins)
    # scaled up: a word's likelihood loss is far smaller than a stance example's
    return 4 * total + (0.0 if linked is None else LINK_WEIGHT * linked)


def stance_loss(
    network: Network, task: str, pairs: Sequence[Pair], weights: Tensor, smoothing: float = 0.0
) -> Tensor:
    """Return the weighted cross entropy with what the examples teach of a stance task.

    Args:
        network: the network.
        task: "toward" or "between".
        pairs: examples; where `chances` is None the label is what counts.
        weights: of the labels, (labels,).
        smoothing: share of a label that is spread over all.
    """
    ids, casing, mask, labels = (tensor.to(network.device) for tensor in pair_batch(pairs))
    logits = getattr(network, task)(ids, casing, mask).float()
    if pairs[0].chances is None:
        return functional.cross_entropy(logits, labels, weight=weights, label_smoothing=smoothing)
    wanted = torch.from_numpy(np.stack([pair.chances for pair in pairs])).to(network.device)
    return -(weights * wanted * functional.log_softmax(logits, 1)).sum(1).mean()
