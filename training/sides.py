"""A large network that learns whether a speaker takes a side, to teach the small one."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from .extend import directed_pairs, our_statements
from .labelled import Statement
from .lessons import statement_batch, statement_loss
from .loop import Loop, warm_then_down
from .model import StanceHead
from .mpnet import Mpnet
from .encoder import Settings
from .pairs import TOWARD, batches

FROZEN = 4  # lowest layers, which stay as the base model has them
RATE, HEAD_RATE = 3e-5, 3e-4
SHAPE = Settings(shared=12, attribution=0, stance=0, dropout=0.1, head_dropout=0.2)
ROWS = 6000  # pieces of a batch


class SideTeacher(nn.Module):
    """all-mpnet-base-v2 with the head of statements."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Mpnet(SHAPE)
        self.head = StanceHead(2, len(TOWARD), SHAPE.head_dropout, self.encoder.width)

    def stated(self, ids: Tensor, casing: Tensor, mask: Tensor, pool: Tensor) -> Tensor:
        """Return logits (batch, 3); `pool` (batch, 3, length) gives means of vectors."""
        hidden = self.encoder(ids, casing, mask, "attribution")
        return self.head([*(pool.to(hidden.dtype) @ hidden).unbind(1)])


def teach_sides(data: Path, weights: Path, run: Path, epochs: int, share: float) -> None:
    """Teach the large network our statements, and a share of DSE's in each epoch.

    Args:
        data: folder of the JSON lines.
        weights: that ship, for their way of reading a text.
        run: folder of the run; where it was broken off it goes on.
        epochs: of our statements.
        share: of DSE's pairs that is read in each epoch.
    """
    if (run / "averaged.pt").exists():
        return
    torch.manual_seed(41)
    rng = random.Random(41)
    network = SideTeacher()
    network.encoder.load_base()
    network.requires_grad_(False)
    layers = network.encoder.shared[FROZEN:]
    groups = []
    for modules, rate in (([*layers], RATE), ([network.head, network.encoder.casing], HEAD_RATE)):
        for module in modules:
            module.requires_grad_(True)
        groups.append(
            {"params": [p for m in modules for p in m.parameters()], "lr": rate, "peak": rate}
        )
    loop = Loop(network, groups, run, 0.99, 0.01)
    ours, others = our_statements(data, weights), directed_pairs(data, weights)
    steps: list[list[Statement]] = []
    for _ in range(epochs):
        mixed = ours + rng.sample(others, int(share * len(others)))
        steps += [[mixed[i] for i in group] for group in batches(mixed, 2000, rng)]
    network.train()
    recent: list[float] = []
    for step in range(loop.begin, len(steps)):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = statement_loss(network, steps[step], 0.05)
        loss.backward()
        recent.append(float(loss.detach()))
        loop.update(step, warm_then_down(step, len(steps), 0.1))
        loop.save(step, 300)
        if step % 25 == 0:
            loop.note(step=step, of=len(steps), loss=round(float(np.mean(recent[-25:])), 3))
    with loop.mean():
        learnt = {name: p.detach().clone() for name, p in loop.trained.items()}
        torch.save(learnt, run / "averaged.pt")


def ask_sides(run: Path, asked: Sequence[Statement]) -> np.ndarray:
    """Return what a finished teacher says, float32 (statements, 3), probabilities.

    Args:
        run: folder of the teacher's run.
        asked: statements; their labels do not matter.
    """
    network = SideTeacher()
    network.encoder.load_base()
    network.load_state_dict(torch.load(run / "averaged.pt", weights_only=True), strict=False)
    network.eval()
    said = np.zeros((len(asked), len(TOWARD)), dtype=np.float32)
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for group in batches(asked, ROWS, None):
            logits = network.stated(*statement_batch([asked[i] for i in group])).float()
            said[group] = logits.softmax(1).numpy()
    return said
