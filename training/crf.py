"""A linear-chain conditional random field over BIO tags (Lafferty et al. 2001)."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .articles import TAGS

FORBIDDEN = -1e4


def allowed() -> tuple[Tensor, Tensor]:
    """Return penalties of transitions (7, 7) and of first tags (7,): I needs its own role."""
    count = len(TAGS)
    moves, first = torch.zeros(count, count), torch.zeros(count)
    for at, tag in enumerate(TAGS):
        if tag.startswith("I"):
            first[at] = FORBIDDEN
            moves[:, at] = FORBIDDEN
            moves[at, at] = moves[at - 1, at] = 0.0
    return moves, first


class Crf(nn.Module):
    """Transition scores and the negative log likelihood of tag sequences."""

    def __init__(self) -> None:
        super().__init__()
        moves, first = allowed()
        self.moves = nn.Parameter(torch.zeros_like(moves))
        self.first = nn.Parameter(torch.zeros_like(first))
        self.last = nn.Parameter(torch.zeros_like(first))
        self.register_buffer("no_moves", moves, persistent=False)
        self.register_buffer("no_first", first, persistent=False)

    def scores(self) -> tuple[Tensor, Tensor, Tensor]:
        """Return transition, first and last scores, forbidden ones far below zero."""
        return self.moves + self.no_moves, self.first + self.no_first, self.last

    def forward(self, emissions: Tensor, tags: Tensor) -> Tensor:
        """Return the summed negative log likelihood.

        Args:
            emissions: float (paragraphs, words, 7).
            tags: int64 (paragraphs, words), -1 past the end; every paragraph has a word.
        """
        moves, first, last = self.scores()
        mask = tags >= 0
        safe = tags.clamp(min=0)
        steps = emissions.shape[1]
        lengths = mask.sum(1)
        picked = emissions.gather(2, safe[..., None])[..., 0]
        gold = (picked * mask).sum() + first[safe[:, 0]].sum()
        gold = gold + (moves[safe[:, :-1], safe[:, 1:]] * mask[:, 1:]).sum()
        gold = gold + last[safe.gather(1, (lengths - 1)[:, None])[:, 0]].sum()
        # longest paragraphs first, so that each step touches only those still running
        order = torch.argsort(lengths, descending=True)
        emissions, lengths = emissions[order], lengths[order]
        running = (lengths[None, :] > torch.arange(steps)[:, None]).sum(1).tolist()
        alpha = first + emissions[:, 0]
        total = emissions.new_zeros(())
        for step in range(1, steps):
            alive = running[step]
            if alive < len(alpha):
                total = total + torch.logsumexp(alpha[alive:] + last, 1).sum()
            joint = alpha[:alive, :, None] + moves
            alpha = torch.logsumexp(joint, 1) + emissions[:alive, step]
        return total + torch.logsumexp(alpha + last, 1).sum() - gold
