"""A large teacher of one stance task: MPNet with a head, its training and its opinions."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from . import mpnet
from .losses import pair_batch
from .measure import stance_logits
from .model import StanceHead, marked_mean
from .optimise import class_weights
from .pairs import BETWEEN, TOWARD, Pair, batches
from .score import label_f1, macro_f1, softmax
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


# Better after one epoch than anything that was tried at the small network's size; `between`
# has no teacher of its own, see the log.
TEACHER = LargePlan("toward", 2.5, smoothing=0.1, stop=0.4)


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

    def trained(self) -> dict[str, Tensor]:
        """Return the weights that training changes, by name."""
        return {name: p for name, p in self.named_parameters() if p.requires_grad}

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


def lowered(network: Large, pairs: Sequence[Pair]) -> list[Tensor]:
    """Return what the lower layers make of each example, bfloat16 (pieces, 768)."""
    found: dict[int, Tensor] = {}
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for group in batches(pairs, 4000, None):
            ids, _, mask, _ = pair_batch([pairs[i] for i in group])
            made = network.encoder.lower(ids, mask).to(torch.bfloat16)
            for i, row in zip(group, made, strict=True):
                found[i] = row[: len(pairs[i].ids)].clone()
    return [found[i] for i in range(len(pairs))]


def opinion(network: Large, pairs: Sequence[Pair]) -> np.ndarray:
    """Return probabilities, float32 (pairs, labels)."""
    network.eval()

    def run(*arrays: np.ndarray) -> np.ndarray:
        ids, casing, mask = map(torch.from_numpy, arrays)
        return network(network.encoder.lower(ids, mask), casing, mask).float().numpy()

    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        return softmax(stance_logits(run, pairs)).astype(np.float32)


def figures(network: Large, dev: dict[str, list[Pair]]) -> dict:
    """Return the macro-F1 of each dev split, and each label's F1."""
    told = {}
    for name, pairs in dev.items():
        gold = np.array([pair.label for pair in pairs])
        best = opinion(network, pairs)
        told[name] = round(macro_f1(gold, best.argmax(1), best.shape[1]), 2)
        told[f"{name}_labels"] = [
            round(x, 1) for x in label_f1(gold, best.argmax(1), best.shape[1])
        ]
    network.train()
    return told


def train_large(plan: LargePlan, pairs: list[Pair], dev: dict[str, list[Pair]], run: Path) -> None:
    """Train one teacher; leave `last.pt` (resumable) and `averaged.pt` in `run`.

    Args:
        plan: what decides the run.
        pairs: labelled examples of its task.
        dev: splits to measure on.
        run: folder; one with a checkpoint is gone on with.
    """
    torch.manual_seed(plan.seed)
    run.mkdir(parents=True, exist_ok=True)
    network = Large(plan.task)
    network.encoder.load_base()
    trained = network.trained()
    averaged = {name: p.detach().clone() for name, p in trained.items()}
    optimiser = torch.optim.AdamW(network.groups(plan), weight_decay=plan.decay, fused=True)
    labels = len(TOWARD if plan.task == "toward" else BETWEEN)
    weights = class_weights(pairs, labels, plan.rare_power)
    steps: list[list[int]] = []
    for epoch in range(int(np.ceil(plan.epochs))):
        fresh = batches(pairs, plan.tokens, random.Random(plan.seed * 1000 + epoch))
        steps += fresh[: int(len(fresh) * min(1.0, plan.epochs - epoch))]
    begin, last = 0, run / "last.pt"
    if last.exists():
        saved = torch.load(last, weights_only=True)
        network.load_state_dict(saved["trained"], strict=False)
        optimiser.load_state_dict(saved["optimiser"])
        averaged, begin = saved["averaged"], saved["step"]
    log = (run / "log.jsonl").open("a", encoding="utf-8")

    def note(**fields: object) -> None:
        print(json.dumps(fields), file=log, flush=True)

    note(plan=asdict(plan), steps=len(steps), begin=begin)
    clock, spent, losses = time.time(), time.process_time(), []
    low = lowered(network, pairs)
    note(lowered=round(time.process_time() - spent))
    due = {int(len(steps) * (i + 1) / plan.evaluations) for i in range(plan.evaluations)}
    network.train()
    for step in range(begin, int(len(steps) * plan.stop)):
        share = min((step + 1) / (plan.warmup * len(steps)), 1 - step / len(steps))
        for group in optimiser.param_groups:
            group["lr"] = group["peak"] * share
        chosen = [pairs[i] for i in steps[step]]
        _, casing, mask, gold = pair_batch(chosen)
        x = nn.utils.rnn.pad_sequence([low[i] for i in steps[step]], batch_first=True)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = network(x.float(), casing, mask)
        loss = functional.cross_entropy(
            logits.float(), gold, weight=weights, label_smoothing=plan.smoothing
        )
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained.values(), 1.0)
        optimiser.step()
        losses.append(float(loss.detach()))
        keep = min(plan.average, (step + 1) / (step + 10))
        with torch.no_grad():
            for name, p in trained.items():
                averaged[name].lerp_(p, 1 - keep)
        if (step + 1) % 25 == 0:
            note(
                step=step + 1,
                seconds=round(time.time() - clock),
                cpu=round(time.process_time() - spent),
                loss=round(float(np.mean(losses[-25:])), 4),
            )
        if (step + 1) % 100 == 0 or step + 1 in due:
            state = {
                "trained": dict(trained),
                "optimiser": optimiser.state_dict(),
                "averaged": averaged,
                "step": step + 1,
            }
            torch.save(state, run / "new.pt")
            (run / "new.pt").replace(last)
        if step + 1 in due:
            raw = {name: p.detach().clone() for name, p in trained.items()}
            network.load_state_dict(averaged, strict=False)
            torch.save(averaged, run / "averaged.pt")
            note(step=step + 1, dev=figures(network, dev))
            network.load_state_dict(raw, strict=False)
    log.close()
