"""How often does a 95 % interval hold the truth, when the model errs and some rows are checked?

    python benchmarks/audit.py --data ../shared/data
    python benchmarks/audit.py --data ../shared/data --into docs/audit.md

Simulation on public gold: the rows of a file are the world, its own label the truth. A corpus is
drawn from it by sentence or article with all rows that it holds, some rows are "checked" (their
label is looked up), and each estimator gives its interval. Counted is how often it holds the
world's share or mean.

- `model alone`: what the model says of all rows, articles as clusters.
- `labels alone`: the checked rows, weighted, the model unused.
- `corrected`: `onrecord.audit`. Rows are drawn within strata of the model's label and its doubt;
  and at random (`one stratum`), where the tuned weight has to do it all.
- `ppi-python` (Angelopoulos and others), rows at random, without clusters, where it is installed.

Two models: On Record, and TextBlob's sign, which is wrong more often than right.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import numpy as np
from accuracy import LABELS, chances_of, table
from formats import read_gold
from peers import textblob

from onrecord.audit import Checked, correct
from onrecord.errors import AnalysisError
from onrecord.reader import Reader

FILES = ("newsmtsc-dev-rw", "newsmtsc-dev-mt", "dse-dev")
HERE = Path(__file__).resolve().parent
SIZES = (50, 100, 200)
ROWS = 1_000  # of a corpus
SURE = 0.7  # probability of a label that is not in doubt
MEASURES = ("against", "favor", "score")
MARK = "<!-- written by benchmarks/audit.py -->"
SAMPLED = ("labels alone", "corrected", "one stratum", "ppi-python")
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class World:
    """Rows with gold.

    Attributes:
        name: of the file and the model.
        cluster: int64 (rows,), rows of one text have one number.
        gold: (rows,) labels.
        said: (rows,) the model's labels.
        doubt: bool (rows,), the model is unsure.
    """

    name: str
    cluster: np.ndarray
    gold: np.ndarray
    said: np.ndarray
    doubt: np.ndarray


def worlds(data: Path, reader: Reader) -> Iterator[World]:
    """Each file as each model sees it."""
    for name in FILES:
        gold = read_gold(data / f"{name}.jsonl.gz")
        texts = [row["text"] for row in gold.rows]
        chances = chances_of(gold, reader)
        said = np.array(LABELS[gold.kind], object)[chances.argmax(1)]
        true = np.array([row["label"] for row in gold.rows], object)
        cluster = np.unique(texts, return_inverse=True)[1]
        yield World(f"{name}, On Record", cluster, true, said, chances.max(1) < SURE)
        plain = np.array(textblob(gold.rows), object)
        yield World(f"{name}, TextBlob", cluster, true, plain, np.zeros(len(true), bool))


def values(labels: np.ndarray, measure: str) -> np.ndarray:
    """What is averaged: 1 for a label, or +1 in favor and -1 against."""
    if measure == "score":
        return (labels == "favor").astype(float) - (labels == "against")
    return (labels == measure).astype(float)


def strata(world: World) -> np.ndarray:
    """A number for each label and doubt; strata of a few rows go with the label's others."""
    keys = np.char.add(world.said.astype(str), world.doubt.astype(int).astype(str))
    names, counts = np.unique(keys, return_counts=True)
    few = set(names[counts < len(keys) / 25])
    keys = np.array(["few" if key in few else key for key in keys])
    return np.unique(keys, return_inverse=True)[1]


