"""Why are corrected intervals of few labels too wide? Coverage by the errors that a sample shows.

    python benchmarks/audit_errors.py --data ../shared/data

As `benchmarks/audit.py`, for the rows of its table that hold the truth too often, with 50 rows
checked: beside the corrected interval stand the same without what is counted for errors that
nobody saw, and with the normal distribution in place of Student's t.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import audit as simulation
import numpy as np
from accuracy import table

from onrecord.reader import Reader

correction = importlib.import_module("onrecord.audit.correct")  # its function has its name
WORLD, MEASURES, CHECKED, MOST = "dse-dev, On Record", ("against", "favor"), 50, 6
WAYS = ("corrected", "nothing unseen", "nothing unseen, normal")


def held(
    world: simulation.World, measure: str, draw: np.random.Generator
) -> tuple[int, tuple[bool, ...]]:
    """The errors among the checked rows of one corpus, and whether each way holds the truth."""
    truth = simulation.values(world.gold, measure).mean()
    rows, article = simulation.corpus(world, draw)
    true, said = (simulation.values(each[rows], measure) for each in (world.gold, world.said))
    stratum = np.unique(simulation.strata(world)[rows], return_inverse=True)[1]
    checked = correction.Checked(article, stratum, *simulation.drawn(stratum, CHECKED, draw))
    model, person = (np.column_stack([each, np.ones(len(each))]) for each in (said, true))
    found = correction.correct(checked, model, person[checked.at])
    before, correction.UNSEEN = correction.UNSEEN, 1e-12
    try:
        plain = correction.correct(checked, model, person[checked.at])
    finally:
        correction.UNSEEN = before
    ends = [(each.low, each.high) for each in (found, plain)]
    half = 1.96 * np.sqrt(plain.variance)
    ends.append((plain.value - half, plain.value + half))
    wrong = int((true[checked.at] != said[checked.at]).sum())
    return wrong, tuple(bool(low <= truth <= high) for low, high in ends)


def lines(world: simulation.World, measure: str, corpora: int, seed: int) -> Iterator[list]:
    """A row for each number of errors, and one for all."""
    draw = np.random.default_rng([seed, CHECKED])
    seen: Counter[str] = Counter()
    right: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(len(WAYS)))
    for _ in range(corpora):
        wrong, ways = held(world, measure, draw)
        for name in (str(wrong) if wrong < MOST else f"{MOST} or more", "all"):
            seen[name] += 1
            right[name] += ways
    for name in sorted(seen):
        shares = (f"{100 * each / seen[name]:.1f}" for each in right[name])
        yield [measure, name, seen[name], *shares]


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the gold files")
    parser.add_argument("--corpora", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    worlds = simulation.worlds(given.data, Reader.load())
    world = next(each for each in worlds if each.name == WORLD)
    rows = [row for name in MEASURES for row in lines(world, name, given.corpora, given.seed)]
    print(table(["Measure", "Errors seen", "Corpora", *WAYS], rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
