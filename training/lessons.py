"""What the heads of our labels learn from: losses of articles, and of statements."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from .labelled import Labelled, Statement
from .losses import pad
from .text import PLAIN
from .wide import HIDDEN, WHO, Wide


def rows_of(articles: Sequence[Labelled]) -> tuple[Tensor, ...]:
    """Return ids, casing, mask and the positions read of all rows of some articles."""
    rows = [row for article in articles for row in article.page.rows]
    ids = pad([row.ids for row in rows], 0)
    mask = pad([np.ones(len(row.ids), dtype=np.int64) for row in rows], 0)
    read = [at * ids.shape[1] + row.read for at, row in enumerate(rows)]
    casing = pad([row.casing for row in rows], PLAIN)
    return ids, casing, mask, torch.from_numpy(np.concatenate(read))


def means(vectors: Tensor, groups: Sequence[np.ndarray]) -> Tensor:
    """Return the mean vector of each group of words; 0 for an empty one."""
    owner = np.concatenate([np.full(len(each), at) for at, each in enumerate(groups)] or [[]])
    words = np.concatenate([*groups, np.zeros(0, dtype=np.int64)])
    size = torch.tensor([max(len(each), 1) for each in groups], dtype=vectors.dtype)
    total = vectors.new_zeros(len(groups), *vectors.shape[1:])
    total = total.index_add(0, torch.from_numpy(owner.astype(np.int64)), vectors[words])
    return total / size.view(-1, *[1] * (vectors.dim() - 1))


def article_losses(
    network: Wide, articles: Sequence[Labelled], before: Sequence[np.ndarray]
) -> dict[str, Tensor]:
    """Return the losses of some labelled articles by what they teach.

    Args:
        network: the network.
        articles: each with at least one word.
        before: float32 (words, 7) of each, tag scores of the network that was started from.
    """
    tags, _, _, names, source, name, parts = network.words(*rows_of(articles))
    sizes = [len(article.names) for article in articles]
    old = torch.from_numpy(np.concatenate(before))
    kept = functional.kl_div(
        functional.log_softmax(tags, 1), functional.softmax(old, 1), reduction="batchmean"
    )
    at = 0
    lines, gold, judged, ones, found = [], [], [], [], []
    for article, size in zip(articles, sizes, strict=True):
        cut = slice(at, at + size)
        ends = np.cumsum(article.page.lines)
        lines += [at + np.arange(e - n, e) for e, n in zip(ends, article.page.lines, strict=True)]
        gold += [article.names[e - n : e] for e, n in zip(ends, article.page.lines, strict=True)]
        found += speaker_losses(article, source[cut], name[cut])
        if len(article.parts):
            mine = parts[cut].view(size, 3, HIDDEN)
            by_role = [means(mine[:, r], [p[r] for p in article.parts]) for r in range(3)]
            there = torch.tensor([[len(part) > 0 for part in each] for each in article.parts])
            judged.append(network.judged(torch.stack(by_role, 1), there))
            ones.append(article.is_one)
        at += size
    scores = names[pad(lines, 0)]
    losses = {
        "tags": kept,
        "names": network.name_crf(scores, pad(gold, -1)) / at,
    }
    if judged:
        wanted = torch.from_numpy(np.concatenate(ones).astype(np.float32))
        losses["judge"] = functional.binary_cross_entropy_with_logits(torch.cat(judged), wanted)
    if found:
        losses["who"] = torch.cat(found).mean()
    return losses


def speaker_losses(article: Labelled, source: Tensor, name: Tensor) -> list[Tensor]:
    """Return the cross entropies of finding the speakers' mentions, nobody among the choices."""
    known = [at for at, right in enumerate(article.speakers) if right is not None]
    if not known or not article.mentions:
        return []
    # where no source is written, its cue or else its content looks for the speaker
    words = [next((p for p in article.parts[at] if len(p)), article.parts[at][0]) for at in known]
    scores = means(source, words) @ means(name, article.mentions).T / WHO**0.5
    scores = torch.cat([scores, scores.new_zeros(len(known), 1)], 1)
    right = torch.zeros_like(scores, dtype=torch.bool)
    for row, at in enumerate(known):
        places = article.speakers[at]
        right[row, places if places is not None and len(places) else -1] = True
    return [scores.logsumexp(1) - scores.masked_fill(~right, -1e9).logsumexp(1)]


def statement_batch(examples: Sequence[Statement]) -> tuple[Tensor, ...]:
    """Return ids, casing, mask and pool of statements."""
    ids = pad([each.ids for each in examples], 0)
    pool = np.zeros((len(examples), 3, ids.shape[1]), dtype=np.float32)
    for at, each in enumerate(examples):
        pool[at, :, : len(each.ids)] = each.pool
    mask = pad([np.ones(len(each.ids), dtype=np.int64) for each in examples], 0)
    casing = pad([each.casing for each in examples], PLAIN)
    return ids, casing, mask, torch.from_numpy(pool)


def statement_loss(network: Wide, examples: Sequence[Statement], smoothing: float) -> Tensor:
    """Return the cross entropy of a batch of statements."""
    labels = torch.tensor([each.label for each in examples])
    logits = network.stated(*statement_batch(examples)).float()
    return functional.cross_entropy(logits, labels, label_smoothing=smoothing)
