"""Joint training of all heads: averaged, checkpointed, resumable."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from .dev import dev_figures
from .loop import Loop, due
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
    loop = Loop(network, groups(network, plan), folder, plan.average, plan.decay)
    trained = [*loop.trained.values()]
    steps = schedule(data, plan)
    weights = {
        task: class_weights(pairs, len(BETWEEN if task == "between" else TOWARD), plan.rare_power)
        for task, pairs in data.pairs.items()
    }
    end = int(len(steps) * plan.stop)

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
    loop.note(plan=asdict(plan), steps=len(steps), begin=loop.begin)
    losses: dict[str, list[float]] = {task: [] for task in TASKS}
    measured = due(len(steps), plan.evaluations)
    network.train()
    for step in range(loop.begin, end):
        share = (step + 1) / len(steps)
        factor = min(share / plan.warmup, (1 - share) / (1 - plan.warmup) + 0.01)
        # one thread per batch: on two cores faster than two threads for each
        found = list(workers.map(gradients, steps[step]))
        for task, loss, _ in found:
            losses[task].append(loss)
        for at, parameter in enumerate(trained):
            parts = [each[at] for _, _, each in found if each[at] is not None]
            parameter.grad = sum(parts[1:], parts[0]) if parts else None
        loop.update(step, factor)
        done = step + 1
        if done % 50 == 0:
            means = {k: round(float(np.mean(v[-50:])), 4) for k, v in losses.items() if v}
            loop.note(step=done, loss=means)
        if done % 200 == 0 or done == end or done in measured:
            loop.save(step)
        if done in measured or done == end:
            with loop.mean():
                torch.save(network.state_dict(), folder / "averaged.pt")
                if done in measured:
                    loop.note(step=done, dev=dev_figures(network, data, encoding))


def blend(first: Path, second: Path, share: float, into: Path) -> None:
    """Average the weights of two runs, `share` of them from the second.

    Both have to lie on one path, the second started from the first (Wortsman et al. 2022).
    """
    one, two = (torch.load(run / "averaged.pt", weights_only=True) for run in (first, second))
    into.mkdir(parents=True, exist_ok=True)
    mixed = {name: torch.lerp(one[name], two[name], share) for name in one}
    torch.save(mixed, into / "averaged.pt")
