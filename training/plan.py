"""What a run is made of: its plan, its data, and the order of its batches."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from .articles import Paragraph, paragraphs, read_lines
from .model import Settings
from .pairs import Pair, batches, load_pairs
from .text import Encoding
from .windows import random_windows, window_batches

TASKS = ("attribution", "toward", "between")


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that decides a run."""

    epochs: dict[str, float] = field(default_factory=dict)  # per task
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    warmup: float = 0.06
    average: float = 0.998
    decay: float = 0.01
    window: int = 288
    tokens: int = 1440
    rare_power: float = 0.0  # class weights are frequency to minus this power
    agreement: float = 0.0  # weight of R-Drop
    frozen: bool = False  # train the branches and heads alone
    seed: int = 13
    threads: int = 1  # of each task
    evaluations: int = 4
    stop: float = 1.0  # share of the steps after which to stop, short of the slow end
    settings: Settings = field(default_factory=Settings)


# What the shipped weights were trained with: all tasks, then stance twice as often.
RECIPE = (
    Plan({"attribution": 3.25, "toward": 2.5, "between": 3.25}, rare_power=0.25, stop=0.7656),
    Plan(
        {"attribution": 0.56, "toward": 1.45, "between": 1.68},
        rate=8e-5,
        head_rate=5e-4,
        average=0.995,
        rare_power=0.25,
        seed=14,
        evaluations=1,
    ),
)
BLEND = 0.6  # the second run's share of the weights that ship


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
    """Return every step of the run: one batch from each of two lanes.

    Tasks share the lanes so that both are about as long, and are spread over the run so
    that all end together; where a lane has fewer batches, some steps hold only the other.
    """
    tasks: list[list[tuple[float, str, Any]]] = []
    for number, task in enumerate(TASKS):
        wanted = plan.epochs.get(task, 0)
        made: list[Any] = []
        for epoch in range(int(np.ceil(wanted))):
            rng = random.Random(plan.seed * 1000 + epoch * 10 + number)
            if task == "attribution":
                windows = random_windows(data.articles, rng, plan.window)
                fresh: list[Any] = window_batches(windows, plan.tokens, rng)
            else:
                pairs = data.pairs[task]
                groups = batches(pairs, plan.tokens, rng)
                fresh = [[pairs[i] for i in group] for group in groups]
            part = min(1.0, wanted - epoch)
            made += fresh[: int(len(fresh) * part)]
        tasks.append([((at + 0.5) / len(made), task, batch) for at, batch in enumerate(made)])
    lanes: list[list[tuple[float, str, Any]]] = [[], []]
    for batches_of_task in sorted(tasks, key=len, reverse=True):
        min(lanes, key=len).extend(batches_of_task)
    count = max(len(lane) for lane in lanes)
    steps: list[Step] = [[] for _ in range(count)]
    for lane in lanes:
        lane.sort(key=lambda item: item[0])
        for at, (_, task, batch) in enumerate(lane):
            steps[int((at + 0.5) * count / len(lane))].append((task, batch))
    return steps
