"""Whether a speaker takes a side, and whether an outlet judges: learnt on the weights that ship."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import torch

from benchmarks.written import read_written

from .extend import WRITTEN, keep, learner, our_rows, product_encoding
from .judged import judged
from .labelled import Statement, directed, statements
from .lessons import statement_loss
from .loop import follow
from .narrator import narrator
from .pairs import batches
from .sentences import sentences
from .shipped import load_shipped
from .wide import Wide

NARRATED = 2  # times that sentences in an outlet's own voice are read
OWN = 2  # times that our own sentences are read in each epoch, with other names each time
PASSAGES = Path("benchmarks/gold/passages")


def our_statements(data: Path, weights: Path) -> list[Statement]:
    """Return the judged statements: of both train splits, of passages of our own, of more pairs."""
    encoding = product_encoding(weights)
    # passages are held out of names and speakers only: no figure of sides is taken on them
    rows = [*our_rows(data, "train"), *read_written(WRITTEN), *read_written(PASSAGES)]
    told = [each for row in rows for each in statements(row, encoding)]
    return told + list(judged(data, encoding))


def directed_pairs(data: Path, weights: Path) -> list[Statement]:
    """Return DSE's train pairs as statements."""
    return [*directed(data / "dse-train.jsonl.gz", product_encoding(weights))]


def learn_statements(data: Path, weights: Path, run: Path, epochs: int, share: float) -> None:
    """Teach the question whether a speaker takes a side.

    Args:
        data: folder of the JSON lines.
        weights: that ship so far.
        run: folder of the run.
        epochs: of our pairs.
        share: of DSE's pairs that is read in each epoch.
    """
    if (run / "averaged.pt").exists():
        return
    torch.manual_seed(32)
    rng = random.Random(32)
    network, _ = load_shipped(weights)
    ours, others = our_statements(data, weights), directed_pairs(data, weights)
    encoding = product_encoding(weights)
    steps: list[list[Statement]] = []
    for _ in range(epochs):
        mixed = ours + rng.sample(others, int(share * len(others)))
        for _ in range(OWN):
            mixed += sentences(encoding, rng)
        steps += [[mixed[i] for i in group] for group in batches(mixed, 2600, rng)]
    learn(network, steps, run)


def learn_narrator(data: Path, weights: Path, begun: Path, run: Path) -> None:
    """Teach as well whether an outlet's own words judge an actor, in one more epoch.

    Args:
        data: folder of the JSON lines.
        weights: that ship so far.
        begun: folder of the finished run of `learn_statements`.
        run: folder of the run.
    """
    if (run / "averaged.pt").exists():
        return
    torch.manual_seed(33)
    rng = random.Random(33)
    network, _ = load_shipped(weights)
    network.load_state_dict(torch.load(begun / "averaged.pt", weights_only=True), strict=False)
    encoding = product_encoding(weights)
    told = list(narrator(data, our_rows(data, "train"), encoding))
    mixed = our_statements(data, weights) + NARRATED * told + [*sentences(encoding, rng)]
    learn(network, [[mixed[i] for i in group] for group in batches(mixed, 2600, rng)], run)


def learn(network: Wide, steps: Sequence[list[Statement]], run: Path) -> None:
    """Train the layers and the head of statements on batches, in their order."""
    loop = learner(network, [*network.encoder.statement], [network.statement_head], run)
    network.train()

    def loss_of(some: list[Statement]) -> torch.Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            return statement_loss(network, some, 0.05)

    follow(loop, steps, loss_of)
    keep(loop, run)
