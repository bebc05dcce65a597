"""`python -m training train|ship|polish|evaluate|experiment --data ../shared/data`."""

from __future__ import annotations

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .plan import Plan

RUNS = Path("training/runs")
WEIGHTS = Path("analysis/reader/weights")
TASKS = ("attribution", "toward", "between")


def parse() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train", help="train by the recipe, or go on with it")
    ship = commands.add_parser("ship", help="export, quantise, calibrate and measure a run")
    ship.add_argument("--version", default="reader 2")
    for command in (train, ship):
        command.add_argument("--student", action="store_true", help="the recipe with teachers")
    better = commands.add_parser("polish", help="teach stance anew, by large teachers")
    evaluate = commands.add_parser("evaluate", help="measure the weights on the dev splits")
    evaluate.add_argument("--tables", action="store_true", help="print Markdown tables")
    trial = commands.add_parser("experiment", help="one run of your own")
    trial.add_argument("--run", type=Path, required=True)
    trial.add_argument("--start", type=Path, help="finished run to start from")
    trial.add_argument("--frozen", action="store_true", help="train only stance's last layers")
    trial.add_argument("--directed", action="store_true", help="one head for both directions")
    trial.add_argument("--no-valence", action="store_true", help="leave the lexicons out")
    for task in TASKS:
        trial.add_argument(f"--{task}", type=float, default=3, help="epochs of this task")
    for name, value in (
        ("rate", 1.5e-4),
        ("head-rate", 1e-3),
        ("rare-power", 0.25),
        ("average", 0.998),
        ("agreement", 0.0),
        ("smoothing", 0.0),
        ("dropout", 0.1),
    ):
        trial.add_argument(f"--{name}", type=float, default=value)
    trial.add_argument("--seed", type=int, default=13)
    trial.add_argument("--evaluations", type=int, default=3)
    for command in (ship, evaluate, better):
        command.add_argument("--weights", type=Path, default=WEIGHTS)
    for command in (train, ship, evaluate, trial, better):
        command.add_argument("--data", type=Path, required=True)
    return parser.parse_args()


def train_one(plan: Plan, run: Path, data: Path, start: Path | None = None) -> None:
    """Train by one plan on labels alone."""
    from .encoder import base_folder
    from .plan import load
    from .text import Encoding
    from .train import train
    from .valence import valence_table

    encoding = Encoding(base_folder() / "tokenizer.json")
    wanted = {task for task, epochs in plan.epochs.items() if epochs}
    table = valence_table(encoding.vocabulary())
    train(load(data, encoding, wanted), encoding, table, plan, run, start)


def train_teachers(task: str, data: Path) -> None:
    """Train the teachers of a stance task, one after the other."""
    from .plan import TEACHERS

    for number, plan in enumerate(TEACHERS[task], 1):
        train_one(plan, RUNS / f"{task}-{number}", data)


def train_recipe(data: Path) -> None:
    """Train by the recipe of the weights that ship: two runs, and their mean."""
    from .plan import BLEND, RECIPE
    from .train import blend

    first, second = RUNS / "1", RUNS / "2"
    train_one(RECIPE[0], first, data)
    train_one(RECIPE[1], second, data, first)
    blend(first, second, BLEND, RUNS / "blend")


def train_teacher(data: Path) -> None:
    """Train the large teacher of stance toward a target, and ask it about every example."""
    import numpy as np
    import torch

    from .encoder import base_folder
    from .large import TEACHER, Large, opinion, train_large
    from .plan import load
    from .polish import POOL, POOL_SEED
    from .pool import load_pool
    from .text import Encoding

    encoding = Encoding(base_folder() / "tokenizer.json")
    loaded, run = load(data, encoding, {"toward"}), RUNS / "large"
    train_large(TEACHER, loaded.pairs["toward"], loaded.dev_pairs, run)
    if not (run / "opinions.npy").exists():
        network = Large(TEACHER.task)
        network.encoder.load_base()
        network.load_state_dict(torch.load(run / "averaged.pt", weights_only=True), strict=False)
        pool = load_pool("toward", data, encoding, POOL_SEED, POOL)
        np.save(run / "opinions.npy", opinion(network, loaded.pairs["toward"] + pool))


def polish_weights(weights: Path, data: Path) -> None:
    """Teach the stance layers of exported weights what a large teacher says; write them anew.

    The weights that ship are a mean of the polished ones and of those before.
    """
    import numpy as np
    import torch

    from .plan import ONE_BRANCH, load
    from .polish import POLISH, POLISHED, POOL, POOL_SEED, polish
    from .pool import load_pool
    from .restore import restore
    from .ship import reship
    from .teach import labels_alone, mixed
    from .text import Encoding
    from .train import blend

    train_teacher(data)
    encoding = Encoding(weights / "tokenizer.json")
    loaded = load(data, encoding, {"toward", "between"})
    examples = loaded.pairs["toward"] + load_pool("toward", data, encoding, POOL_SEED, POOL)
    pairs = {
        "toward": mixed(examples, np.load(RUNS / "large" / "opinions.npy")),
        "between": labels_alone(loaded.pairs["between"], "between"),
    }
    before, after, into = (RUNS / f"polish-{name}" for name in ("before", "after", "blend"))
    network = restore(weights / "reader.onnx", ONE_BRANCH)
    before.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), before / "averaged.pt")
    polish(network, pairs, loaded.dev_pairs, POLISH, after)
    blend(before, after, POLISHED, into)
    network.load_state_dict(torch.load(into / "averaged.pt", weights_only=True))
    reship(network, data, weights)


def train_student(data: Path) -> None:
    """Train by the other recipe: teachers, a task on each core; then their student."""
    from .encoder import base_folder
    from .plan import STUDENT, TEACHERS, load
    from .pool import load_pool
    from .teach import taught
    from .text import Encoding
    from .train import train
    from .valence import valence_table

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


def main() -> None:
    """Do what the command line says."""
    given = parse()
    if given.command == "evaluate":
        from .card import tables
        from .evaluate import evaluate

        figures = evaluate(given.weights, given.data)
        print(tables(figures) if given.tables else json.dumps(figures, indent=1))
        return
    if given.command == "polish":
        polish_weights(given.weights, given.data)
        return
    from .model import Settings

    if given.command == "ship":
        from .plan import ONE_BRANCH
        from .ship import ship

        run = RUNS / ("student" if given.student else "blend")
        settings = Settings() if given.student else ONE_BRANCH
        ship(run, given.data, given.weights, given.version, settings)
    elif given.command == "train":
        (train_student if given.student else train_recipe)(given.data)
    else:
        from .plan import Plan

        plan = Plan(
            {task: getattr(given, task) for task in TASKS},
            rate=given.rate,
            head_rate=given.head_rate,
            average=given.average,
            rare_power=given.rare_power,
            agreement=given.agreement,
            smoothing=given.smoothing,
            valence=not given.no_valence,
            frozen=given.frozen,
            seed=given.seed,
            evaluations=given.evaluations,
            settings=Settings(dropout=given.dropout, directed=given.directed),
        )
        train_one(plan, given.run, given.data, given.start)


if __name__ == "__main__":
    main()
