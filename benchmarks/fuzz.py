"""Damaged files and stores without end: `python -m benchmarks.fuzz --minutes 5`.

Half of the time files of every format are mutated and loaded, half of the time a store goes
through edits, kills, damage and repair. What fails is kept, with the seed that makes it again.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "tests")]

import fuzz_files  # noqa: E402 - these lie in the two folders above
import fuzz_lives  # noqa: E402

BATCH = 20  # files or steps between two looks at the clock


def fuzz(
    seconds: float, seed: int, keep: Path, kinds: Sequence[str] = ("files", "stores")
) -> Counter[str]:
    """Try until the time is over.

    Args:
        seconds: of wall time.
        seed: the first one; each round has the next.
        keep: where what fails is kept.
        kinds: what is tried, in turns.

    Returns:
        How much was tried, and under `failed` what broke a promise.
    """
    rounds: dict[str, Callable[[random.Random, Path], Counter[str]]] = {
        "files": fuzz_files.attack,
        "stores": fuzz_lives.live,
    }
    told: Counter[str] = Counter()
    until = time.monotonic() + seconds
    number = seed
    while time.monotonic() < until:
        for kind in kinds:
            with tempfile.TemporaryDirectory(prefix="fuzz") as folder:
                try:
                    told += rounds[kind](random.Random(f"{kind} {number}"), Path(folder))
                except Exception:
                    told["failed"] += 1
                    keep.mkdir(parents=True, exist_ok=True)
                    said = f"python -m benchmarks.fuzz --only {kind} --seed {number} --minutes 0.01"
                    place = keep / f"{kind}-{number}.txt"
                    place.write_text(f"{said}\n\n{traceback.format_exc()}", "utf-8")
        number += 1
    return told


def main(argv: Sequence[str] | None = None) -> int:
    """Fuzz, and say what was tried; 1 where anything failed."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--minutes", type=float, default=1.0)
    options.add_argument("--seed", type=int, default=0, help="of the first round")
    options.add_argument("--only", choices=("files", "stores"))
    options.add_argument("--keep", type=Path, default=Path("fuzz"), help="folder for what fails")
    given = options.parse_args(argv)
    kinds = (given.only,) if given.only else ("files", "stores")
    told = fuzz(60 * given.minutes, given.seed, given.keep, kinds)
    print(", ".join(f"{count:,} {name}" for name, count in sorted(told.items())))
    if told["failed"]:
        print(f"what failed is kept in {given.keep}", file=sys.stderr)
    return int(told["failed"] > 0)


if __name__ == "__main__":
    sys.exit(main())
