"""Joint training of all heads: averaged, checkpointed, resumable."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from .dev import dev_figures
from .losses import attribution_loss, stance_loss
from .model import Network
from .optimise import class_weights, groups
from .pairs import BETWEEN, TOWARD
from .plan import TASKS, Data, Plan, schedule
from .text import Encoding


def train(
    data: Data,
    encoding: Encoding,
    valence: np.ndarray,
    plan: Plan,
    folder: Path,
    start: Path | None = None,
) -> None:
    """Train and leave `last.pt` (resumable) and `averaged.pt` in `folder`.

    Args:
        data: encoded splits.
        encoding: the tokenizer.
        valence: see `valence_table`.
        plan: what decides the run.
        folder: of the run; one with a checkpoint is gone on with.
        start: folder of a finished run whose averaged weights to start from.
    """
    torch.manual_seed(plan.seed)
    torch.set_num_threads(1)
    folder.mkdir(parents=True, exist_ok=True)
    network = Network(valence * plan.valence, plan.settings)
    network.encoder.load_base()
    if start is not None:
        network.load_state_dict(torch.load(start / "averaged.pt", weights_only=True))
    if plan.frozen:
        network.requires_grad_(False)
        for task in (task for task in ("toward", "between") if plan.epochs.get(task)):
            getattr(network.encoder, task).requires_grad_(True)
            getattr(network, f"{task}_head").requires_grad_(True)
    trained = [p for p in network.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(groups(network, plan), weight_decay=plan.decay, fused=True)
    averaged = [p.detach().clone() for p in trained]
    steps = schedule(data, plan)
    weights = {
        task: class_weights(pairs, len(BETWEEN if task == "between" else TOWARD), plan.rare_power)
        for task, pairs in data.pairs.items()
    }
    begin, end = 0, int(len(steps) * plan.stop)
    last = folder / "last.pt"
    if last.exists():
        saved = torch.load(last, weights_only=True)
        network.load_state_dict(saved["network"], strict=False)
        optimiser.load_state_dict(saved["optimiser"])
        averaged, begin = saved["averaged"], saved["step"]
    log = (folder / "log.jsonl").open("a", encoding="utf-8")

    def note(**fields: Any) -> None:
        log.write(json.dumps(fields) + "\n")
        log.flush()

    def gradients(work: tuple[str, Any]) -> tuple[str, float, tuple[Tensor | None, ...]]:
        task, batch = work
        # autocast is set per thread
        with torch.autocast("cpu", dtype=torch.bfloat16):
            if task == "attribution":
                loss = attribution_loss(network, batch, encoding)
            else:
                loss = stance_loss(
                    network, task, batch, weights[task], plan.agreement, plan.smoothing
                )
        found = torch.autograd.grad(loss, trained, allow_unused=True)
        return task, float(loss.detach()), found

    workers = ThreadPoolExecutor(plan.together, initializer=torch.set_num_threads, initargs=(1,))
    note(plan=asdict(plan), steps=len(steps), begin=begin)
    losses: dict[str, list[float]] = {task: [] for task in TASKS}
    due = {int(len(steps) * (i + 1) / plan.evaluations) for i in range(plan.evaluations)}
    clock = time.time()
    network.train()
    for step in range(begin, end):
        share = (step + 1) / len(steps)
        factor = min(share / plan.warmup, (1 - share) / (1 - plan.warmup) + 0.01)
        for group in optimiser.param_groups:
            group["lr"] = group["peak"] * factor
        # one thread per batch: on two cores faster than two threads for each
        done = list(workers.map(gradients, steps[step]))
        for task, loss, _ in done:
            losses[task].append(loss)
        for at, parameter in enumerate(trained):
            found = [each[at] for _, _, each in done if each[at] is not None]
            parameter.grad = sum(found[1:], found[0]) if found else None
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        keep = min(plan.average, (step + 1) / (step + 10))
        with torch.no_grad():
            torch._foreach_lerp_(averaged, [p.detach() for p in trained], 1 - keep)
        if (step + 1) % 50 == 0:
            means = {k: round(float(np.mean(v[-50:])), 4) for k, v in losses.items() if v}
            note(step=step + 1, seconds=round(time.time() - clock), loss=means)
        if (step + 1) % 200 == 0 or step + 1 == end or step + 1 in due:
            state = {
                "network": network.state_dict(),
                "optimiser": optimiser.state_dict(),
                "averaged": averaged,
                "step": step + 1,
            }
            torch.save(state, folder / "new.pt")
            (folder / "new.pt").replace(last)
        if step + 1 in due or step + 1 == end:
            raw = [p.detach().clone() for p in trained]
            with torch.no_grad():
                torch._foreach_copy_(trained, averaged)
            torch.save(network.state_dict(), folder / "averaged.pt")
            if step + 1 in due:
                note(step=step + 1, dev=dev_figures(network, data, encoding))
            with torch.no_grad():
                torch._foreach_copy_(trained, raw)
    log.close()


def blend(first: Path, second: Path, share: float, into: Path) -> None:
    """Average the weights of two runs, `share` of them from the second.

    Both have to lie on one path, the second started from the first (Wortsman et al. 2022).
    """
    one, two = (torch.load(run / "averaged.pt", weights_only=True) for run in (first, second))
    into.mkdir(parents=True, exist_ok=True)
    mixed = {name: torch.lerp(one[name], two[name], share) for name in one}
    torch.save(mixed, into / "averaged.pt")
