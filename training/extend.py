"""From the weights that ship to more of them: the heads of our labels, and what lies below."""

from __future__ import annotations

import random
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn

from benchmarks.written import read_written
from onrecord.reader.encode import Encoding
from onrecord.reader.words import Vocabulary

from .articles import paragraphs, read_lines
from .judged import judged
from .labelled import Labelled, Statement, directed, labelled, statements
from .lessons import article_losses, rows_of, statement_loss
from .loop import Loop, warm_then_down
from .losses import attribution_loss
from .narrator import narrator
from .pairs import batches
from .sentences import sentences
from .shipped import load_shipped
from .text import Encoding as TextEncoding
from .wide import Wide
from .windows import random_windows, window_batches

OURS = ("world", "statements")
WEIGHTS = {"tags": 2.0, "names": 4.0, "judge": 1.0, "who": 1.0, "gold": 1.0}
RATE, HEAD_RATE = 1.5e-4, 1e-3
NARRATED = 2  # times that sentences in an outlet's own voice are read
OWN = 2  # times that our own sentences are read in each epoch, with other names each time
TOKENS = 1100  # pieces of PolNeAR beside a step of ours
WORDS = 1200  # of ours in a step, about two articles
WRITTEN = Path(__file__).parent / "written"
PASSAGES = Path("benchmarks/gold/passages")


def product_encoding(weights: Path) -> Encoding:
    """Return the product's way from texts to rows."""
    return Encoding(Vocabulary(weights / "tokenizer.json"))


def half(story: object) -> int:
    """Return on which side of the split a story is: 0 or 1."""
    return zlib.crc32(str(story).encode()) % 2


def our_rows(data: Path, split: str, leave: int | None = None) -> list[dict]:
    """Return the labelled articles of a split, less one half of the stories."""
    rows = [row for name in OURS for row in read_lines(data / f"{name}-{split}.jsonl.gz")]
    return [row for row in rows if half(row["story"]) != leave]


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


def learner(network: Wide, layers: list[nn.Module], heads: list[nn.Module], run: Path) -> Loop:
    """Freeze all but some layers and heads, and return what trains those."""
    network.requires_grad_(False)
    groups = []
    for modules, rate in ((layers, RATE), (heads, HEAD_RATE)):
        for module in modules:
            module.requires_grad_(True)
        params = [p for module in modules for p in module.parameters()]
        groups.append({"params": params, "lr": rate, "peak": rate})
    return Loop(network, groups, run, 0.995, 0.01)


def learn_articles(
    data: Path, weights: Path, run: Path, epochs: int, leave: int | None = None
) -> None:
    """Teach names, speakers and what an attribution is; attribution stays as it was.

    Args:
        data: folder of the JSON lines.
        weights: that ship so far.
        run: folder of the run.
        epochs: of our articles.
        leave: the half of the stories that is not read, nor are the passages of our own: what
            a network says of those is what it would say of news.
    """
    if (run / "averaged.pt").exists():
        return
    torch.manual_seed(31)
    rng = random.Random(31)
    network, _ = load_shipped(weights)
    encoding = product_encoding(weights)
    rows = our_rows(data, "train", leave) + ([] if leave is not None else read_written(WRITTEN))
    articles = [labelled(row, encoding) for row in rows]
    articles = [article for article in articles if len(article.names)]
    network.eval()
    before = [old_tags(network, article) for article in articles]
    text_encoding = TextEncoding(weights / "tokenizer.json")
    gold = [paragraphs(row, text_encoding) for row in read_lines(data / "polnear-train.jsonl.gz")]
    heads = [network.name_tags, network.name_crf, network.who_source, network.who_name]
    heads += [network.judge_parts, network.judge_out]
    layers = [*network.encoder.attribution]
    loop = learner(network, layers, [*heads], run)
    sizes = [len(article.names) for article in articles]
    steps = [step for _ in range(epochs) for step in shuffled_steps(sizes, rng)]
    windows: list = []
    network.train()
    for step in range(len(steps)):
        if not windows:
            windows = window_batches(random_windows(gold, rng, 288), TOKENS, rng)
        batch = windows.pop()
        if step < loop.begin:
            continue
        with torch.autocast("cpu", dtype=torch.bfloat16):
            losses = article_losses(
                network, [articles[i] for i in steps[step]], [before[i] for i in steps[step]]
            )
            losses["gold"] = attribution_loss(network, batch, text_encoding)
        sum(WEIGHTS[name] * loss for name, loss in losses.items()).backward()
        loop.update(step, warm_then_down(step, len(steps), 0.06))
        loop.save(step, 120)
        if step % 25 == 0:
            loop.note(
                step=step, of=len(steps), **{k: round(float(v), 3) for k, v in losses.items()}
            )
    keep(loop, run)


def keep(loop: Loop, run: Path) -> None:
    """Write the averaged weights of what was trained."""
    with loop.mean():
        learnt = {name: p.detach().clone() for name, p in loop.trained.items()}
        torch.save(learnt, run / "averaged.pt")


def old_tags(network: Wide, article: Labelled) -> np.ndarray:
    """Return the tag scores of a network before it learns on."""
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        return network.words(*rows_of([article]))[0].numpy()


def shuffled_steps(sizes: Sequence[int], rng: random.Random) -> list[list[int]]:
    """Return all indices once, in groups of about `WORDS` words.

    >>> sorted(sum(shuffled_steps([900, 900, 200, 5000], random.Random(1)), []))
    [0, 1, 2, 3]
    """
    steps: list[list[int]] = []
    filled = WORDS
    for at in rng.sample(range(len(sizes)), len(sizes)):
        if filled >= WORDS:
            steps.append([])
            filled = 0
        steps[-1].append(at)
        filled += sizes[at]
    return steps


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
    follow(network, steps, run)


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
    follow(network, [[mixed[i] for i in group] for group in batches(mixed, 2600, rng)], run)


def follow(network: Wide, steps: Sequence[list[Statement]], run: Path) -> None:
    """Train the layers and the head of statements on batches, in their order."""
    loop = learner(network, [*network.encoder.statement], [network.statement_head], run)
    network.train()
    recent: list[float] = []
    for step in range(loop.begin, len(steps)):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = statement_loss(network, steps[step], 0.05)
        loss.backward()
        recent.append(float(loss.detach()))
        loop.update(step, warm_then_down(step, len(steps), 0.06))
        loop.save(step, 120)
        if step % 25 == 0:
            loop.note(step=step, of=len(steps), loss=round(float(np.mean(recent[-25:])), 3))
    keep(loop, run)
