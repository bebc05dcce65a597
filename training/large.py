"""A large network that says which side a speaker takes, for the small one to learn from it.

The lower layers of all-mpnet-base-v2, all of which learn, over the same rows as the small network:
only the pieces are numbered as its own vocabulary numbers them.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from .encoder import Settings
from .labelled import Statement
from .lessons import statement_batch
from .loop import Loop, warm_then_down
from .minilm import base_folder
from .model import StanceHead
from .mpnet import WIDTH, Mpnet
from .pairs import TOWARD, batches

LAYERS = 8  # of twelve: two thirds of the time
RATE, HEAD_RATE, LESS = 6e-5, 5e-4, 0.9  # of the upper layer, of the head, and of each layer below
TOKENS, SMOOTHING = 2600, 0.05
ROWS = 32  # rows asked about together


def base_ids(tokenizer: Path) -> np.ndarray:
    """Return the base model's number of each piece of the smaller vocabulary, int64."""
    with (base_folder() / "tokenizer.json").open(encoding="utf-8") as file:
        full: dict[str, int] = json.load(file)["model"]["vocab"]
    own: dict[str, int] = json.loads(tokenizer.read_text(encoding="utf-8"))["model"]["vocab"]
    found = np.zeros(len(own), dtype=np.int64)
    for piece, number in own.items():
        found[number] = full[piece]
    return found


class Large(nn.Module):
    """Encoder and head."""

    def __init__(self, layers: int = LAYERS) -> None:
        super().__init__()
        self.encoder = Mpnet(Settings(shared=layers, attribution=0, stance=0))
        self.head = StanceHead(2, len(TOWARD), 0.2, WIDTH)

    def forward(self, ids: Tensor, casing: Tensor, mask: Tensor, pool: Tensor) -> Tensor:
        """Return logits (batch, 3); `ids` are the base model's."""
        x, bias = self.encoder.embed(ids, casing), self.encoder.bias(mask)
        for layer in self.encoder.shared:
            x = layer(x, bias)
        return self.head([*(pool.to(x.dtype) @ x).unbind(1)])

    def groups(self) -> list[dict]:
        """Return the optimiser's groups: lower layers learn more slowly, what is new faster."""
        depth = len(self.encoder.shared)
        low = [self.encoder.positions.weight, *self.encoder.norm.parameters()]
        low.append(self.encoder.far.weight)
        found: list[tuple[list[nn.Parameter], float]] = [
            ([*self.head.parameters(), *self.encoder.fresh()], HEAD_RATE),
            (low, RATE * LESS**depth),
        ]
        for at, layer in enumerate(self.encoder.shared):
            found.append(([*layer.parameters()], RATE * LESS ** (depth - 1 - at)))
        return [{"params": params, "lr": rate, "peak": rate} for params, rate in found]


def learn_large(examples: Sequence[Statement], tokenizer: Path, run: Path) -> None:
    """Teach the large network in one epoch, and write `large.pt`; once is enough.

    Args:
        examples: judged statements.
        tokenizer: `tokenizer.json` of the small network, whose pieces they hold.
        run: folder of the run; it goes on from the checkpoint there.
    """
    if (run / "large.pt").exists():
        return
    torch.manual_seed(9)
    ids, network = base_ids(tokenizer), Large()
    network.encoder.load_base()
    steps = batches(examples, TOKENS, random.Random(3))
    loop = Loop(network, network.groups(), run, 0.99, 0.01)
    network.train()
    recent: list[float] = []
    for step in range(loop.begin, len(steps)):
        part = [examples[at] for at in steps[step]]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = network(*numbered(part, ids)).float()
        labels = torch.tensor([each.label for each in part])
        loss = functional.cross_entropy(logits, labels, label_smoothing=SMOOTHING)
        loss.backward()
        recent.append(float(loss.detach()))
        loop.update(step, warm_then_down(step, len(steps), 0.06))
        loop.save(step, 120)
        if step % 25 == 0:
            loop.note(step=step, of=len(steps), loss=round(float(np.mean(recent[-25:])), 3))
    with loop.mean():
        torch.save(network.state_dict(), run / "large.pt")


def numbered(examples: Sequence[Statement], base: np.ndarray) -> tuple[Tensor, ...]:
    """Return a batch with the base model's numbers in place of the small vocabulary's."""
    ids, casing, mask, pool = statement_batch(examples)
    return torch.from_numpy(base)[ids] * mask, casing, mask, pool


def asked(examples: Sequence[Statement], tokenizer: Path, run: Path) -> np.ndarray:
    """Return what the finished network says of statements, float32 (statements, 3) chances."""
    network, ids = Large(), base_ids(tokenizer)
    network.load_state_dict(torch.load(run / "large.pt", weights_only=True))
    network.eval()
    said = np.zeros((len(examples), len(TOWARD)), dtype=np.float32)
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for part in alike(examples):
            logits = network(*numbered([examples[at] for at in part], ids)).float()
            said[part] = logits.softmax(1).numpy()
    return said


def alike(examples: Sequence[Statement]) -> Iterator[list[int]]:
    """Yield the numbers of examples in groups of like length."""
    order = sorted(range(len(examples)), key=lambda at: len(examples[at].ids))
    for first in range(0, len(order), ROWS):
        yield order[first : first + ROWS]
