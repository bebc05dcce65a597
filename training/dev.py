"""Dev figures of a network while it trains."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor

from .measure import Chain, link_counts, read_articles, span_counts, span_f1
from .model import Network
from .plan import Data
from .stance import stance_figures
from .text import Encoding


def dev_figures(network: Network, data: Data, encoding: Encoding) -> dict[str, Any]:
    """Measure the network on the dev splits."""
    network.eval()
    figures: dict[str, Any] = {}

    def tensors(arrays: tuple[np.ndarray, ...]) -> list[Tensor]:
        return [torch.from_numpy(array) for array in arrays]

    with torch.inference_mode():
        if data.dev_articles:
            read = read_articles(
                lambda *arrays: tuple(x.numpy() for x in network.attribution(*tensors(arrays))),
                data.dev_articles,
                encoding,
            )
            chain = Chain(*(scores.numpy() for scores in network.crf.scores()))
            figures |= span_f1(span_counts(data.dev_articles, read, chain))
            right, total = link_counts(data.dev_articles, read).sum(0)
            figures["links"] = 100.0 * right / total
        figures |= stance_figures(
            lambda task: lambda *a: getattr(network, task)(*tensors(a)).numpy(), data.dev_pairs
        )
    network.train()
    return {k: round(v, 2) if isinstance(v, float) else v for k, v in figures.items()}
