"""The recipes: which runs, in which order, from the data to weights."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch

from .encoder import base_folder
from .large import LARGE, load_large, opinion, train_large
from .pairs import Pair
from .plan import BLEND, ONE_BRANCH, RECIPE, STUDENT, TEACHERS, Plan, load
from .polish import POLISH, POLISHED, POOL, POOL_SEED, polish
from .pool import load_pool
from .restore import restore
from .ship import reship
from .teach import labels_alone, mixed, taught
from .text import Encoding
from .train import blend, train
from .valence import valence_table

RUNS = Path("training/runs")
TASKS = ("attribution", "toward", "between")


def train_one(plan: Plan, run: Path, data: Path, start: Path | None = None) -> None:
    """Train by one plan on labels alone."""
    encoding = Encoding(base_folder() / "tokenizer.json")
    wanted = {task for task, epochs in plan.epochs.items() if epochs}
    table = valence_table(encoding.vocabulary())
    train(load(data, encoding, wanted), encoding, table, plan, run, start)


def train_teachers(task: str, data: Path) -> None:
    """Train the teachers of a stance task, one after the other."""
    for number, plan in enumerate(TEACHERS[task], 1):
        train_one(plan, RUNS / f"{task}-{number}", data)


def train_recipe(data: Path) -> None:
    """Train by the recipe of the weights that ship: two runs, and their mean."""
    first, second = RUNS / "1", RUNS / "2"
    train_one(RECIPE[0], first, data)
    train_one(RECIPE[1], second, data, first)
    blend(first, second, BLEND, RUNS / "blend")


def examples(data: Path, encoding: Encoding) -> list[Pair]:
    """Return what the large teacher is asked about: labelled sentences, then the others."""
    labelled = load(data, encoding, {"toward"}).pairs["toward"]
    return labelled + load_pool("toward", data, encoding, POOL_SEED, POOL)


def teach(data: Path) -> None:
    """Train the large teacher of stance toward a target, and ask it about every example."""
    torch.set_num_threads(2)
    encoding, run = Encoding(base_folder() / "tokenizer.json"), RUNS / "large"
    loaded = load(data, encoding, {"toward"})
    train_large(LARGE, loaded.pairs["toward"], loaded.dev_pairs, run)
    if not (run / "opinions.npy").exists():
        asked = examples(data, encoding)
        np.save(run / "opinions.npy", opinion(load_large("toward", run), asked))


def polish_weights(weights: Path, data: Path) -> None:
    """Teach the stance layers of exported weights what the large teacher says; write them anew.

    The weights that ship are a mean of the polished ones and of those before.
    """
    torch.set_num_threads(2)
    encoding = Encoding(weights / "tokenizer.json")
    loaded = load(data, encoding, {"toward", "between"})
    pairs = {
        "toward": mixed(examples(data, encoding), np.load(RUNS / "large" / "opinions.npy")),
        "between": labels_alone(loaded.pairs["between"], "between"),
    }
    before, after, into = (RUNS / f"polish-{name}" for name in ("before", "after", "blend"))
    network = restore(weights / "reader.onnx", ONE_BRANCH)
    before.mkdir(parents=True, exist_ok=True)
    # a polish that was cut short goes on from the weights that it began with
    if not (before / "averaged.pt").exists():
        torch.save(network.state_dict(), before / "averaged.pt")
    network.load_state_dict(torch.load(before / "averaged.pt", weights_only=True))
    polish(network, pairs, loaded.dev_pairs, POLISH, after)
    blend(before, after, POLISHED, into)
    network.load_state_dict(torch.load(into / "averaged.pt", weights_only=True))
    reship(network, data, weights)


def train_student(data: Path) -> None:
    """Train by the other recipe: teachers, a task on each core; then their student."""
    with ProcessPoolExecutor(2, get_context("spawn")) as cores:
        for done in [cores.submit(train_teachers, task, data) for task in TEACHERS]:
            done.result()
    encoding = Encoding(base_folder() / "tokenizer.json")
    table = valence_table(encoding.vocabulary())
    loaded = load(data, encoding, set(TASKS))
    for task, plans in TEACHERS.items():
        runs = [(plan, RUNS / f"{task}-{number}") for number, plan in enumerate(plans, 1)]
        pairs = loaded.pairs[task] + load_pool(task, data, encoding, STUDENT.seed)
        loaded.pairs[task] = taught(runs, task, pairs, table, RUNS / f"{task}.npy")
    train(loaded, encoding, table, STUDENT, RUNS / "student")
