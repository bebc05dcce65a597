"""`python -m training train|ship|teach|polish|evaluate|experiment --data ../shared/data`."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

from .recipes import RUNS, TASKS, polish_weights, teach, train_one, train_recipe, train_student

WEIGHTS = Path("analysis/reader/weights")


def parse() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train", help="train by the recipe, or go on with it")
    ship = commands.add_parser("ship", help="export, quantise, calibrate and measure a run")
    ship.add_argument("--version", default="reader 2")
    for command in (train, ship):
        command.add_argument("--student", action="store_true", help="the recipe with teachers")
    asked = commands.add_parser("teach", help="train a large teacher of stance, and ask it")
    better = commands.add_parser("polish", help="teach stance anew what it says")
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
    for command in (train, ship, evaluate, trial, asked, better):
        command.add_argument("--data", type=Path, required=True)
    return parser.parse_args()


def main() -> None:
    """Do what the command line says."""
    given = parse()
    if given.command == "evaluate":
        from .card import tables
        from .evaluate import evaluate

        figures = evaluate(given.weights, given.data)
        print(tables(figures) if given.tables else json.dumps(figures, indent=1))
        return
    if given.command == "teach":
        teach(given.data)
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
        for old in RUNS.glob("polish-*"):  # it began with other weights
            shutil.rmtree(old)
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
