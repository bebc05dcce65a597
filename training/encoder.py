"""Transformer layers, and an encoder whose upper layers belong to single tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

HEADS = 12

# parts of a layer, and where the base model keeps them; the first three are joined
NAMES = {
    "qkv": ("attention.self.query.", "attention.self.key.", "attention.self.value."),
    "out": ("attention.output.dense.",),
    "norm1": ("attention.output.LayerNorm.",),
    "up": ("intermediate.dense.",),
    "down": ("output.dense.",),
    "norm2": ("output.LayerNorm.",),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Shape of a network and strength of its regularisation."""

    shared: int = 4  # layers of all tasks
    attribution: int = 2  # layers above them, of attribution alone
    stance: int = 2  # and of both stance tasks
    statement: int = 0  # above the first of these, of statements alone
    dropout: float = 0.1
    head_dropout: float = 0.2


class Layer(nn.Module):
    """One transformer layer of BERT (Devlin et al. 2019)."""

    def __init__(self, dropout: float, width: int, inner: int, eps: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=eps)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=eps)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Map (batch, length, width) to the same shape; `bias` is added to the scores."""
        batch, length, width = x.shape
        qkv = self.qkv(x).view(batch, length, 3, HEADS, width // HEADS)
        q, k, v = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))

    def load_base(
        self, weights: dict[str, Tensor], number: int, names: dict[str, tuple[str, ...]]
    ) -> None:
        """Copy layer `number` of a base model that calls its parts by `names`."""
        for part, keys in names.items():
            for kind in ("weight", "bias"):
                found = [weights[f"encoder.layer.{number}.{key}{kind}"] for key in keys]
                getattr(getattr(self, part), kind).data.copy_(torch.cat(found))


class Encoder(nn.Module):
    """Embeddings and lower layers shared by all tasks; above them the layers of each task.

    Attribution has its upper layers for itself, and both stance tasks have theirs together.
    """

    width: int
    depth: int  # layers of the base model

    def __init__(self, settings: Settings, layer: Callable[[], Layer]) -> None:
        super().__init__()

        def layers(count: int) -> nn.ModuleList:
            return nn.ModuleList([layer() for _ in range(count)])

        self.shared = layers(settings.shared)
        self.attribution, self.stance = layers(settings.attribution), layers(settings.stance)
        self.statement = layers(settings.statement)

    def path(self, task: str) -> Sequence[Layer]:
        """Return the layers of a task above the shared ones, in order."""
        if task == "statement":
            return [self.stance[0], *self.statement]
        return [*(self.attribution if task == "attribution" else self.stance)]

    def forward(self, ids: Tensor, casing: Tensor, mask: Tensor, task: str) -> Tensor:
        """Encode a batch: int64 (batch, length) inputs to float (batch, length, width)."""
        x, bias = self.embed(ids, casing), self.bias(mask)
        for layer in [*self.shared, *self.path(task)]:
            x = layer(x, bias)
        return x

    def embed(self, ids: Tensor, casing: Tensor) -> Tensor:
        """Return what goes into the first layer, float (batch, length, width)."""
        raise NotImplementedError

    def bias(self, mask: Tensor) -> Tensor:
        """Return what is added to the scores of attention: padding is far below zero."""
        return (1.0 - mask.to(torch.float32))[:, None, None, :] * -1e9

    def fresh(self) -> list[nn.Parameter]:
        """Return the weights that the base model knows nothing of."""
        raise NotImplementedError

    def ladder(self) -> Iterator[tuple[int, nn.Module]]:
        """Yield the layers with how many lie below each."""
        yield from enumerate(self.shared)
        for path in (self.attribution, self.stance):
            yield from enumerate(path, len(self.shared))

    def load_layers(
        self, weights: dict[str, Tensor], names: dict[str, tuple[str, ...]] = NAMES
    ) -> None:
        """Start from a base model's layers, those of a task from the same ones.

        Where a path is shorter than the base model its last layers are left out; where it is
        longer, the upper ones are there more than once.
        """
        for number, layer in enumerate(self.shared):
            layer.load_base(weights, number, names)
        low = len(self.shared)
        for path in (self.attribution, self.stance):
            above = self.depth - low
            for at, layer in enumerate(path):
                number = at if len(path) <= above else at * above // len(path)
                layer.load_base(weights, low + number, names)
