"""Training of one network: averaged, checkpointed, resumable."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import torch

from .dev import dev_figures
from .loop import Loop, due, warm_then_down
from .losses import attribution_loss, stance_loss
from .model import LABELS, Network, build
from .optimise import class_weights, groups
from .plan import TASKS, Data, Plan, schedule
from .text import Encoding

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
WORDS = ("encoder.embeddings.words.weight", "encoder.words.weight")  # the base model's, not kept


def finished(plan: Plan, folder: Path) -> Network:
    """Return the network of a run that came to its end, with its averaged weights."""
    network = build(plan.large, plan.settings)
    weights = torch.load(folder / "averaged.pt", weights_only=True, map_location="cpu")
    network.load_state_dict(weights, strict=False)
    return network.to(DEVICE).eval()


def train(
    data: Data, encoding: Encoding, plan: Plan, folder: Path, start: Path | None = None
) -> None:
    """Train, and leave `averaged.pt` in `folder`; where it is there already, do nothing.

    Args:
        data: encoded splits.
        encoding: the tokenizer.
        plan: what decides the run.
        folder: of the run; one with a checkpoint is gone on with.
        start: folder of a finished run whose weights to start from, not from the base model's.
    """
    if (folder / "averaged.pt").exists():
        return
    torch.manual_seed(plan.seed)
    network = finished(plan, start) if start else build(plan.large, plan.settings).to(DEVICE)
    if plan.frozen:
        network.requires_grad_(False)
        for part in (network.encoder.stance, network.toward_head, network.between_head):
            part.requires_grad_(True)
    loop = Loop(network, groups(network, plan), folder, plan.average, plan.decay)
    weights = {
        task: class_weights(pairs, len(LABELS[task]), plan.rare_power * (task == "between"))
        for task, pairs in data.pairs.items()
    }
    weights = {task: weight.to(DEVICE) for task, weight in weights.items()}
    steps = schedule(data, plan)
    end, measured = int(len(steps) * plan.stop), due(len(steps), plan.evaluations)
    losses: dict[str, list[torch.Tensor]] = {task: [] for task in TASKS}
    loop.note(plan=asdict(plan), steps=len(steps), begin=loop.begin)
    network.train()
    for step in range(loop.begin, end):
        for task, batch in steps[step]:
            with torch.autocast(DEVICE, dtype=torch.bfloat16):
                if task == "attribution":
                    loss = attribution_loss(network, batch, encoding)
                else:
                    smoothing = plan.smoothing * (task == "toward")
                    loss = stance_loss(network, task, batch, weights[task], smoothing)
            loss.backward()
            losses[task].append(loss.detach())
        loop.update(step, warm_then_down(step, len(steps), plan.warmup))
        loop.save(step)
        if step + 1 in measured or step + 1 == end:
            means = {
                k: round(float(torch.stack(v[-100:]).mean()), 4) for k, v in losses.items() if v
            }
            with loop.mean():
                loop.note(step=step + 1, loss=means, dev=dev_figures(network, data, encoding))
    with loop.mean():
        kept = {
            name: each for name, each in network.state_dict().items() if name != WORDS[plan.large]
        }
        torch.save(kept, folder / "averaged.pt")
    (folder / "last.pt").unlink(missing_ok=True)
