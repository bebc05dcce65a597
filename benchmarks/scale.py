"""How cost grows: articles per second, memory, and what a second run costs, by corpus size.

    python benchmarks/scale.py --sizes 100 1000 --jobs 1 2
    python benchmarks/scale.py --sizes 10000 100000 --jobs 2 --replay

Articles are paragraphs of our own sample corpora, drawn anew for each article, so that no two
texts are the same. With --replay the model's answers are not computed but looked up: spans
from a recording of each paragraph, stance from the length of the text. That leaves what is not
the model: loading, segmentation, speakers, actors, tone, tables, the store. Processor time is
given beside the clock's, as it holds on a machine that does other things as well.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np

from analysis import load
from analysis.reader import Reader
from analysis.reader.reading import Reading, Tagged
from analysis.tables import Tables
from analysis.update import update

SEEDS = Path(__file__).parent.parent / "seeds"
PARAGRAPHS = 9  # of an article, about 350 words
FILE = 5000  # articles of one file
MONTHS = 24
MATRIX = (
    "select speaker, target, avg(favor - against) as score, count(*) as n "
    "from stances group by all order by n desc limit 400"
)


class Replay:
    """The model's recorded answers; stands in for `analysis.reader.Reader`."""

    name = "replayed"
    accuracy: ClassVar = {}  # of no model

    def __init__(self, path: str) -> None:
        self._spans: dict[str, tuple[Tagged, ...]] = pickle.loads(Path(path).read_bytes())

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Spans of each paragraph, as they were recorded."""
        return [Reading(tuple(self._of(text)), {}) for text in texts]

    def toward(
        self, texts: Sequence[str], targets: Sequence[tuple[int, int]], groups: object = None
    ) -> np.ndarray:
        """Chances that hang on the length of the text."""
        return self._chances(texts, 3)

    def between(
        self, texts: Sequence[str], sources: object, targets: object, groups: object = None
    ) -> np.ndarray:
        """The same for pairs."""
        return self._chances(texts, 5)

    def _of(self, text: str) -> list[Tagged]:
        found, at = [], 0
        for line in text.split("\n"):
            for span in self._spans.get(line, ()):
                found.append(Tagged(span.role, span.start + at, span.end + at, span.confidence))
            at += len(line) + 1
        return found

    @staticmethod
    def _chances(texts: Sequence[str], size: int) -> np.ndarray:
        lengths = np.array([len(text) for text in texts], dtype=np.int64)
        raw = 1.0 + (lengths[:, None] * 7 + np.arange(size) ** 2) % 11
        return (raw / raw.sum(1, keepdims=True)).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Recorded:
    """Makes a `Replay`; equal in every process, so that each makes one only."""

    path: str

    def __call__(self) -> Replay:
        """The stand-in for the model."""
        return Replay(self.path)


def paragraphs() -> list[str]:
    """Paragraphs of the sample corpora."""
    lines = [line.strip() for text in load(SEEDS).text for line in text.split("\n")]
    return sorted({line for line in lines if len(line.split()) > 15})


def record(path: Path) -> None:
    """Ask the model once about every paragraph."""
    lines = paragraphs()
    answers = Reader.load().read(lines)
    spans = {line: answer.spans for line, answer in zip(lines, answers, strict=True)}
    path.write_bytes(pickle.dumps(spans))


def write(folder: Path, count: int, changed: int = 0) -> None:
    """A corpus of so many articles; the first `changed` are others than without it."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = paragraphs()
    for first in range(0, count, FILE):
        with (folder / f"{first // FILE:05}.jsonl").open("w", encoding="utf-8") as out:
            for number in range(first, min(first + FILE, count)):
                draw = random.Random(number + (10**9 if number < changed else 0))
                month = number * MONTHS // count
                row = {
                    "title": f"Report {number} of the day",
                    "text": "\n\n".join(draw.sample(lines, PARAGRAPHS)),
                    "outlet": f"Outlet {number % 7}",
                    "date": f"{2030 + month // 12}-{month % 12 + 1:02}-{number % 28 + 1:02}",
                }
                out.write(json.dumps(row) + "\n")


