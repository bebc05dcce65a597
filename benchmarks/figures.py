"""Claims with figures: value, unit and what they count, against labels by reading.

    python benchmarks/figures.py --data FOLDER          # figures with intervals
    python benchmarks/figures.py --data FOLDER --show   # and every label that came out otherwise

Labels: `gold/figures.jsonl`, 135 figures in 172 passages of `world-dev` and `statements-dev`, drawn
at random among attributions with a number. The rules were written with the `first` part in view;
the `second` is held out. A figure is right where both ends of its value, its unit and what it
counts are; `none` marks those of which the words do not say what they count.
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path

from sources import share

from onrecord.figures import Figure, find

GOLD = Path(__file__).parent / "gold" / "figures.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    texts = {}
    for name in {row["set"] for row in rows}:
        with gzip.open(given.data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            texts |= {(name, row["doc"]): row["text"] for row in map(json.loads, lines)}
    for part in ("first", "second"):
        chosen = [row for row in rows if row["part"] == part]
        report(part, chosen, texts, show=given.show)


def report(part: str, rows: list[dict], texts: dict, *, show: bool) -> None:
    right = valued = labels = made = 0
    for row in rows:
        at = row["start"]
        text = texts[row["set"], row["doc"]][at : row["end"]]
        found = find(text)
        made += len(found)
        labels += len(row["figures"])
        for label in row["figures"]:
            near = [f for f in found if f.start + at < label["end"] and f.end + at > label["start"]]
            same = [f for f in near if alike(f, label)]
            whole = [f for f in same if counts(f, label, at)]
            valued += bool(same)
            right += bool(whole)
            if show and not whole:
                print("  ", text[label["start"] - at : label["end"] - at], label["unit"], near)
    print(f"{part}: all right {share(right, labels)}; value and unit {share(valued, labels)}; "
          f"right of those given {share(right, made)}")  # fmt: skip


def alike(found: Figure, label: dict) -> bool:
    """Whether both ends of the value and the unit are those of a label."""
    ends = ((found.low, label["low"]), (found.high, label["high"]))
    close = all(abs(a - b) <= 1e-3 * max(1.0, abs(b)) for a, b in ends)
    return close and found.unit == label["unit"]


def counts(found: Figure, label: dict, at: int) -> bool:
    if found.of is None:
        return label["none"]
    start, end = found.of[0] + at, found.of[1] + at
    return any(start < last and first < end for first, last in label["of"])


if __name__ == "__main__":
    main()
