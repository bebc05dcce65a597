"""How cost grows: articles per second, memory, and what a second run costs, by corpus size.

    python benchmarks/scale.py --sizes 100 1000 --jobs 1 2 --report --out results/scale.jsonl
    python benchmarks/scale.py --sizes 100000 --jobs 2 --replay --report --out results/scale.jsonl
    python benchmarks/scale.py --sizes 1000 --workers 2 --out results/scale.jsonl
    python benchmarks/scale.py --table results/scale.jsonl

Each row is measured in a process of its own and kept as soon as it is there, so that a table
can be put together from rows that were measured one after the other. With --replay the model's
answers are not computed but looked up (see `replay.py`), which leaves what is not the model:
loading, segmentation, speakers, actors, tone, tables, the store. Processor time is given beside
the clock's, as it holds on a machine that does other things as well.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from machine import commit, load, machine
from replay import Recorded, record, write

from onrecord.corpus.update import update
from onrecord.errors import AnalysisError
from onrecord.load.stamps import YOUNG
from onrecord.reader import Reader
from onrecord.tables import Tables

MATRIX = (
    "select speaker, target, avg(favor - against) as score, count(*) as n "
    "from stances group by all order by n desc limit 400"
)
MOST = 8  # GiB that a report may take, so that the machine stays usable
HEAD = (
    "| Articles | Processes | Model | First run | Articles/s | Processor, an article "
    "| Peak memory of a process | Unchanged run | its processor time (of the first) "
    "| with 1 % changed | Stance matrix | Corpus report | its peak memory |\n"
    "|---:|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
)


def measure(count: int, jobs: int, workers: int | None, recording: str | None) -> dict:
    """One size: first run, unchanged run, 1 % changed, a query."""
    reader = Recorded(recording) if recording else Reader.load
    side = {"workers": workers} if workers else {"jobs": jobs}
    told: dict = {"articles": count, "jobs": f"dask, {workers}" if workers else str(jobs)}
    told |= {"replay": bool(recording), "load": round(load(), 1)}
    place = Path.cwd()
    news, into = place / "news", place / "tables"
    write(news, count)
    time.sleep(YOUNG + 1)  # files of just now are read again, as they may still change

    def run() -> tuple[float, float]:
        began, spent = time.perf_counter(), processor()
        update(into, news, reader=reader, prune=True, progress=False, **side)
        return time.perf_counter() - began, processor() - spent

    told["first"], told["cpu"] = run()
    told["peak"] = peak()
    told["again"], told["cpu again"] = run()
    write(news, count, changed=max(count // 100, 1))
    told["one percent"], told["cpu one percent"] = run()
    began = time.perf_counter()
    Tables.open(into).sql(MATRIX)
    told["matrix"] = time.perf_counter() - began
    told["bytes"] = sum(path.stat().st_size for path in into.rglob("*") if path.is_file())
    return told


def report(tables: Path) -> dict:
    """The corpus report of a store: time, and memory of its kernel; or why there is none."""
    from onrecord.report import render_one

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (MOST * 2**30, hard))
    began = time.perf_counter()
    try:
        render_one("corpus", {"tables": str(tables)}, Path("corpus.html").absolute(), seconds=1800)
    except AnalysisError as error:
        return {"no report": str(error)}
    return {"report": time.perf_counter() - began, "report peak": peak()}


def processor() -> float:
    """Seconds of processor time, of this process and of those that it has waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def peak() -> float:
    """Megabytes of the largest process, this one or one that it has waited for."""
    both = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    return max(resource.getrusage(who).ru_maxrss / 1024 for who in both)


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
        f"{told['report']:.0f} s" if "report" in told else "none" if "no report" in told else "",
        f"{told['report peak']:,.0f} MB" if "report" in told else "",
    ]
    return "| " + " | ".join(cells) + " |"


def table(path: Path) -> str:
    """Rows that were kept, smallest first; of two of one kind the one measured last."""
    rows = [json.loads(row) for row in path.read_text("utf-8").splitlines() if row.strip()]
    kept = {(row["replay"], row["articles"], row["jobs"]): row for row in rows}
    ordered = [kept[key] for key in sorted(kept)]
    made = dict.fromkeys(f"{row['machine']}, commit {row['commit']}" for row in ordered)
    return "\n".join([*made, "", HEAD, *map(line, ordered)])


def row(place: Path, asked: Sequence[object]) -> dict:
    """What one process of its own measures, in a folder of its own."""
    command = [sys.executable, Path(__file__).absolute(), *asked]
    ran = subprocess.run(list(map(str, command)), cwd=place, stdout=subprocess.PIPE, check=True)
    return json.loads(ran.stdout.splitlines()[-1])


def main(argv: Sequence[str] | None = None) -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--sizes", type=int, nargs="+", default=[100, 1000])
    options.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    options.add_argument("--workers", type=int, help="a dask cluster of so many, instead")
    options.add_argument("--replay", action="store_true", help="replay the model's answers")
    options.add_argument("--report", action="store_true", help="render the corpus report too")
    options.add_argument("--out", type=Path, metavar="FILE", help="keep each row, as a JSON line")
    options.add_argument("--table", type=Path, metavar="FILE", help="only print rows kept before")
    options.add_argument("--one", metavar="RECORDING", help=argparse.SUPPRESS)
    options.add_argument("--render", type=Path, help=argparse.SUPPRESS)
    options.add_argument("--record", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args(argv)
    if given.table:
        print(table(given.table))
        return
    if given.record:
        record(given.record)
        print("{}")
        return
    if given.render:
        print(json.dumps(report(given.render)))
        return
    if given.one is not None:
        print(json.dumps(measure(given.sizes[0], given.jobs[0], given.workers, given.one or None)))
        return
    made = {"machine": machine(), "commit": commit()}
    print(f"{made['machine']}\n\n{HEAD}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        recording = Path(folder, "recording") if given.replay else ""
        if recording:
            # not here, as a process counts the memory of the one that started it as its own
            row(Path(folder), ["--record", recording])
        for size in given.sizes:
            for jobs in [0] if given.workers else given.jobs:
                with tempfile.TemporaryDirectory() as place:
                    asked = ["--sizes", size, "--jobs", jobs, "--one", recording]
                    asked += ["--workers", given.workers] if given.workers else []
                    told = made | row(Path(place), asked)
                    if given.report:
                        told |= row(Path(place), ["--render", Path(place, "tables")])
                print(line(told), flush=True)
                if given.out:
                    given.out.parent.mkdir(parents=True, exist_ok=True)
                    with given.out.open("a", encoding="utf-8") as out:
                        out.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
