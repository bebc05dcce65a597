"""`python -m training train|ship|evaluate --data ../shared/data`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

RUN = Path("training/runs/reader")
WEIGHTS = Path("analysis/reader/weights")


def parse() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train", help="train, or go on with an interrupted run")
    for task, epochs in (("attribution", 4), ("toward", 3), ("between", 4)):
        train.add_argument(f"--{task}", type=float, default=epochs, help="epochs of this task")
    train.add_argument("--rate", type=float, default=1.5e-4)
    train.add_argument("--head-rate", type=float, default=1e-3)
    train.add_argument("--rare-power", type=float, default=0.25)
    train.add_argument("--average", type=float, default=0.998)
    train.add_argument("--agreement", type=float, default=0.0, help="weight of R-Drop")
    train.add_argument("--start", type=Path, help="finished run to start from")
    train.add_argument("--frozen", action="store_true", help="train only branches and heads")
    train.add_argument("--threads", type=int, default=1, help="threads of each of two tasks")
    train.add_argument("--seed", type=int, default=13)
    train.add_argument("--evaluations", type=int, default=4)
    train.add_argument("--no-valence", action="store_true")
    ship = commands.add_parser("ship", help="export, quantise and calibrate a run")
    ship.add_argument("--version", default="reader 1")
    evaluate = commands.add_parser("evaluate", help="measure the weights on the dev splits")
    evaluate.add_argument("--tables", action="store_true", help="print Markdown tables")
    for command in (train, ship):
        command.add_argument("--run", type=Path, default=RUN)
        command.add_argument("--shared", type=int, default=4, help="layers that tasks share")
        command.add_argument("--dropout", type=float, default=0.1)
    for command in (ship, evaluate):
        command.add_argument("--weights", type=Path, default=WEIGHTS)
    for command in (train, ship, evaluate):
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
    from .model import Settings

    settings = Settings(shared=given.shared, dropout=given.dropout)
    if given.command == "ship":
        from .ship import ship

        ship(given.run, given.data, given.weights, given.version, settings)
        return
    from .encoder import base_folder
    from .text import Encoding
    from .train import TASKS, Plan, load, train
    from .valence import valence_table

    encoding = Encoding(base_folder() / "tokenizer.json")
    epochs = {task: getattr(given, task) for task in TASKS}
    plan = Plan(
        epochs=epochs,
        rate=given.rate,
        head_rate=given.head_rate,
        rare_power=given.rare_power,
        average=given.average,
        agreement=given.agreement,
        frozen=given.frozen,
        seed=given.seed,
        threads=given.threads,
        evaluations=given.evaluations,
        settings=settings,
    )
    table = valence_table(encoding.vocabulary())
    if given.no_valence:
        table[:] = 0
    data = load(given.data, encoding, {task for task in TASKS if epochs[task]})
    train(data, encoding, table, plan, given.run, given.start)


if __name__ == "__main__":
    main()
