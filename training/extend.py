"""From the weights that ship to more of them: names, speakers and what an attribution is."""

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
from .coreference import coreference
from .labelled import Labelled, labelled
from .lessons import article_losses, rows_of
from .looks import look_loss, look_steps, looks
from .loop import Loop, warm_then_down
from .losses import attribution_loss
from .shipped import load_shipped
from .text import Encoding as TextEncoding
from .wide import Wide
from .windows import random_windows, window_batches

OURS = ("world", "statements")
WEIGHTS = {"tags": 2.0, "names": 4.0, "judge": 1.0, "who": 1.0, "gold": 2.0, "look": 1.0}
RATE, HEAD_RATE = 1.5e-4, 1e-3
SLOWER = 0.65  # share of these rates for what goes on from a finished run
TOKENS = 1100  # pieces of PolNeAR beside a step of ours
WORDS = 1200  # of ours in a step, about two articles
WRITTEN = Path(__file__).parent / "written"


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


def learner(
    network: Wide, layers: list[nn.Module], heads: list[nn.Module], run: Path, speed: float = 1.0
) -> Loop:
    """Freeze all but some layers and heads, and return what trains those."""
    network.requires_grad_(False)
    groups = []
    for modules, rate in ((layers, speed * RATE), (heads, speed * HEAD_RATE)):
        for module in modules:
            module.requires_grad_(True)
        params = [p for module in modules for p in module.parameters()]
        groups.append({"params": params, "lr": rate, "peak": rate})
    return Loop(network, groups, run, 0.995, 0.01)


def learn_articles(
    data: Path,
    weights: Path,
    run: Path,
    epochs: int,
    leave: int | None = None,
    begun: Path | None = None,
) -> None:
    """Teach names, speakers, a second look at sources, and what an attribution is.

    What the network says of sources, cues and contents stays as it was.

    Args:
        data: folder of the JSON lines.
        weights: that ship so far.
        run: folder of the run.
        epochs: of our articles.
        leave: the half of the stories that is not read, nor are the passages of our own: what
            a network says of those is what it would say of news.
        begun: folder of a finished run to go on from, more slowly.
    """
    if (run / "averaged.pt").exists():
        return
    seed = 61 if begun else 31
    torch.manual_seed(seed)
    rng = random.Random(seed)
    network, _ = load_shipped(weights)
    if begun:
        network.load_state_dict(torch.load(begun / "averaged.pt", weights_only=True), strict=False)
    encoding = product_encoding(weights)
    rows = our_rows(data, "train", leave) + ([] if leave is not None else read_written(WRITTEN))
    articles = [labelled(row, encoding) for row in rows]
    articles = [article for article in articles if len(article.names)]
    vocabulary = encoding.vocabulary
    every = (look for row in [*rows, *coreference(data)] for look in looks(row, vocabulary))
    asked = [look for look in every if look.right is not None]
    lengths = [len(look.ids) for look in asked]
    network.eval()
    before = [old_tags(network, article) for article in articles]
    text_encoding = TextEncoding(weights / "tokenizer.json")
    gold = [paragraphs(row, text_encoding) for row in read_lines(data / "polnear-train.jsonl.gz")]
    heads = [network.name_tags, network.name_crf, network.who_source, network.who_name]
    heads += [network.judge_parts, network.judge_out]
    layers = [*network.encoder.attribution]
    loop = learner(network, layers, [*heads], run, SLOWER if begun else 1.0)
    sizes = [len(article.names) for article in articles]
    steps = [step for _ in range(epochs) for step in shuffled_steps(sizes, rng)]
    windows: list = []
    seen: list[list[int]] = []
    network.train()
    for step in range(len(steps)):
        if not windows:
            windows = window_batches(random_windows(gold, rng, 288), TOKENS, rng)
        seen = seen or look_steps(lengths, rng)
        batch, looked = windows.pop(), [asked[at] for at in seen.pop()]
        if step < loop.begin:
            continue
        with torch.autocast("cpu", dtype=torch.bfloat16):
            losses = article_losses(
                network, [articles[i] for i in steps[step]], [before[i] for i in steps[step]]
            )
            losses["gold"] = attribution_loss(network, batch, text_encoding)
            losses["look"] = look_loss(network, looked)
        sum(WEIGHTS[name] * loss for name, loss in losses.items()).backward()
        loop.update(step, warm_then_down(step, len(steps), 0.06))
        loop.save(step, 120)
        if step % 25 == 0:
            loop.note(
                step=step, of=len(steps), **{k: round(float(v), 3) for k, v in losses.items()}
            )
    keep(loop, run)


def mean_of(runs: Sequence[Path], into: Path) -> None:
    """Write the mean of the weights of some finished runs of the same layers as a run of its own.

    Args:
        runs: folders of finished runs.
        into: folder of the new one.
    """
    kept = [torch.load(run / "averaged.pt", weights_only=True) for run in runs]
    into.mkdir(parents=True, exist_ok=True)
    mean = {name: sum(each[name] for each in kept) / len(kept) for name in kept[0]}
    torch.save(mean, into / "averaged.pt")


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
