"""Stance examples through a network: lower layers once, and dev figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor

from .losses import pair_batch
from .measure import StanceRun, stance_logits
from .pairs import Pair, batches
from .score import label_f1, macro_f1

Lower = Callable[[Tensor, Tensor, Tensor], Tensor]  # ids, casing, mask to vectors


def lowered(lower: Lower, pairs: Sequence[Pair]) -> list[Tensor]:
    """Return what layers that are not trained make of each example, bfloat16 (pieces, width)."""
    found: dict[int, Tensor] = {}
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for group in batches(pairs, 4000, None):
            ids, casing, mask, _ = pair_batch([pairs[i] for i in group])
            made = lower(ids, casing, mask).to(torch.bfloat16)
            for i, row in zip(group, made, strict=True):
                found[i] = row[: len(pairs[i].ids)].clone()
    return [found[i] for i in range(len(pairs))]


def task_of(name: str) -> str:
    """Return the stance task of a dev split.

    >>> task_of("dse"), task_of("mt")
    ('between', 'toward')
    """
    return "between" if name == "dse" else "toward"


def stance_figures(run: Callable[[str], StanceRun], dev: dict[str, list[Pair]]) -> dict[str, Any]:
    """Return the macro-F1 of each dev split, and each label's F1, in percent.

    Args:
        run: the network for a task.
        dev: labelled examples by split: "mt", "rw", "dse".
    """
    told: dict[str, Any] = {}
    for name, pairs in dev.items():
        logits = stance_logits(run(task_of(name)), pairs)
        gold, labels = np.array([pair.label for pair in pairs]), logits.shape[1]
        told[name] = round(macro_f1(gold, logits.argmax(1), labels), 2)
        told[f"{name}_labels"] = [round(x, 1) for x in label_f1(gold, logits.argmax(1), labels)]
    return told
