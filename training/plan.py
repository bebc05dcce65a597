"""What a run is made of: its plan, its data, and the order of its batches."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
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
    smoothing: float = 0.0  # of stance labels
    valence: bool = True  # give the lexicons' valence as an input
    frozen: bool = False  # train stance's own last layers and heads alone
    seed: int = 13
    together: int = 2  # batches of a step, each on a core of its own
    evaluations: int = 4
    stop: float = 1.0  # share of the steps after which to stop, short of the slow end
    settings: Settings = field(default_factory=Settings)


ONE_BRANCH = Settings(own=0)  # both stance tasks end in the same layers
# What the shipped weights were trained with: all tasks, then stance twice as often.
RECIPE = (
    Plan(
        {"attribution": 3.25, "toward": 2.5, "between": 3.25},
        rare_power=0.25,
        stop=0.7656,
        settings=ONE_BRANCH,
    ),
    Plan(
        {"attribution": 0.56, "toward": 1.45, "between": 1.68},
        rate=8e-5,
        head_rate=5e-4,
        average=0.995,
        rare_power=0.25,
        seed=14,
        evaluations=1,
        settings=ONE_BRANCH,
    ),
)
BLEND = 0.6  # the second run's share of the weights that ship

# Another recipe. Teachers of each stance task: six layers for it alone, on one core.
TOWARD_TEACHER = Plan(
    {"toward": 3}, rate=1e-4, average=0.995, smoothing=0.1, together=1, evaluations=6
)
BETWEEN_TEACHER = Plan({"between": 4}, rate=1e-4, average=0.997, rare_power=0.25, together=1)
TEACHERS = {
    "toward": (
        replace(TOWARD_TEACHER, seed=21),
        replace(TOWARD_TEACHER, seed=22, agreement=1.0),
        replace(TOWARD_TEACHER, epochs={"toward": 2.5}, seed=23, agreement=1.0, valence=False),
    ),
    "between": (
        replace(BETWEEN_TEACHER, seed=31),
        replace(BETWEEN_TEACHER, epochs={"between": 3}, seed=32, settings=Settings(directed=True)),
    ),
}
# All tasks, stance from its labels and from the teachers' opinions.
STUDENT = Plan(
    {"attribution": 2.5, "toward": 2.25, "between": 2.75},
    rare_power=0.25,
    evaluations=5,
)


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
    """Return every step of the run: some batches, each for a thread of its own.

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
