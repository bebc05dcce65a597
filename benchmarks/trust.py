"""The long runs, and their figures in docs/trust.md: `python -m benchmarks.trust`.

    python -m benchmarks.trust --files 5000 --minutes 10 --kills 100   hours on a small machine
    python -m benchmarks.trust --only kills --kills 100                the other figures stay
    python -m benchmarks.trust --only none                             the page anew

Figures are kept in benchmarks/trust.json, while they grow; what stands between the marks of the
page is made of them. Minutes are of processor time, whatever else the machine does.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "tests")]

import fuzz  # noqa: E402 - these lie in the two folders above
import fuzz_files  # noqa: E402
import kills  # noqa: E402

FIGURES = ROOT / "benchmarks" / "trust.json"
PAGE = ROOT / "docs" / "trust.md"
MARKS = "<!-- figures -->", "<!-- end of figures -->"
PARTS = ("files", "stores", "kills")
STEP = 30.0  # seconds between two looks at what is done
SEEDS = 100_000  # of a step
# what is counted, by part: as the page calls it, and the unit's name in the counts
ROWS: dict[str, tuple[tuple[str, str], ...]] = {
    "files": (
        ("Mutated files of {formats} formats and exports", "mutated files"),
        ("Sound files of known counts", "files of known records"),
        ("Files with one article harmed, all others kept", "files with a harmed article"),
    ),
    "stores": (
        ("Lives of a store, {minutes} minutes of processor time", "lives of a store"),
        ("Kills in them, where the disk is about to change", "kills"),
        ("Damages in them", "damages"),
        ("Repairs in them", "repairs"),
        ("Answers of reviewers in them", "answers"),
        ("Runs in them whose tables equal an analysis in memory", "runs as clean ones"),
    ),
    "kills": (
        ("Runs of `analyse` killed by the system, then equal to a clean one", "analyse"),
        ("Runs of `report`, the same", "report"),
        ("Runs of `review`, the same", "review"),
        ("Runs that export, the same", "export"),
    ),
}


def section(figures: dict[str, dict]) -> str:
    """The table of the page.

    Args:
        figures: by part: day, commit, minutes, formats, and counts.
    """
    lines = ["| What | How much | Broken promises | Day | Commit |", "|---|---:|---:|---|---|"]
    for part in PARTS:
        if (said := figures.get(part)) is None:
            continue
        failed = said["counts"].get("failed", 0)
        for shape, name in ROWS[part]:
            told = shape.format(minutes=said["minutes"], formats=said.get("formats"))
            count = said["counts"].get(name, 0)
            lines.append(f"| {told} | {count:,} | {failed} | {said['day']} | {said['commit']} |")
    return "\n".join(lines)


def written(page: str, figures: dict[str, dict]) -> str:
    """The page with its table made anew.

    Raises:
        ValueError: it has no marks between which the table stands.
    """
    begin, end = MARKS
    if page.count(begin) != 1 or page.count(end) != 1:
        raise ValueError(f"the page lacks {begin} or {end}")
    inside = f"{begin}\n\n{section(figures)}\n\n{end}"
    return re.sub(f"{re.escape(begin)}.*{re.escape(end)}", lambda _: inside, page, flags=re.S)


def fuzzed(kind: str, given: argparse.Namespace) -> Iterator[Counter[str]]:
    """Mutate files, or let stores live, and say from time to time how much was done."""
    told: Counter[str] = Counter()
    seed, began = given.seed, spent()
    while (
        told["mutated files"] < given.files
        if kind == "files"
        else spent() - began < 60 * given.minutes
    ):
        told += fuzz.fuzz(STEP, seed, given.keep, [kind])
        seed += SEEDS
        yield told


def spent() -> float:
    """Seconds of processor time, of this process and those that it has waited for."""
    return sum(os.times()[:4])


def keep_figures(part: str, counts: Counter[str], minutes: float) -> None:
    """Write what a part has counted, and the page."""
    figures = json.loads(FIGURES.read_text("utf-8")) if FIGURES.exists() else {}
    said = {
        "day": str(date.today()),
        "commit": _commit(),
        "minutes": round(minutes),
        "counts": dict(counts),
    }
    if part == "files":
        said["formats"] = len(fuzz_files.ALL)
    figures[part] = said
    FIGURES.write_text(json.dumps(figures, indent=2, sort_keys=True) + "\n", "utf-8")
    _write_page(figures)


@cache
def _commit() -> str:
    """The code that the figures stand for, as it was when the run began."""
    told = ["git", "rev-parse", "--short=7", "HEAD"]
    return subprocess.run(told, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def _write_page(figures: dict[str, dict]) -> None:
    PAGE.write_text(written(PAGE.read_text("utf-8"), figures), "utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    """Run what was asked for and write the figures; 1 where a promise was broken."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--files", type=int, default=5000, help="to mutate")
    options.add_argument("--minutes", type=float, default=10, help="of lives of stores")
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--only", choices=(*PARTS, "none"))
    options.add_argument("--keep", type=Path, default=Path("fuzz"), help="folder for what fails")
    given = options.parse_args(argv)
    work = {
        "files": lambda: fuzzed("files", given),
        "stores": lambda: fuzzed("stores", given),
        "kills": lambda: kills.kills(given.kills, given.seed),
    }
    failed, _ = 0, _commit()
    for part in PARTS if given.only is None else (given.only,):
        if part == "none":
            _write_page(json.loads(FIGURES.read_text("utf-8")))
            continue
        began, counts = spent(), Counter[str]()
        for counts in work[part]():
            keep_figures(part, counts, (spent() - began) / 60)
        failed += counts["failed"]
        print(part, dict(counts), flush=True)
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
