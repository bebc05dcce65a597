"""The network that ships: one that is trained on research data, with the heads of our labels."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .crf import Crf
from .encoder import Encoder, Settings
from .model import Network, StanceHead
from .pairs import TOWARD

TYPES = ("person", "organisation", "country", "group", "region", "place")
NAME_TAGS = ("O", *(f"{part}-{kind}" for kind in TYPES for part in "BI"))
HIDDEN = 48  # of the layer that judges attributions
WHO = 64  # numbers of a speaker's vector
SHAPE = Settings(shared=2, attribution=3, stance=3, statement=2)


class Wide(Network):
    """Names, who speaks, whether an attribution is one, and a speaker's stance."""

    def __init__(self, encoder: Encoder, settings: Settings = SHAPE) -> None:
        super().__init__(encoder, settings)
        width = encoder.width
        self.name_tags = nn.Linear(width, len(NAME_TAGS))
        self.name_crf = Crf(NAME_TAGS)
        self.who_source, self.who_name = nn.Linear(width, WHO), nn.Linear(width, WHO)
        self.judge_parts = nn.Linear(width, 3 * HIDDEN)
        self.judge_absent = nn.Parameter(torch.zeros(3, HIDDEN))
        self.judge_out = nn.Linear(HIDDEN, 1)
        self.statement_head = StanceHead(2, len(TOWARD), settings.head_dropout, width)

    def word_heads(self) -> list[nn.Linear]:
        """Return what gives the numbers of a word, in the order of the file's columns."""
        first = [self.tags, self.link_head, self.link_part]
        return [*first, self.name_tags, self.who_source, self.who_name, self.judge_parts]

    def words(self, ids: Tensor, casing: Tensor, mask: Tensor, read: Tensor) -> list[Tensor]:
        """Return what each head of a word gives at positions (row * length + place)."""
        hidden = self.encoder(ids, casing, mask, "attribution").flatten(0, 1)[read]
        return [head(self.drop(hidden)).float() for head in self.word_heads()]

    def judged(self, means: Tensor, there: Tensor) -> Tensor:
        """Return logits (attributions,) of their parts' means (attributions, 3, hidden).

        Args:
            means: of the parts that are there.
            there: bool (attributions, 3).
        """
        parts = torch.where(there[..., None], means, self.judge_absent)
        return self.judge_out(torch.relu(parts.sum(1)))[:, 0]

    def stated(self, ids: Tensor, casing: Tensor, mask: Tensor, pool: Tensor) -> Tensor:
        """Return logits (batch, 3) of a speaker's stance; `pool` (batch, 3, length) of means."""
        hidden = self.encoder(ids, casing, mask, "statement")
        return self.statement_head([*(pool.to(hidden.dtype) @ hidden).unbind(1)])
