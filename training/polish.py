"""Stance taught anew by large teachers, above layers that stay as they are.

Attribution has the lower layers and its own, none of which changes, so its answers stay the
same but for rounding.
"""

from __future__ import annotations

import random
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from .loop import Loop, due, warm_then_down
from .losses import pair_batch
from .model import Network
from .optimise import class_weights
from .pairs import BETWEEN, TOWARD, Pair, batches
from .stance import lowered, stance_figures

Batch = tuple[str, list[int]]
POOL, POOL_SEED = 16_000, 13  # examples without a label, and the seed of their draw


@dataclass(frozen=True, slots=True)
class PolishPlan:
    """Everything that decides a polish."""

    epochs: dict[str, float] = field(default_factory=lambda: {"toward": 2.5, "between": 2})
    rate: float = 2e-4
    head_rate: float = 5e-4
    warmup: float = 0.06
    average: float = 0.998
    decay: float = 0.01
    tokens: int = 1440
    rare_power: float = 0.25  # of `between`
    focal: float = 0.0  # of `between`: how much less an example counts that is well known
    dropout: float = 0.1
    seed: int = 52
    evaluations: int = 4


POLISH = PolishPlan()
POLISHED = 0.7  # share of the polished weights in what ships


def order(pairs: dict[str, list[Pair]], plan: PolishPlan) -> list[Batch]:
    """Return every step: a task and its examples, the tasks spread over the run."""
    steps: list[tuple[float, str, list[int]]] = []
    for number, (task, wanted) in enumerate(plan.epochs.items()):
        own: list[list[int]] = []
        for epoch in range(int(np.ceil(wanted))):
            rng = random.Random(plan.seed * 1000 + epoch * 10 + number)
            fresh = batches(pairs[task], plan.tokens, rng)
            own += fresh[: int(len(fresh) * min(1.0, wanted - epoch))]
        steps += [((at + 0.5) / len(own), task, batch) for at, batch in enumerate(own)]
    return [(task, batch) for _, task, batch in sorted(steps, key=lambda step: step[0])]


def soft_loss(logits: Tensor, wanted: Tensor, weights: Tensor, focal: float = 0.0) -> Tensor:
    """Return the mean cross-entropy with probabilities, or the focal loss (Lin et al. 2017).

    Args:
        logits: (batch, labels).
        wanted: probabilities, (batch, labels).
        weights: of the labels, (labels,).
        focal: exponent of what the network leaves to other labels; 0 for cross-entropy.
    """
    log = functional.log_softmax(logits, 1)
    return -(weights * wanted * (1 - log.exp()) ** focal * log).sum(1).mean()


def polish(
    network: Network,
    pairs: dict[str, list[Pair]],
    dev: dict[str, list[Pair]],
    plan: PolishPlan,
    run: Path,
) -> None:
    """Train the stance layers and heads of a network; leave `last.pt` and `averaged.pt` in `run`.

    Args:
        network: the network; its stance layers are changed.
        pairs: examples by task, each with `chances`.
        dev: dev splits.
        plan: what decides the run.
        run: folder; one with a checkpoint is gone on with.
    """
    torch.manual_seed(plan.seed)
    network.requires_grad_(False)
    encoder = network.encoder
    layers = nn.ModuleList([encoder.stance, encoder.toward, encoder.between])
    heads = nn.ModuleList([network.toward_head, network.between_head])
    for part in (layers, heads):
        part.requires_grad_(True)
    for part in layers.modules():
        if isinstance(part, nn.Dropout):
            part.p = plan.dropout
    groups = [
        {"params": [*layers.parameters()], "lr": plan.rate, "peak": plan.rate},
        {"params": [*heads.parameters()], "lr": plan.head_rate, "peak": plan.head_rate},
    ]
    loop = Loop(network, groups, run, plan.average, plan.decay)
    weights = {
        "toward": class_weights(pairs["toward"], len(TOWARD), 0.0),
        "between": class_weights(pairs["between"], len(BETWEEN), plan.rare_power),
    }
    steps = order(pairs, plan)
    measured = due(len(steps), plan.evaluations)
    if loop.begin >= len(steps):
        return

    def figures() -> dict:
        network.eval()
        with torch.inference_mode():
            told = stance_figures(
                lambda task: lambda *a: getattr(network, task)(*map(torch.from_numpy, a)).numpy(),
                dev,
            )
        network.train()
        return told

    loop.note(plan=asdict(plan), steps=len(steps), begin=loop.begin, start=figures())
    network.eval()
    low = {task: lowered(encoder.lower, own) for task, own in pairs.items()}
    network.train()
    losses: dict[str, list[float]] = {task: [] for task in pairs}
    for step in range(loop.begin, len(steps)):
        task, batch = steps[step]
        chosen = [pairs[task][i] for i in batch]
        _, casing, mask, _ = pair_batch(chosen)
        wanted = torch.from_numpy(np.stack([pair.chances for pair in chosen]))
        x = nn.utils.rnn.pad_sequence([low[task][i] for i in batch], batch_first=True)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = encoder.upper(x.float(), mask, task)
            logits = network.stance(task, hidden, casing)
        focal = plan.focal if task == "between" else 0.0
        loss = soft_loss(logits.float(), wanted, weights[task], focal)
        loss.backward()
        loop.update(step, warm_then_down(step, len(steps), plan.warmup))
        losses[task].append(float(loss.detach()))
        done = step + 1
        if done % 200 == 0 or done in measured:
            loop.save(step)
        if done in measured:
            means = {k: round(float(np.mean(v[-100:])), 4) for k, v in losses.items() if v}
            with loop.mean():
                torch.save(network.state_dict(), run / "averaged.pt")
                loop.note(step=done, loss=means, dev=figures())
