"""Stance taught anew by large teachers, above layers that stay as they are.

Attribution has the lower layers and its own, none of which changes, so its answers stay the
same but for rounding.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from .losses import pair_batch
from .measure import stance_logits
from .model import Network
from .optimise import class_weights
from .pairs import BETWEEN, TOWARD, Pair, batches
from .score import label_f1, macro_f1

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
    dropout: float = 0.1
    seed: int = 52
    evaluations: int = 4


POLISH = PolishPlan()
POLISHED = 0.8  # share of the polished weights in what ships


def lowered(network: Network, pairs: Sequence[Pair]) -> list[Tensor]:
    """Return what the shared layers make of each example, bfloat16 (pieces, 384)."""
    found: dict[int, Tensor] = {}
    network.eval()
    with torch.inference_mode():
        for group in batches(pairs, 4000, None):
            ids, casing, mask, _ = pair_batch([pairs[i] for i in group])
            made = network.encoder.lower(ids, casing, mask).to(torch.bfloat16)
            for i, row in zip(group, made, strict=True):
                found[i] = row[: len(pairs[i].ids)].clone()
    return [found[i] for i in range(len(pairs))]


def figures(network: Network, dev: dict[str, list[Pair]]) -> dict:
    """Return the macro-F1 of each dev split, and each label's F1, in float32."""
    told = {}
    network.eval()
    for name, pairs in dev.items():
        head = network.between if name == "dse" else network.toward
        with torch.inference_mode():
            logits = stance_logits(
                lambda *arrays, head=head: head(*map(torch.from_numpy, arrays)).numpy(), pairs
            )
        gold, labels = np.array([pair.label for pair in pairs]), logits.shape[1]
        told[name] = round(macro_f1(gold, logits.argmax(1), labels), 2)
        told[f"{name}_labels"] = [round(x, 1) for x in label_f1(gold, logits.argmax(1), labels)]
    network.train()
    return told


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


def polish(
    network: Network,
    pairs: dict[str, list[Pair]],
    dev: dict[str, list[Pair]],
    plan: PolishPlan,
    run: Path,
) -> None:
    """Train the stance layers and heads of a network; leave the averaged weights in `run`.

    Args:
        network: the network; its stance layers are changed.
        pairs: examples by task, each with `chances`.
        dev: dev splits.
        plan: what decides the run.
        run: folder for `averaged.pt` and the log.
    """
    torch.manual_seed(plan.seed)
    run.mkdir(parents=True, exist_ok=True)
    network.requires_grad_(False)
    encoder = network.encoder
    layers = nn.ModuleList([encoder.stance, encoder.toward, encoder.between])
    heads = nn.ModuleList([network.toward_head, network.between_head])
    for part in (layers, heads):
        part.requires_grad_(True)
    for part in layers.modules():
        if isinstance(part, nn.Dropout):
            part.p = plan.dropout
    optimiser = torch.optim.AdamW(
        [
            {"params": [*layers.parameters()], "lr": plan.rate, "peak": plan.rate},
            {"params": [*heads.parameters()], "lr": plan.head_rate, "peak": plan.head_rate},
        ],
        weight_decay=plan.decay,
        fused=True,
    )
    trained = [p for p in network.parameters() if p.requires_grad]
    averaged = [p.detach().clone() for p in trained]
    weights = {
        "toward": class_weights(pairs["toward"], len(TOWARD), 0.0),
        "between": class_weights(pairs["between"], len(BETWEEN), plan.rare_power),
    }
    steps = order(pairs, plan)
    low = {task: lowered(network, own) for task, own in pairs.items()}
    with (run / "log.jsonl").open("a", encoding="utf-8") as log:

        def note(**fields: object) -> None:
            print(json.dumps(fields), file=log, flush=True)

        note(plan=asdict(plan), steps=len(steps), start=figures(network, dev))
        due = {int(len(steps) * (i + 1) / plan.evaluations) for i in range(plan.evaluations)}
        clock = time.time()
        losses: dict[str, list[float]] = {task: [] for task in pairs}
        network.train()
        for step, (task, batch) in enumerate(steps):
            share = min((step + 1) / (plan.warmup * len(steps)), 1 - step / len(steps))
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * share
            chosen = [pairs[task][i] for i in batch]
            _, casing, mask, _ = pair_batch(chosen)
            wanted = torch.from_numpy(np.stack([pair.chances for pair in chosen]))
            x = nn.utils.rnn.pad_sequence([low[task][i] for i in batch], batch_first=True)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                hidden = encoder.upper(x.float(), mask, task)
                logits = network.stance(task, hidden, casing)
            loss = functional.cross_entropy(logits.float(), wanted, weight=weights[task])
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            losses[task].append(float(loss.detach()))
            keep = min(plan.average, (step + 1) / (step + 10))
            with torch.no_grad():
                torch._foreach_lerp_(averaged, [p.detach() for p in trained], 1 - keep)
            if step + 1 in due:
                raw = [p.detach().clone() for p in trained]
                with torch.no_grad():
                    torch._foreach_copy_(trained, averaged)
                torch.save(network.state_dict(), run / "averaged.pt")
                means = {k: round(float(np.mean(v[-100:])), 4) for k, v in losses.items() if v}
                seconds = round(time.time() - clock)
                note(step=step + 1, seconds=seconds, loss=means, dev=figures(network, dev))
                with torch.no_grad():
                    torch._foreach_copy_(trained, raw)
