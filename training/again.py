"""The second look by the large network: who speaks, and whether anybody says something.

Its lower layers are those of the network of sides and do not learn; the upper four learn from
marked sources (`looks.py`) of the labelled articles, of passages of our own, of the articles of
`speakers.jsonl` and of GUM's.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from .encoder import Settings
from .large import HEAD_RATE, LAYERS, LESS, LOW, base_ids
from .lessons import means
from .looks import Look, look_steps
from .loop import Loop, follow
from .losses import pad
from .mpnet import WIDTH, Mpnet
from .text import PLAIN

HIDDEN = 128  # of the vectors of source and name, and of the layer that judges
RATE = 5e-5


class Again(nn.Module):
    """Encoder and heads."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Mpnet(Settings(shared=LAYERS, attribution=0, stance=0))
        self.source, self.name = nn.Linear(WIDTH, HIDDEN), nn.Linear(WIDTH, HIDDEN)
        self.parts, self.out = nn.Linear(3 * WIDTH, HIDDEN), nn.Linear(HIDDEN, 1)
        self.absent = nn.Parameter(torch.zeros(2, WIDTH))  # where no cue or content is written

    def hidden(self, ids: Tensor, casing: Tensor, mask: Tensor) -> Tensor:
        """Return the vectors of a batch, float (batch, length, width); the lower layers rest."""
        encoder, learns = self.encoder, self.training
        bias = encoder.bias(mask)
        with torch.no_grad():
            x = encoder.eval().embed(ids, casing)
            for layer in encoder.shared[:LOW]:
                x = layer(x, bias)
            encoder.train(learns)
        for layer in encoder.shared[LOW:]:
            x = layer(x, bias)
        return x

    def losses(self, some: Sequence[Look], base: np.ndarray) -> Tensor:
        """Return the sum of both losses of some marked sources, over their number."""
        x = self.hidden(*batch(some, base))
        length, flat = x.shape[1], x.flatten(0, 1)
        source = means(flat, [at * length + each.source for at, each in enumerate(some)])
        judged = [source, *(self._part(flat, length, some, part) for part in (0, 1))]
        odds = self.out(functional.relu(self.parts(torch.cat(judged, 1)))).float()[:, 0]
        told = [at for at, each in enumerate(some) if each.label is not None]
        labels = torch.tensor([float(bool(some[at].label)) for at in told])
        loss = functional.binary_cross_entropy_with_logits(odds[told], labels, reduction="sum")
        asked = [(at, each) for at, each in enumerate(some) if each.right is not None]
        words = [at * length + each for at, look in asked for each in look.mentions]
        named = self.name(means(flat, words)).float() if words else flat[:0]
        speaks, at = self.source(source).float(), 0
        for number, each in asked:
            mine = named[at : at + len(each.mentions)] @ speaks[number] / HIDDEN**0.5
            at += len(each.mentions)
            scores = torch.cat([mine, mine.new_zeros(1)])
            loss = loss + scores.logsumexp(0) - scores[torch.tensor(each.right)].logsumexp(0)
        return loss / len(some)

    def _part(self, flat: Tensor, length: int, some: Sequence[Look], part: int) -> Tensor:
        """Means of the words of the cues (0) or contents (1)."""
        given = means(flat, [at * length + each.parts[part] for at, each in enumerate(some)])
        empty = torch.tensor([not len(each.parts[part]) for each in some])[:, None]
        return torch.where(empty, self.absent[part].to(given.dtype), given)

    def joined(self) -> nn.Linear:
        """Return all heads as one part: vectors as source and as name, and three for the judge."""
        made = nn.Linear(WIDTH, 5 * HIDDEN)
        thirds = self.parts.weight.split(WIDTH, dim=1)
        none = torch.zeros(HIDDEN)
        made.weight.data = torch.cat([self.source.weight, self.name.weight, *thirds]).detach()
        made.bias.data = torch.cat(
            [self.source.bias, self.name.bias, self.parts.bias, none, none]
        ).detach()
        return made

    def judge(self, more: float) -> dict[str, list | float]:
        """Return what makes the odds of the parts, as `model.json` keeps it.

        Args:
            more: what is added to their logarithm.
        """
        thirds = self.parts.weight.split(WIDTH, dim=1)
        absent = [thirds[at + 1] @ each for at, each in enumerate(self.absent)]
        rows = torch.stack([torch.zeros(HIDDEN), *absent]).detach().numpy()
        return {
            "absent": rows.round(4).tolist(),
            "out": self.out.weight[0].detach().numpy().round(4).tolist(),
            "bias": round(float(self.out.bias.detach()) + more, 4),
        }


def batch(some: Sequence[Look], base: np.ndarray) -> tuple[Tensor, Tensor, Tensor]:
    """Return ids as the base model numbers them, casing and mask of marked sources."""
    ids = pad([base[each.ids] for each in some], 0)
    mask = pad([np.ones(len(each.ids), dtype=np.int64) for each in some], 0)
    return ids, pad([each.casing for each in some], PLAIN), mask


def learn_again(some: Sequence[Look], tokenizer: Path, run: Path) -> None:
    """Teach the second look in one epoch, and write `again.pt`; once is enough.

    Args:
        some: marked sources.
        tokenizer: `tokenizer.json` of the small network, whose pieces they hold.
        run: folder of the run, in which `large.pt` gives the lower layers and those from which
            the upper ones start; it goes on from the checkpoint there.
    """
    if (run / "again.pt").exists():
        return
    torch.manual_seed(5)
    network, base, draw = Again(), base_ids(tokenizer), random.Random(5)
    begun = torch.load(run / "large.pt", weights_only=True)
    known = {name: value for name, value in begun.items() if name.startswith("encoder.")}
    network.load_state_dict(known, strict=False)
    upper = network.encoder.shared[LOW:]
    heads = [network.source, network.name, network.parts, network.out]
    fresh = [network.absent, *(each for head in heads for each in head.parameters())]
    groups = [{"params": fresh, "peak": HEAD_RATE}]
    for depth, layer in enumerate(reversed(upper)):
        groups.append({"params": [*layer.parameters()], "peak": RATE * LESS**depth})
    network.requires_grad_(False)
    for group in groups:
        for each in group["params"]:
            each.requires_grad_(True)
    steps = look_steps([len(each.ids) for each in some], draw)
    loop = Loop(
        network, [{**group, "lr": group["peak"]} for group in groups], run / "again", 0.99, 0.01
    )
    network.train()

    def loss_of(step: list[int]) -> Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            return network.losses([some[at] for at in step], base)

    follow(loop, steps, loss_of)
    with loop.mean():
        torch.save(network.state_dict(), run / "again.pt")
