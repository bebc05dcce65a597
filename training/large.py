"""A large network that says which side a speaker takes, beside the small one.

The lower layers of all-mpnet-base-v2, all of which learn, over the same rows as the small network:
only the pieces are numbered as its own vocabulary numbers them.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from .encoder import Settings
from .labelled import Statement
from .lessons import statement_batch
from .loop import Loop, follow
from .minilm import base_folder
from .model import StanceHead
from .mpnet import WIDTH, Mpnet
from .pairs import TOWARD, batches

LAYERS = 8  # of twelve: two thirds of the time
LOW = 4  # of these, whose vectors the tasks share
RATE, HEAD_RATE, LESS = 6e-5, 5e-4, 0.9  # of the upper layer, of the head, and of each layer below
TOKENS, SMOOTHING = 2600, 0.05


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

    def loss_of(some: list[int]) -> Tensor:
        part = [examples[at] for at in some]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = network(*numbered(part, ids)).float()
        labels = torch.tensor([each.label for each in part])
        return functional.cross_entropy(logits, labels, label_smoothing=SMOOTHING)

    follow(loop, steps, loss_of)
    with loop.mean():
        torch.save(network.state_dict(), run / "large.pt")


def numbered(examples: Sequence[Statement], base: np.ndarray) -> tuple[Tensor, ...]:
    """Return a batch with the base model's numbers in place of the small vocabulary's."""
    ids, casing, mask, pool = statement_batch(examples)
    return torch.from_numpy(base)[ids] * mask, casing, mask, pool
