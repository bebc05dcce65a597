"""`python -m training STEP --data ../shared/data`: what makes the weights, step by step."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

WEIGHTS = Path("analysis/onrecord/reader/weights")
RANKER = Path("analysis/onrecord/speakers/ranker.npz")


def parse() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    teach = commands.add_parser("teach", help="train the large networks, and ask them")
    teach.add_argument("--at-once", type=int, default=1, help="so many side by side")
    train = commands.add_parser("train", help="train the small network, or go on with it")
    ship = commands.add_parser("ship", help="export, quantise, calibrate and measure it")
    extend = commands.add_parser("extend", help="teach the weights names, speakers and sides")
    sides = commands.add_parser("sides", help="teach the large network, and add it")
    evaluate = commands.add_parser("evaluate", help="measure the weights on the dev splits")
    evaluate.add_argument("--tables", action="store_true", help="print Markdown tables")
    speakers = commands.add_parser("speakers", help="train the ranker of speakers; no GPU needed")
    more = "teach the one that ships more, from articles that its reader has not read"
    speakers.add_argument("--more", action="store_true", help=more)
    mean = "write the mean of the ranker that ships and of this one; reads no data"
    speakers.add_argument("--mean", type=Path, metavar="FILE", help=mean)
    speakers.add_argument(
        "--into", type=Path, default=RANKER, help="the ranker, if not the shipped"
    )
    roles = commands.add_parser("roles", help="train what says as what a source speaks")
    for command in (ship, extend, sides, evaluate):
        command.add_argument("--weights", type=Path, default=WEIGHTS)
    for command in (teach, train, ship, extend, sides, evaluate, speakers, roles):
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
    if given.command == "speakers" and given.mean:
        from .ranker_mean import mean_with

        mean_with(given.into, given.mean)
        return
    if given.command == "speakers" and given.more:
        from .ranker_more import learn_more

        learn_more(given.data, given.into)
        return
    if given.command == "speakers":
        from .recipes import HALVES
        from .speakers import train_speakers

        train_speakers(given.data, HALVES, given.into)
        return
    if given.command == "sides":
        from .recipes import sides

        sides(given.data, given.weights)
        return
    if given.command == "roles":
        from .roles import train_roles

        train_roles(given.data)
        return
    from . import recipes

    if given.command == "teach":
        recipes.teach(given.data, given.at_once)
    elif given.command == "extend":
        recipes.extend(given.data, given.weights)
    elif given.command == "train":
        recipes.train_small(given.data, recipes.SMALL)
    else:
        from .ship import ship

        ship(recipes.SMALL, given.data, given.weights, recipes.SETTLE)


if __name__ == "__main__":
    main()
