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
- `ppi-python` (Angelopoulos and others) and `glide-py` (Emerton Data), rows at random, without
  clusters, where they are installed; `glide-py` asks for Python 3.12.

Two models: On Record, and TextBlob's sign, which is wrong more often than right.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
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
MARK = "<!-- written by benchmarks/{} -->"
PEERS = ("ppi-python", "glide-py")
SAMPLED = ("labels alone", "corrected", "one stratum", *PEERS)
Interval = tuple[float, float]


@dataclass(frozen=True, eq=False)
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

    @cached_property
    def stratum(self) -> np.ndarray:
        """A number for the kind of each row; see `strata`."""
        return strata(self)

    @cached_property
    def clusters(self) -> tuple[np.ndarray, np.ndarray]:
        """The rows in the order of their clusters, and where each cluster begins, and the end."""
        order = np.argsort(self.cluster, kind="stable")
        begins = np.arange(self.cluster.max() + 2)
        return order, np.searchsorted(self.cluster[order], begins)


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
    order, starts = world.clusters
    length = np.diff(starts)
    chosen = draw.integers(len(length), size=round(ROWS / length.mean()))
    article = np.repeat(np.arange(len(chosen)), length[chosen])
    inside = np.arange(len(article)) - np.repeat(
        np.cumsum(length[chosen]) - length[chosen], length[chosen]
    )
    return order[starts[chosen][article] + inside], article


def intervals(
    world: World, number: int, draw: np.random.Generator
) -> Iterator[tuple[str, str, Interval | None]]:
    """Each measure's interval by each estimator, on one corpus."""
    rows, article = corpus(world, draw)
    stratum = np.unique(world.stratum[rows], return_inverse=True)[1]
    by_stratum, at_random = (
        Checked(article, each, *drawn(each, number, draw))
        for each in (stratum, np.zeros_like(stratum))
    )
    alone = by_stratum.unstratified()
    for measure in MEASURES:
        true, said = (values(each[rows], measure) for each in (world.gold, world.said))
        model, person = (np.column_stack([each, np.ones(len(each))]) for each in (said, true))
        sums = np.bincount(article, said - said.mean())
        half = 1.96 * np.sqrt(sums @ sums) / len(said)
        yield measure, "model alone", (said.mean() - half, said.mean() + half)
        ways: dict[str, tuple[Checked, Callable]] = {
            "labels alone": (alone, partial(correct, trust=0.0)),
            "corrected": (by_stratum, correct),
            "one stratum": (at_random, correct),
        }
        for name, (checked, way) in ways.items():
            found = way(checked, model, person[checked.at])
            yield measure, name, (found.low, found.high)
        for name in PEERS:
            yield measure, name, _peer(name, true, said, at_random.at)


@cache
def _library(name: str) -> Callable | None:
    """The function of a library, if it is here."""
    before = list(sys.path)
    # what they import looks for a module `coverage`, and would find the benchmark of that name
    sys.path[:] = [place for place in sys.path if Path(place).resolve() != HERE]
    try:
        return _ppi_python() if name == "ppi-python" else _glide()
    except ImportError:
        return None
    finally:
        sys.path[:] = before


def _ppi_python() -> Callable:
    from ppi_py import ppi_mean_ci

    def found(true: np.ndarray, said: np.ndarray, at: np.ndarray) -> Interval:
        rest = np.setdiff1d(np.arange(len(said)), at)
        low, high = ppi_mean_ci(true[at], said[at], said[rest], alpha=0.05)
        return float(np.squeeze(low)), float(np.squeeze(high))

    return found


def _glide() -> Callable:
    from glide.estimators import PPIMeanEstimator

    def found(true: np.ndarray, said: np.ndarray, at: np.ndarray) -> Interval:
        known = np.full(len(true), np.nan)
        known[at] = true[at]
        made = PPIMeanEstimator().estimate(known, said).confidence_interval
        return float(made.lower_bound), float(made.upper_bound)

    return found


def _peer(name: str, true: np.ndarray, said: np.ndarray, at: np.ndarray) -> Interval | None:
    """The interval of a library; None where it is not here, or gives none for labels all alike."""
    way = _library(name)
    if way is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return way(true, said, at)
        except ValueError:
            return None


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


def simulate(world: World, corpora: int, seed: int) -> Iterator[tuple[str, int, dict[str, Score]]]:
    """The scores of each estimator, for each measure and number of labels."""
    truths = {measure: values(world.gold, measure).mean() for measure in MEASURES}
    for number in SIZES:
        draw = np.random.default_rng([seed, number])
        scores = {m: {name: Score() for name in ("model alone", *SAMPLED)} for m in MEASURES}
        for _ in range(corpora):
            for measure, name, interval in intervals(world, number, draw):
                if interval is not None:
                    scores[measure][name].add(interval, truths[measure])
        for measure, each in scores.items():
            yield measure, number, each


def main(given: Sequence[str] | None = None) -> int:
    """Run the command; 0 done, 2 wrong use."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the gold files")
    parser.add_argument("--corpora", type=int, default=2_000, help="drawn for each row")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--into", type=Path, help="put the table into this page, at its mark")
    options = parser.parse_args(given)
    rows, all_of = [], {name: [] for name in SAMPLED}
    try:
        for world in worlds(options.data, Reader.load()):
            right = 100 * np.mean(world.gold == world.said)
            for measure, number, scores in simulate(world, options.corpora, options.seed):
                rows.append([f"{world.name} ({right:.0f}%)", measure, number, *scores.values()])
                for name in SAMPLED:
                    one = scores[name]
                    all_of[name].append(100 * one.held / max(one.corpora, 1))
                print(*map(str, rows[-1]), sep="  ", file=sys.stderr)
    except AnalysisError as error:
        print(error, file=sys.stderr)
        return 2
    made = table(["File, model (right)", "Measure", "Checked", "model alone", *SAMPLED], rows)
    told = "\n".join(
        f"- {name}: {min(each):.1f} to {max(each):.1f}%, mean {np.mean(each):.1f}%."
        for name, each in all_of.items()
    )
    show(f"{made}\n\n{told}\n\n{uncertain(options.corpora)}", options.into, Path(__file__).name)
    return 0


def uncertain(corpora: int) -> str:
    """How far a share of 95 % may be from the truth by chance, as a sentence."""
    return (
        f"Of {corpora:,} corpora, a share of 95% has a standard error of "
        f"{100 * np.sqrt(0.95 * 0.05 / corpora):.1f} points."
    )


def show(said: str, page: Path | None, script: str) -> None:
    """Print what was found, and put it into a page between the marks of the script."""
    print(said)
    if page:
        mark = MARK.format(script)
        head, _, rest = page.read_text("utf-8").partition(mark)
        page.write_text(f"{head}{mark}\n\n{said}\n\n{mark}{rest.partition(mark)[2]}", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
