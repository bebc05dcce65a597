"""A linear-chain conditional random field over BIO tags (Lafferty et al. 2001)."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from .articles import TAGS

FORBIDDEN = -1e4


def allowed(tags: Sequence[str] = TAGS) -> tuple[Tensor, Tensor]:
    """Return penalties of transitions (n, n) and of first tags (n,): I needs its own role."""
    count = len(tags)
    moves, first = torch.zeros(count, count), torch.zeros(count)
    for at, tag in enumerate(tags):
        if tag.startswith("I"):
            first[at] = FORBIDDEN
            moves[:, at] = FORBIDDEN
            moves[at, at] = moves[at - 1, at] = 0.0
    return moves, first


class Crf(nn.Module):
    """Transition scores and the negative log likelihood of tag sequences."""

    def __init__(self, tags: Sequence[str] = TAGS) -> None:
        super().__init__()
        moves, first = allowed(tags)
        self.moves = nn.Parameter(torch.zeros_like(moves))
        self.first = nn.Parameter(torch.zeros_like(first))
        self.last = nn.Parameter(torch.zeros_like(first))
        self.register_buffer("no_moves", moves, persistent=False)
        self.register_buffer("no_first", first, persistent=False)

    def scores(self) -> tuple[Tensor, Tensor, Tensor]:
        """Return transition, first and last scores, forbidden ones far below zero."""
        return self.moves + self.no_moves, self.first + self.no_first, self.last

    def take(self, steps: list, first: list, last: list) -> None:
        """Take over scores as `scores` returns them."""
        for own, given, no in (
            (self.moves, steps, self.no_moves),
            (self.first, first, self.no_first),
        ):
            own.data.copy_(torch.where(no < 0, 0.0, torch.tensor(given)))
        self.last.data.copy_(torch.tensor(last))

    def forward(self, emissions: Tensor, tags: Tensor) -> Tensor:
        """Return the summed negative log likelihood.

        Args:
            emissions: float (paragraphs, words, 7).
            tags: int64 (paragraphs, words), -1 past the end; every paragraph has a word.
        """
        moves, first, last = self.scores()
        mask = tags >= 0
        safe = tags.clamp(min=0)
        lengths = mask.sum(1)
        picked = emissions.gather(2, safe[..., None])[..., 0]
        gold = (picked * mask).sum() + first[safe[:, 0]].sum()
        gold = gold + (moves[safe[:, :-1], safe[:, 1:]] * mask[:, 1:]).sum()
        gold = gold + last[safe.gather(1, (lengths - 1)[:, None])[:, 0]].sum()
        # one matrix a word, neighbours multiplied two by two: few steps, each of many words
        nothing = torch.where(torch.eye(len(first), device=tags.device) > 0, 0.0, FORBIDDEN)
        steps = moves + emissions[:, 1:, None, :]
        steps = torch.where(mask[:, 1:, None, None], steps, nothing)
        while steps.shape[1] > 1:
            if steps.shape[1] % 2:
                steps = torch.cat([steps, nothing.expand(len(tags), 1, -1, -1)], 1)
            left, right = steps[:, ::2, :, :, None], steps[:, 1::2, None]
            steps = torch.logsumexp(left + right, 3)
        alpha = first + emissions[:, 0]
        if steps.shape[1]:
            alpha = torch.logsumexp(alpha[:, :, None] + steps[:, 0], 1)
        return torch.logsumexp(alpha + last, 1).sum() - gold
