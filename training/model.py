"""The reader's network: the encoder with heads for tags, links and stance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from .articles import TAGS
from .crf import Crf
from .encoder import WIDTH, Encoder
from .pairs import BETWEEN, TOWARD
from .text import MARK_CASING

LINK = 64


@dataclass(frozen=True, slots=True)
class Settings:
    """Shape of the network and strength of its regularisation."""

    shared: int = 4  # layers of all tasks
    own: int = 1  # last layers of each stance task
    directed: bool = False  # score both directions between source and target by one head
    dropout: float = 0.1
    head_dropout: float = 0.2


class StanceHead(nn.Module):
    """Classify from [CLS] and the means of the marked spans."""

    def __init__(self, spans: int, labels: int, dropout: float, width: int = WIDTH) -> None:
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

    def __init__(self, valence: np.ndarray, settings: Settings) -> None:
        super().__init__()
        self.encoder = Encoder(valence, settings.shared, settings.own, settings.dropout)
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.crf = Crf()
        self.link_head = nn.Linear(WIDTH, LINK)
        self.link_part = nn.Linear(WIDTH, LINK)
        self.toward_head = StanceHead(1, len(TOWARD), settings.head_dropout)
        self.directed = settings.directed
        self.between_head = StanceHead(
            2, len(TOWARD) if settings.directed else len(BETWEEN), settings.head_dropout
        )
        self.drop = nn.Dropout(settings.dropout)

    def attribution(self, ids: Tensor, casing: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return tag logits (batch, length, 7) and link vectors (batch, length, 128)."""
        hidden = self.drop(self.encoder(ids, casing, mask, "attribution"))
        links = torch.cat([self.link_head(hidden), self.link_part(hidden)], 2)
        return self.tags(hidden), links

    def toward(self, ids: Tensor, casing: Tensor, mask: Tensor) -> Tensor:
        """Return logits (batch, 3) of the stance toward the marked target."""
        return self.stance("toward", self.encoder(ids, casing, mask, "toward"), casing)

    def between(self, ids: Tensor, casing: Tensor, mask: Tensor) -> Tensor:
        """Return logits (batch, 5) of the stance between the marked source and target."""
        return self.stance("between", self.encoder(ids, casing, mask, "between"), casing)

    def stance(self, task: str, hidden: Tensor, casing: Tensor) -> Tensor:
        """Return the logits of a stance task from the output of its layers."""
        target = marked_mean(hidden, casing, MARK_CASING + 2)
        if task == "toward":
            return self.toward_head([hidden[:, 0], target])
        source = marked_mean(hidden, casing, MARK_CASING)
        return self.pair([hidden[:, 0], source, target])

    def pair(self, parts: list[Tensor]) -> Tensor:
        """Return the five logits of [CLS], source and target vectors."""
        if not self.directed:
            return self.between_head(parts)
        there, back = self.between_head(parts), self.between_head([parts[0], parts[2], parts[1]])
        return torch.cat([there[:, :2], back[:, :2], (there + back)[:, 2:] / 2], 1)
