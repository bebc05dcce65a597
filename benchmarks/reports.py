"""Many reports at once: time, and the memory of the kernels as their number grows.

    python benchmarks/reports.py --count 200 --jobs 2

Articles as in `replay.py`, the model's answers replayed; a page for each article.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from machine import machine
from replay import Recorded, record, write

from onrecord.corpus.update import update
from onrecord.report import render, run_all

TOLD = (10, 100, 200)


def memory() -> int:
    """Megabytes of the largest kernel that runs now, at its peak."""
    most = 0
    for path in Path("/proc").glob("[0-9]*"):
        try:
            said = (path / "status").read_text("utf-8")
            command = (path / "cmdline").read_bytes()
        except OSError:
            continue  # it has ended
        facts = dict(line.split(":\t", 1) for line in said.splitlines() if ":\t" in line)
        if int(facts["PPid"]) == os.getpid() and b"ipykernel" in command and "VmHWM" in facts:
            most = max(most, int(facts["VmHWM"].split()[0]) // 1024)
    return most


def main(argv: Sequence[str] | None = None) -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--count", type=int, default=200)
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = options.parse_args(argv)
    print(f"{machine()}, {given.jobs} kernels\n")
    print("| Reports | Time | Largest kernel |\n|---:|---:|---:|")
    done, most, lock, execute = 0, 0, threading.Lock(), run_all.at_once

    def counted(*args: object, **named: object) -> object:
        nonlocal done, most
        made = execute(*args, **named)
        with lock:
            done += 1
            most = max(most, memory())
            if done in (*TOLD, given.count):
                print(f"| {done} | {time.perf_counter() - began:.0f} s | {most} MB |", flush=True)
        return made

    run_all.at_once = counted
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        record(place / "recording")
        write(place / "news", given.count)
        reader = Recorded(str(place / "recording"))
        update(place / "tables", place / "news", reader=reader, jobs=1, progress=False)
        began = time.perf_counter()
        made = render(
            place / "tables",
            place / "reports",
            min_statements=10**6,
            max_articles=given.count - 1,
            jobs=given.jobs,
            progress=False,
        )
        if made.refused:
            raise SystemExit(f"refused: {made.refused[0].reason}")


if __name__ == "__main__":
    main()
