"""A large teacher of one stance task: MPNet with a head, its training and its opinions."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from . import mpnet
from .loop import Loop, due, warm_then_down
from .losses import pair_batch
from .measure import stance_logits
from .model import StanceHead, marked_mean
from .optimise import class_weights
from .pairs import BETWEEN, TOWARD, Pair, batches
from .score import softmax
from .stance import lowered, stance_figures
from .text import MARK_CASING


@dataclass(frozen=True, slots=True)
class LargePlan:
    """Everything that decides the run of a large teacher."""

    task: str
    epochs: float
    rate: float = 5e-5
    head_rate: float = 5e-4
    layer_decay: float = 0.9
    warmup: float = 0.06
    average: float = 0.99
    decay: float = 0.01
    tokens: int = 1800
    rare_power: float = 0.0
    smoothing: float = 0.0
    seed: int = 41
    evaluations: int = 5
    stop: float = 1.0  # share of the steps after which to stop, short of the slow end


# Better after one epoch than anything that was tried at the small network's size. `between`
# has no such teacher: after 1.75 epochs one was still behind the polished network, see the log.
LARGE = LargePlan("toward", 2.5, smoothing=0.1, stop=0.4)


class Large(nn.Module):
    """MPNet with a head for one stance task."""

    def __init__(self, task: str, dropout: float = 0.1, head_dropout: float = 0.2) -> None:
        super().__init__()
        self.task = task
        self.encoder = mpnet.Mpnet(dropout)
        spans, labels = (1, len(TOWARD)) if task == "toward" else (2, len(BETWEEN))
        self.head = StanceHead(spans, labels, head_dropout, mpnet.WIDTH)

    def forward(self, x: Tensor, casing: Tensor, mask: Tensor) -> Tensor:
        """Return logits (batch, labels) from what the lower layers made."""
        hidden = self.encoder.upper(x, casing, mask)
        marks = (MARK_CASING + 2,) if self.task == "toward" else (MARK_CASING, MARK_CASING + 2)
        return self.head([hidden[:, 0], *(marked_mean(hidden, casing, mark) for mark in marks)])

    def groups(self, plan: LargePlan) -> list[dict]:
        """Return the optimiser's groups: lower layers learn more slowly, the head faster."""
        layers = self.encoder.layers[mpnet.FROZEN :]
        found = [
            {"params": [*layer.parameters()], "lr": plan.rate * plan.layer_decay**above}
            for above, layer in zip(reversed(range(len(layers))), layers, strict=True)
        ]
        fresh = [*self.encoder.casing.parameters(), *self.head.parameters()]
        found.append({"params": fresh, "lr": plan.head_rate})
        return [group | {"peak": group["lr"]} for group in found]


def load_large(task: str, run: Path | None = None) -> Large:
    """Return a teacher, from the base model or from a run's averaged weights.

    Args:
        task: "toward" or "between".
        run: folder of the run; None for the base model.
    """
    network = Large(task)
    network.encoder.load_base()
    if run is not None:
        weights = torch.load(run / "averaged.pt", weights_only=True)
        network.load_state_dict(weights, strict=False)
    return network


def answer(network: Large, ids: np.ndarray, casing: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Return logits, float32 (batch, labels), of int64 arrays (batch, pieces)."""
    network.eval()
    given = [torch.from_numpy(array) for array in (ids, casing, mask)]
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        x = network.encoder.lower(given[0], given[2])
        return network(x, given[1], given[2]).float().numpy()


def opinion(network: Large, pairs: Sequence[Pair]) -> np.ndarray:
    """Return probabilities, float32 (pairs, labels)."""
    logits = stance_logits(lambda *arrays: answer(network, *arrays), pairs)
    return softmax(logits).astype(np.float32)


def train_large(plan: LargePlan, pairs: list[Pair], dev: dict[str, list[Pair]], run: Path) -> None:
    """Train one teacher; leave `last.pt` (resumable) and `averaged.pt` in `run`.

    Args:
        plan: what decides the run.
        pairs: labelled examples of its task.
        dev: splits to measure on.
        run: folder; one with a checkpoint is gone on with.
    """
    torch.manual_seed(plan.seed)
    network = load_large(plan.task)
    loop = Loop(network, network.groups(plan), run, plan.average, plan.decay)
    labels = len(TOWARD if plan.task == "toward" else BETWEEN)
    weights = class_weights(pairs, labels, plan.rare_power)
    steps: list[list[int]] = []
    for epoch in range(int(np.ceil(plan.epochs))):
        fresh = batches(pairs, plan.tokens, random.Random(plan.seed * 1000 + epoch))
        steps += fresh[: int(len(fresh) * min(1.0, plan.epochs - epoch))]
    end, measured, losses = int(len(steps) * plan.stop), due(len(steps), plan.evaluations), []
    if loop.begin >= end:
        return
    loop.note(plan=asdict(plan), steps=len(steps), begin=loop.begin)
    network.eval()
    low = lowered(lambda ids, _, mask: network.encoder.lower(ids, mask), pairs)
    network.train()
    for step in range(loop.begin, end):
        _, casing, mask, gold = pair_batch([pairs[i] for i in steps[step]])
        x = nn.utils.rnn.pad_sequence([low[i] for i in steps[step]], batch_first=True)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = network(x.float(), casing, mask)
        loss = functional.cross_entropy(
            logits.float(), gold, weight=weights, label_smoothing=plan.smoothing
        )
        loss.backward()
        loop.update(step, warm_then_down(step, len(steps), plan.warmup))
        losses.append(float(loss.detach()))
        done = step + 1
        if done % 25 == 0:
            loop.note(step=done, loss=round(float(np.mean(losses[-25:])), 4))
        if done % 100 == 0 or done in measured or done == end:
            loop.save(step)
        if done in measured or done == end:
            torch.save(loop.averaged, run / "averaged.pt")
            with loop.mean():
                told = stance_figures(lambda _: lambda *arrays: answer(network, *arrays), dev)
                loop.note(step=done, dev=told)
            network.train()