def drawn(
    stratum: np.ndarray, number: int, draw: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Rows to check, in proportion to each stratum and two at least, and their weights."""
    sizes = np.bincount(stratum)
    wanted = np.clip(np.round(number * sizes / sizes.sum()), np.minimum(2, sizes), sizes)
    at = [
        draw.choice(np.flatnonzero(stratum == each), int(n), replace=False)
        for each, n in enumerate(wanted)
        if n
    ]
    every = np.concatenate(at)
    return every, (sizes / np.maximum(wanted, 1))[stratum[every]]


def corpus(world: World, draw: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Places of the rows of some clusters, drawn with replacement, and their new clusters."""
    order = np.argsort(world.cluster, kind="stable")
    starts = np.searchsorted(world.cluster[order], np.arange(world.cluster.max() + 2))
    mean = len(world.cluster) / (len(starts) - 1)
    chosen = draw.integers(len(starts) - 1, size=round(ROWS / mean))
    rows = [order[starts[each] : starts[each + 1]] for each in chosen]
    return np.concatenate(rows), np.repeat(np.arange(len(rows)), [len(each) for each in rows])


def intervals(
    world: World, measure: str, number: int, draw: np.random.Generator
) -> Iterator[tuple[str, Interval | None]]:
    """Each estimator's interval on one corpus."""
    rows, article = corpus(world, draw)
    true, said = values(world.gold[rows], measure), values(world.said[rows], measure)
    stratum = np.unique(strata(world)[rows], return_inverse=True)[1]
    model = np.column_stack([said, np.ones(len(said))])
    person = np.column_stack([true, np.ones(len(true))])
    sums = np.bincount(article, said - said.mean())
    half = 1.96 * np.sqrt(sums @ sums) / len(said)
    yield "model alone", (said.mean() - half, said.mean() + half)
    by_stratum, at_random = (
        Checked(article, each, *drawn(each, number, draw))
        for each in (stratum, np.zeros_like(stratum))
    )
    ways: dict[str, Callable[[], object]] = {
        "labels alone": partial(correct, by_stratum.unstratified(), trust=0.0),
        "corrected": partial(correct, by_stratum),
        "one stratum": partial(correct, at_random),
    }
    for name, way in ways.items():
        at = at_random.at if name == "one stratum" else by_stratum.at
        found = way(model=model, person=person[at])
        yield name, (found.low, found.high)
    yield "ppi-python", _peer(true, said, at_random.at)


@cache
def _library() -> Callable | None:
    """The function of ppi-python, if it is here."""
    before = list(sys.path)
    # what it imports looks for a module `coverage`, and would find the benchmark of that name
    sys.path[:] = [place for place in sys.path if Path(place).resolve() != HERE]
    try:
        from ppi_py import ppi_mean_ci
    except ImportError:
        return None
    finally:
        sys.path[:] = before
    return ppi_mean_ci


def _peer(true: np.ndarray, said: np.ndarray, at: np.ndarray) -> Interval | None:
    """The interval of ppi-python, if it is here."""
    found = _library()
    if found is None:
        return None
    rest = np.setdiff1d(np.arange(len(said)), at)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        low, high = found(true[at], said[at], said[rest], alpha=0.05)
    return float(np.squeeze(low)), float(np.squeeze(high))


@dataclass(slots=True)
class Score:
    """How an estimator did."""

    held: int = 0
    width: float = 0.0
    corpora: int = 0

    def add(self, interval: Interval, truth: float) -> None:
        """Count one interval."""
        self.held += interval[0] <= truth <= interval[1]
        self.width += interval[1] - interval[0]
        self.corpora += 1

    def __str__(self) -> str:
        if not self.corpora:
            return "-"
        return f"{100 * self.held / self.corpora:.1f} ({self.width / self.corpora:.3f})"


def simulate(
    world: World, measure: str, corpora: int, seed: int
) -> Iterator[tuple[int, dict[str, Score]]]:
    """The scores of each estimator at each number of labels."""
    truth = values(world.gold, measure).mean()
    for number in SIZES:
        draw = np.random.default_rng([seed, number])
        scores = {name: Score() for name in ("model alone", *SAMPLED)}
        for _ in range(corpora):
            for name, interval in intervals(world, measure, number, draw):
                if interval is not None:
                    scores[name].add(interval, truth)
        yield number, scores


def main(given: Sequence[str] | None = None) -> int:
    """Run the command; 0 done, 2 wrong use."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the gold files")
    parser.add_argument("--corpora", type=int, default=1_000, help="drawn for each row")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--into", type=Path, help="put the table into this page, at its mark")
    options = parser.parse_args(given)
    rows, all_of = [], {name: [] for name in SAMPLED}
    try:
        for world in worlds(options.data, Reader.load()):
            right = 100 * np.mean(world.gold == world.said)
            for measure in MEASURES:
                for number, scores in simulate(world, measure, options.corpora, options.seed):
                    rows.append([f"{world.name} ({right:.0f}%)", measure, number, *scores.values()])
                    for name in SAMPLED:
                        one = scores[name]
                        all_of[name].append(100 * one.held / max(one.corpora, 1))
    except AnalysisError as error:
        print(error, file=sys.stderr)
        return 2
    made = table(["File, model (right)", "Measure", "Checked", "model alone", *SAMPLED], rows)
    told = "\n".join(
        f"- {name}: {min(each):.1f} to {max(each):.1f}%, mean {np.mean(each):.1f}%."
        for name, each in all_of.items()
    )
    print(f"{made}\n\n{told}")
    if options.into:
        page = options.into.read_text("utf-8")
        head, _, rest = page.partition(MARK)
        tail = rest.partition(MARK)[2]
        options.into.write_text(f"{head}{MARK}\n\n{made}\n\n{told}\n\n{MARK}{tail}", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
