"""How fast each part learns, and how much each label counts."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor

from .model import Network
from .pairs import Pair
from .plan import Plan


def groups(network: Network, plan: Plan) -> list[dict[str, Any]]:
    """Return the optimiser's groups: lower layers learn more slowly, heads faster."""
    encoder = network.encoder
    ladder: list[tuple[int, Any]] = [(0, encoder.embeddings)]
    ladder += [(1 + i, layer) for i, layer in enumerate(encoder.shared)]
    above = 1 + len(encoder.shared)
    for branch in (encoder.attribution, encoder.stance):
        ladder += [(above + i, layer) for i, layer in enumerate(branch)]
    for own in (encoder.toward, encoder.between):
        ladder += [(above + len(encoder.stance) + i, layer) for i, layer in enumerate(own)]
    found: list[dict[str, Any]] = []
    seen: set[int] = set()
    for depth, module in ladder:
        members = [p for p in module.parameters() if p.requires_grad]
        seen |= {id(p) for p in members}
        found.append({"params": members, "lr": plan.rate * plan.layer_decay ** (6 - depth)})
    fresh = [encoder.embeddings.casing.weight, encoder.embeddings.valence.weight]
    fresh = [p for p in fresh if p.requires_grad]
    found[0]["params"] = [p for p in found[0]["params"] if all(p is not f for f in fresh)]
    heads = [p for p in network.parameters() if p.requires_grad and id(p) not in seen]
    found.append({"params": fresh + heads, "lr": plan.head_rate})
    found = [group for group in found if group["params"]]
    for group in found:
        group["peak"] = group["lr"]
    return found


def class_weights(pairs: list[Pair], labels: int, power: float) -> Tensor:
    """Return weights (labels,) whose mean over examples is one."""
    counts = np.bincount([pair.label for pair in pairs if pair.label >= 0], minlength=labels)
    counts = np.maximum(counts, 1)  # a label that never comes needs a weight all the same
    weights = (counts / counts.sum()) ** -power
    return torch.tensor(weights / (weights * counts / counts.sum()).sum(), dtype=torch.float32)
