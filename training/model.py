"""A reader's network: an encoder with heads for tags, links and stance."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from .articles import TAGS
from .crf import Crf
from .encoder import Encoder, Settings
from .minilm import MiniLm
from .mpnet import Mpnet
from .pairs import BETWEEN, TOWARD
from .text import MARK_CASING

LINK = 64
LABELS = {"toward": TOWARD, "between": BETWEEN}


class StanceHead(nn.Module):
    """Classify from [CLS] and the means of the marked spans."""

    def __init__(self, spans: int, labels: int, dropout: float, width: int) -> None:
        super().__init__()
        self.drop = nn.Dropout(dropout)
        self.hidden = nn.Linear((1 + spans) * width, width)
        self.out = nn.Linear(width, labels)

    def forward(self, parts: list[Tensor]) -> Tensor:
        """Map vectors (batch, width) to logits (batch, labels)."""
        x = functional.gelu(self.hidden(self.drop(torch.cat(parts, 1))))
        return self.out(self.drop(x))


def marked_mean(hidden: Tensor, casing: Tensor, opening: int) -> Tensor:
    """Average the vectors from an opening mark to its closing one, marks included."""
    opened = (casing == opening).to(hidden.dtype).cumsum(1)
    closed = (casing == opening + 1).to(hidden.dtype)
    inside = opened - (closed.cumsum(1) - closed)
    return (hidden * inside[..., None]).sum(1) / inside.sum(1, keepdim=True).clamp(min=1.0)


class Network(nn.Module):
    """One encoder, four heads."""

    def __init__(self, encoder: Encoder, settings: Settings) -> None:
        super().__init__()
        width = encoder.width
        self.encoder = encoder
        self.tags = nn.Linear(width, len(TAGS))
        self.crf = Crf()
        self.link_head = nn.Linear(width, LINK)
        self.link_part = nn.Linear(width, LINK)
        self.toward_head = StanceHead(1, len(TOWARD), settings.head_dropout, width)
        self.between_head = StanceHead(2, len(BETWEEN), settings.head_dropout, width)
        self.drop = nn.Dropout(settings.dropout)

    @property
    def device(self) -> torch.device:
        """Where the weights are."""
        return self.tags.weight.device

    def attribution(self, ids: Tensor, casing: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return tag logits (batch, length, 7) and link vectors (batch, length, 128)."""
        hidden = self.drop(self.encoder(ids, casing, mask, "attribution"))
        links = torch.cat([self.link_head(hidden), self.link_part(hidden)], 2)
        return self.tags(hidden), links

    def toward(self, ids: Tensor, casing: Tensor, mask: Tensor) -> Tensor:
        """Return logits (batch, 3) of the stance toward the marked target."""
        hidden = self.encoder(ids, casing, mask, "toward")
        return self.toward_head([hidden[:, 0], marked_mean(hidden, casing, MARK_CASING + 2)])

    def between(self, ids: Tensor, casing: Tensor, mask: Tensor) -> Tensor:
        """Return logits (batch, 5) of the stance between the marked source and target."""
        hidden = self.encoder(ids, casing, mask, "between")
        spans = [marked_mean(hidden, casing, at) for at in (MARK_CASING, MARK_CASING + 2)]
        return self.between_head([hidden[:, 0], *spans])


def build(large: bool, settings: Settings) -> Network:
    """Return a network on its base model's weights.

    Args:
        large: on all-mpnet-base-v2, else on all-MiniLM-L6-v2.
        settings: its shape.
    """
    encoder = Mpnet(settings) if large else MiniLm(settings)
    encoder.load_base()
    return Network(encoder, settings)
