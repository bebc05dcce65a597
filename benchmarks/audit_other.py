"""Do corrected intervals hold where labels are rarer, models better or worse, and articles longer?

    python benchmarks/audit_other.py --data ../shared/data --into docs/audit.md

As `benchmarks/audit.py`, whose table it continues: one of its files, changed in one thing at a
time. Beside the two corrected estimates stands how often the analysis is right (`right`), as a
report's method box gives it. *Errors seen* is how many errors about what is measured a sample
holds, on average.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import audit as simulation
import numpy as np
from accuracy import table

from onrecord.audit import Checked, correct
from onrecord.errors import AnalysisError
from onrecord.reader import Reader

Row = list[object]
WORLD = "dse-dev, On Record"
MEASURES = ("against", "favor", "score", "right")
GROUP = 0.2  # share of articles that are a group's
FEW = 4  # errors in a sample, on average; rows with fewer are told apart


def worlds(given: simulation.World) -> Iterator[tuple[simulation.World, float]]:
    """The world changed in one thing each time, and the share of articles that are measured."""
    draw = np.random.default_rng(1)
    wrong = given.gold != given.said
    for left in (0.5, 0.2):
        mended = wrong & (draw.random(len(wrong)) >= left)
        said = np.where(mended, given.gold, given.said)
        yield replace(given, name=f"{left:.0%} of the errors", said=said), 1.0
    shuffled = np.where(draw.random(len(wrong)) < 0.4, draw.permutation(given.said), given.said)
    yield replace(given, name="two labels in five at random", said=shuffled), 1.0
    kept = (given.gold != "favor") | (draw.random(len(wrong)) < 0.4)
    cluster = np.unique(given.cluster[kept], return_inverse=True)[1]
    yield (
        simulation.World(
            "60% less favor", cluster, *(x[kept] for x in (given.gold, given.said, given.doubt))
        ),
        1.0,
    )
    for rows in (5, 20):
        yield replace(given, name=f"articles of {rows} rows", cluster=alike(given, rows, draw)), 1.0
    yield replace(given, name=f"a group, {GROUP:.0%} of the articles"), GROUP


def alike(world: simulation.World, rows: int, draw: np.random.Generator) -> np.ndarray:
    """Articles of some rows each; half of the rows lie beside others of their label."""
    order = np.lexsort((draw.random(len(world.gold)), world.gold.astype(str)))
    place = np.empty(len(order))
    place[order] = np.arange(len(order))
    place = np.where(draw.random(len(order)) < 0.5, place, draw.permutation(len(order)))
    return np.argsort(np.argsort(place, kind="stable"), kind="stable") // rows


def intervals(
    world: simulation.World, number: int, share: float, draw: np.random.Generator
) -> Iterator[tuple[str, str, simulation.Interval, float]]:
    """Of one corpus: the measure, the estimator, its interval, and what the sample holds."""
    rows, article = simulation.corpus(world, draw)
    stratum = np.unique(world.stratum[rows], return_inverse=True)[1]
    inside = (draw.random(article.max() + 1) < share)[article].astype(float)
    ways = {"corrected": stratum, "one stratum": np.zeros_like(stratum)}
    checked = {
        name: Checked(article, each, *simulation.drawn(each, number, draw))
        for name, each in ways.items()
    }
    for measure in MEASURES:
        if measure == "right":
            true, said = (world.gold == world.said)[rows].astype(float), np.zeros(len(rows))
        else:
            true, said = (
                simulation.values(each[rows], measure) for each in (world.gold, world.said)
            )
        model = np.column_stack([said * inside, inside * (measure != "right")])
        person = np.column_stack([true * inside, inside])
        for name, each in checked.items():
            trust = 0.0 if measure == "right" else None
            found = correct(each, model, person[each.at], trust=trust)
            wrong = float((true != said)[each.at] @ inside[each.at])
            few = float((true == 0)[each.at] @ inside[each.at]) if measure == "right" else wrong
            if found.low is not None and found.high is not None:
                yield measure, name, (found.low, found.high), few


def lines(
    world: simulation.World, share: float, corpora: int, seed: int
) -> Iterator[tuple[Row, dict[str, simulation.Score]]]:
    """A row for each measure and number of labels, and the scores in it."""
    right = world.gold == world.said
    truths = {
        each: float(right.mean() if each == "right" else simulation.values(world.gold, each).mean())
        for each in MEASURES
    }
    for number in simulation.SIZES:
        draw = np.random.default_rng([seed, number])
        scores = {m: {w: simulation.Score() for w in ("corrected", "one stratum")} for m in truths}
        held = dict.fromkeys(truths, 0.0)
        for _ in range(corpora):
            for measure, name, interval, few in intervals(world, number, share, draw):
                scores[measure][name].add(interval, truths[measure])
                held[measure] += few / 2 / corpora
        for measure, each in scores.items():
            yield (
                [world.name, measure, number, f"{held[measure]:.1f}", *each.values()],
                each,
            )


def main(given: Sequence[str] | None = None) -> int:
    """Run the command; 0 done, 2 wrong use."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the gold files")
    parser.add_argument("--corpora", type=int, default=3_000, help="drawn for each row")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--into", type=Path, help="put the table into this page, at its mark")
    options = parser.parse_args(given)
    try:
        found = simulation.worlds(options.data, Reader.load())
        world = next(each for each in found if each.name == WORLD)
    except AnalysisError as error:
        print(error, file=sys.stderr)
        return 2
    rows, shares = [], {True: [], False: []}
    for each, share in worlds(world):
        for row, scores in lines(each, share, options.corpora, options.seed):
            rows.append(row)
            print(*map(str, row), sep="  ", file=sys.stderr)
            held = [100 * one.held / max(one.corpora, 1) for one in scores.values()]
            shares[float(str(row[3])) < FEW] += held
    made = table(["Changed", "Measure", "Checked", "Errors seen", "corrected", "one stratum"], rows)
    told = "\n".join(
        f"- {words} errors seen: {min(some):.1f} to {max(some):.1f}%, mean {np.mean(some):.1f}%."
        for words, some in ((f"{FEW} or more", shares[False]), (f"fewer than {FEW}", shares[True]))
    )
    said = f"{made}\n\n{told}\n\n{simulation.uncertain(options.corpora)}"
    simulation.show(said, options.into, Path(__file__).name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
