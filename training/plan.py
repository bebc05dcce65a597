"""What a run is made of: its plan, its data, and the order of its batches."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from .articles import Paragraph, paragraphs, read_lines
from .encoder import Settings
from .pairs import Pair, batches, load_pairs
from .text import Encoding
from .windows import random_windows, window_batches

TASKS = ("attribution", "toward", "between")


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that decides a run."""

    epochs: dict[str, float] = field(default_factory=dict)  # per task
    large: bool = False  # on the large base model, else on the small one
    rate: float = 2.5e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    warmup: float = 0.06
    average: float = 0.998
    decay: float = 0.01
    window: int = 288
    tokens: int = 2880
    rare_power: float = 0.25  # class weights of `between` are frequency to minus this power
    smoothing: float = 0.1  # of the labels of `toward`, where labels alone teach
    seed: int = 13
    together: int = 2  # batches of a step
    evaluations: int = 4
    stop: float = 1.0  # share of the steps after which to stop, short of the slow end
    frozen: bool = False  # train the stance layers and heads alone
    settings: Settings = field(default_factory=Settings)


@dataclass(slots=True)
class Data:
    """Train and dev splits, encoded."""

    articles: list[list[Paragraph]]
    pairs: dict[str, list[Pair]]
    dev_articles: list[list[Paragraph]]
    dev_pairs: dict[str, list[Pair]]


def load(folder: Path, encoding: Encoding, tasks: set[str]) -> Data:
    """Encode the splits that the tasks need."""
    data = Data([], {}, [], {})
    if "attribution" in tasks:
        for name, into in (("train", data.articles), ("dev", data.dev_articles)):
            rows = read_lines(folder / f"polnear-{name}.jsonl.gz")
            into += [paragraphs(row, encoding) for row in rows]
    if "toward" in tasks:
        data.pairs["toward"] = load_pairs(folder / "newsmtsc-train.jsonl.gz", encoding)
        for name in ("mt", "rw"):
            file = folder / f"newsmtsc-dev-{name}.jsonl.gz"
            data.dev_pairs[name] = load_pairs(file, encoding)
    if "between" in tasks:
        data.pairs["between"] = load_pairs(folder / "dse-train.jsonl.gz", encoding)
        data.dev_pairs["dse"] = load_pairs(folder / "dse-dev.jsonl.gz", encoding)
    return data


Step = list[tuple[str, Any]]


def schedule(data: Data, plan: Plan) -> list[Step]:
    """Return every step of the run: batches, each a task and its examples.

    The tasks are spread over the run so that all end together.
    """
    made: list[tuple[float, str, Any]] = []
    for number, task in enumerate(TASKS):
        wanted = plan.epochs.get(task, 0.0)
        own: list[Any] = []
        for epoch in range(int(np.ceil(wanted))):
            rng = random.Random(plan.seed * 1000 + epoch * 10 + number)
            if task == "attribution":
                windows = random_windows(data.articles, rng, plan.window)
                fresh: list[Any] = window_batches(windows, plan.tokens, rng)
            else:
                pairs = data.pairs[task]
                groups = batches(pairs, plan.tokens, rng)
                fresh = [[pairs[i] for i in group] for group in groups]
            own += fresh[: int(len(fresh) * min(1.0, wanted - epoch))]
        made += [((at + 0.5) / len(own), task, batch) for at, batch in enumerate(own)]
    made.sort(key=lambda item: item[0])
    return [
        [(task, batch) for _, task, batch in made[at : at + plan.together]]
        for at in range(0, len(made), plan.together)
    ]
