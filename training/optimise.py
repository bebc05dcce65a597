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
    """Return the optimiser's groups: lower layers learn more slowly, what is new faster."""
    encoder = network.encoder
    fresh = encoder.fresh()
    known = {id(p) for p in fresh}
    found: list[dict[str, Any]] = []
    depth = 1 + max(below for below, _ in encoder.ladder())
    for below, layer in encoder.ladder():
        rate = plan.rate * plan.layer_decay ** (depth - 1 - below)
        found.append({"params": [p for p in layer.parameters() if p.requires_grad], "lr": rate})
        known |= {id(p) for p in layer.parameters()}
    low = [p for p in encoder.parameters() if p.requires_grad and id(p) not in known]
    found.append({"params": low, "lr": plan.rate * plan.layer_decay**depth})
    known |= {id(p) for p in low}
    heads = [p for p in network.parameters() if p.requires_grad and id(p) not in known]
    heads += [p for p in fresh if p.requires_grad]
    found.append({"params": heads, "lr": plan.head_rate})
    return [group | {"peak": group["lr"]} for group in found if group["params"]]


def class_weights(pairs: list[Pair], labels: int, power: float) -> Tensor:
    """Return weights (labels,) whose mean over examples is one."""
    counts = np.bincount([pair.label for pair in pairs if pair.label >= 0], minlength=labels)
    counts = np.maximum(counts, 1)  # a label that never comes needs a weight all the same
    weights = (counts / counts.sum()) ** -power
    return torch.tensor(weights / (weights * counts / counts.sum()).sum(), dtype=torch.float32)
