"""Running a network over arrays, and its dev figures while it trains."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from .measure import Chain, link_counts, read_articles, span_counts, span_f1, stance_logits
from .model import Network
from .plan import Data
from .score import label_f1, macro_f1
from .text import Encoding


def runner(network: Network, task: str) -> Callable[..., Any]:
    """Return a function of int64 ids, casing and mask (batch, length) to float32 arrays.

    Args:
        network: the network, in training or not.
        task: "attribution", whose function returns two arrays, "toward" or "between".
    """
    head = getattr(network, task)

    def run(*arrays: np.ndarray) -> Any:
        given = [torch.from_numpy(array).to(network.device) for array in arrays]
        kind = network.device.type
        with torch.inference_mode(), torch.autocast(kind, torch.bfloat16, kind == "cuda"):
            found = head(*given)
        if isinstance(found, tuple):
            return tuple(each.float().cpu().numpy() for each in found)
        return found.float().cpu().numpy()

    return run


def chain(network: Network) -> Chain:
    """Return the scores of a network's random field."""
    return Chain(*(scores.detach().cpu().numpy() for scores in network.crf.scores()))


def dev_figures(network: Network, data: Data, encoding: Encoding) -> dict[str, Any]:
    """Measure the network on the dev splits: F1 of spans, links and stances, in percent."""
    network.eval()
    figures: dict[str, Any] = {}
    if data.dev_articles:
        read = read_articles(runner(network, "attribution"), data.dev_articles, encoding)
        figures |= span_f1(span_counts(data.dev_articles, read, chain(network)))
        right, total = link_counts(data.dev_articles, read).sum(0)
        figures["links"] = 100.0 * right / total
    for name, pairs in data.dev_pairs.items():
        logits = stance_logits(runner(network, "between" if name == "dse" else "toward"), pairs)
        gold, labels = np.array([pair.label for pair in pairs]), logits.shape[1]
        figures[name] = macro_f1(gold, logits.argmax(1), labels)
        figures[f"{name}_labels"] = [round(x, 1) for x in label_f1(gold, logits.argmax(1), labels)]
    network.train()
    return {k: round(v, 2) if isinstance(v, float) else v for k, v in figures.items()}
