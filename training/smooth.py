"""Channels that stand out are made smaller before int8, and their weights larger.

What goes into a layer is turned to int8 with one scale, so a few channels of thirty times the
usual size would leave the others a handful of steps (SmoothQuant, Xiao et al. 2023).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from .articles import paragraphs, read_lines
from .losses import pair_batch, window_batch
from .model import Network
from .pairs import load_pairs
from .text import Encoding
from .windows import WINDOW, pack

POWER = 0.5  # of a channel's peak: the rest is left to the weights
ARTICLES, PAIRS = 40, 800  # of the train splits, to see the peaks on

Smoothing = dict[nn.Linear, np.ndarray]  # what each channel of the input is divided by


def smoothing(
    network: Network, show: Callable[[], None], more: Sequence[nn.Linear] = ()
) -> Smoothing:
    """Return divisors, float32 (channels,), of what goes into each part of the layers.

    Args:
        network: the network.
        show: lets the network read what the peaks are looked for on.
        more: further parts, of heads.
    """
    encoder = network.encoder
    layers = [*encoder.shared, *encoder.attribution, *encoder.stance, *encoder.statement]
    parts = [p for layer in layers for p in (layer.qkv, layer.out, layer.up, layer.down)]
    parts += [network.toward_head.hidden, network.between_head.hidden, *more]
    peaks: dict[nn.Linear, Tensor] = {}
    network.eval()
    with watched(peaks, parts), torch.inference_mode():
        show()
    return {part: divisors(peak.float().numpy()) for part, peak in peaks.items()}


@contextmanager
def watched(peaks: dict[nn.Linear, Tensor], parts: Sequence[nn.Linear]) -> Iterator[None]:
    """Keep the largest size of each channel that goes into parts, as long as the block lasts."""

    def see(part: nn.Linear, given: tuple[Tensor, ...]) -> None:
        highest = given[0].detach().abs().flatten(0, -2).amax(0)
        peaks[part] = torch.maximum(peaks[part], highest) if part in peaks else highest

    hooks = [part.register_forward_pre_hook(see) for part in parts]
    yield
    for hook in hooks:
        hook.remove()


def show_train(network: Network, data: Path, encoding: Encoding) -> None:
    """Let a network read a sample of the train splits.

    Args:
        network: the network.
        data: folder of the JSON lines; only train files are read.
        encoding: the tokenizer of the network.
    """
    rng = random.Random(13)
    rows = read_lines(data / "polnear-train.jsonl.gz")
    for row in rng.sample(rows, min(ARTICLES, len(rows))):
        article = paragraphs(row, encoding)
        for start, end in pack([len(paragraph.ids) for paragraph in article], WINDOW):
            ids, casing, mask, _ = window_batch([article[start:end]], encoding)
            network.attribution(ids, casing, mask)
    for name, run in (("newsmtsc", network.toward), ("dse", network.between)):
        pairs = load_pairs(data / f"{name}-train.jsonl.gz", encoding)
        for pair in rng.sample(pairs, min(PAIRS, len(pairs))):
            ids, casing, mask, _ = pair_batch([pair])
            run(ids, casing, mask)


def divisors(peaks: np.ndarray | Sequence[float]) -> np.ndarray:
    """Return what to divide channels by, given the largest size of each.

    >>> divisors([1.0, 4.0, 0.25]).tolist()
    [1.0, 2.0, 0.5]
    """
    return (np.maximum(np.asarray(peaks, dtype=np.float32), 1e-4) ** POWER).astype(np.float32)