def measure(count: int, jobs: int, workers: int | None, replay: str | None, report: bool) -> dict:
    """One size: first run, unchanged run, 1 % changed, a query, a report."""
    reader = Recorded(replay) if replay else Reader.load
    side = {"workers": workers} if workers else {"jobs": jobs}
    told: dict = {"articles": count, "jobs": f"dask {workers}" if workers else str(jobs)}
    with tempfile.TemporaryDirectory() as place:
        news, into = Path(place, "news"), Path(place, "tables")
        write(news, count)

        def run() -> tuple[float, float]:
            began, spent = time.perf_counter(), processor()
            update(into, news, reader=reader, prune=True, progress=False, **side)
            return time.perf_counter() - began, processor() - spent

        told["first"], told["cpu"] = run()
        told["peak"] = max(
            resource.getrusage(who).ru_maxrss / 1024
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        told["again"], told["cpu again"] = run()
        write(news, count, changed=max(count // 100, 1))
        told["one percent"], told["cpu one percent"] = run()
        began = time.perf_counter()
        Tables.open(into).sql(MATRIX)
        told["matrix"] = time.perf_counter() - began
        told["bytes"] = sum(path.stat().st_size for path in into.rglob("*") if path.is_file())
        if report:
            from analysis.report import render_one

            began = time.perf_counter()
            render_one("corpus", {"tables": str(into)}, Path(place, "corpus.html"))
            told["report"] = time.perf_counter() - began
    return told


def processor() -> float:
    """Seconds of processor time, of this process and of those that it has waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def line(told: dict) -> str:
    """A row of the table."""
    cells = [
        f"{told['articles']:,}",
        told["jobs"],
        "replayed" if told["replay"] else "read",
        f"{told['first']:,.0f} s",
        f"{told['articles'] / told['first']:.1f}",
        f"{1000 * told['cpu'] / told['articles']:.1f} ms",
        f"{told['peak']:,.0f} MB",
        f"{told['again']:.1f} s",
        f"{told['cpu again']:.1f} s ({told['cpu again'] / told['cpu']:.1%})",
        f"{told['cpu one percent']:.1f} s",
        f"{told['matrix']:.2f} s",
        f"{told['report']:.0f} s" if "report" in told else "",
    ]
    return "| " + " | ".join(cells) + " |"


HEAD = (
    "| Articles | Processes | Model | First run | Articles/s | Processor, an article "
    "| Peak memory of a process | Unchanged run | its processor time (of the first) "
    "| with 1 % changed | Stance matrix | Corpus report |\n"
    "|---:|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
)


def machine() -> str:
    """The machine, in words."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python " + (
        platform.python_version()
    )


def main(argv: Sequence[str] | None = None) -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--sizes", type=int, nargs="+", default=[100, 1000])
    options.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    options.add_argument("--workers", type=int, help="a dask cluster of so many, instead")
    options.add_argument("--replay", action="store_true", help="replay the model's answers")
    options.add_argument("--report", action="store_true", help="render the corpus report too")
    options.add_argument("--one", metavar="RECORDING", help=argparse.SUPPRESS)
    given = options.parse_args(argv)
    if given.one is not None:  # a process of its own, so that memory is that of one size
        # by its name, as what lies in `__main__` is another thing in each process
        from scale import measure

        told = measure(given.sizes[0], given.jobs[0], given.workers, given.one, given.report)
        print(json.dumps(told))
        return
    print(f"{machine()}\n\n{HEAD}", flush=True)
    with tempfile.TemporaryDirectory() as place:
        recording = Path(place, "recording") if given.replay else None
        if recording:
            record(recording)
        for size in given.sizes:
            for jobs in [0] if given.workers else given.jobs:
                asked = ["--sizes", size, "--jobs", jobs, "--one", recording or ""]
                asked += ["--workers", given.workers] if given.workers else []
                asked += ["--report"] if given.report else []
                ran = subprocess.run(
                    [sys.executable, __file__, *map(str, asked)],
                    stdout=subprocess.PIPE,
                    text=True,
                    check=True,
                )
                print(line({**json.loads(ran.stdout), "replay": given.replay}), flush=True)


if __name__ == "__main__":
    main()
