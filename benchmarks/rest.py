"""What is not the model: its share of the time on real articles, and its growth with length.

    python benchmarks/rest.py --data ../shared/data --articles 100
    python benchmarks/rest.py --lengths 500 5000 50000
    python benchmarks/rest.py --shapes 2000 16000
    python benchmarks/rest.py --shapes 1750 7000 --of bodies "one surname"

The rest is segmentation, attribution, actors, speakers, tone, near-duplicates and the building of
tables. Articles are the first of `polnear-train`; long ones are paragraphs of our own sample
corpora, with the model's answers replayed as in `benchmarks/replay.py`. Processor time, so that it
holds on a machine that does other things as well. `--shapes` reads texts that no newspaper prints
(`odd_shapes.py`) with the shipped model, and says by which power of their length the cost grows.
"""

from __future__ import annotations

import argparse
import math
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any, cast

from accuracy import find
from formats import read_gold
from machine import machine
from odd_shapes import SHAPES
from replay import Recorded, paragraphs, record

from onrecord.corpus.piece import Settings, tools, work
from onrecord.load import Draft
from onrecord.reader import Reader
from onrecord.reader.reading import Reading

GOLD = "polnear-train"
TOGETHER = 4  # articles of a piece


class Watched:
    """A text that can be looked at again, with the time that it takes."""

    def __init__(self, who: Callable) -> None:
        self.who = who


class Timed:
    """The model, with its processor time."""

    TIMED = ("toward", "between", "statement")

    def __init__(self, reader: Any) -> None:
        self.seconds = 0.0
        self._reader = reader

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """As the reader's, its second looks at a source timed too."""
        readings = self._timed(self._reader.read)(texts)
        return [
            replace(each, look=cast(Any, Watched(self._timed(each.look.who))))
            if each.look
            else each
            for each in readings
        ]

    def __getattr__(self, name: str) -> Any:
        held = getattr(self._reader, name)
        return self._timed(held) if name in self.TIMED else held

    def _timed(self, method: Callable) -> Any:
        def call(*given: object, **named: object) -> object:
            began = time.process_time()
            try:
                return method(*given, **named)
            finally:
                self.seconds += time.process_time() - began

        return call


def measure(texts: Sequence[str], reader: Any) -> tuple[float, float]:
    """Seconds of processor time: all of it, and the model's."""
    timed = Timed(reader)
    settings = Settings("", reader=lambda: timed)
    drafts = [Draft(f"{number}.txt", text) for number, text in enumerate(texts)]
    tools(settings)
    began = time.process_time()
    for first in range(0, len(drafts), TOGETHER):
        done = work(settings, drafts[first : first + TOGETHER])
        if done.failed:
            raise RuntimeError(done.failed[0].reason)
    return time.process_time() - began, timed.seconds


def long_text(words: int) -> str:
    """An article of about so many words."""
    lines, count = ["A report of the day"], 0
    for line in cycle(paragraphs()):
        if count >= words:
            return "\n\n".join(lines)
        lines.append(line)
        count += len(line.split())
    raise AssertionError("there are paragraphs")


def share(data: Path, count: int) -> str:
    """The rest's share of the time on real articles, as a row of a table."""
    texts = [row["text"] for row in read_gold(find([GOLD], data)[0]).rows][:count]
    reader = Reader.load()
    measure(texts[:TOGETHER], reader)  # lexicons and libraries are loaded once
    whole, model = measure(texts, reader)
    words = sum(len(text.split()) for text in texts)
    each = 1000 * (whole - model) / words * 350
    return (
        f"| {len(texts)} | {words / len(texts):,.0f} | {1000 * whole / len(texts):.0f} ms "
        f"| {(whole - model) / whole:.1%} | {each:.1f} ms |"
    )


def growth(lengths: Sequence[int]) -> list[str]:
    """Cost of the rest by length of an article, as rows of a table."""
    with tempfile.TemporaryDirectory() as folder:
        recording = Path(folder, "recording")
        record(recording)
        reader = Recorded(str(recording))()
        measure([long_text(min(lengths))], reader)
        rows = []
        for words in lengths:
            seconds = min(sum(measure([long_text(words)], reader)[:1]) for _ in range(3))
            rows.append(f"| {words:,} | {seconds:.3f} s | {1e6 * seconds / words:.1f} ms |")
        return rows


def powers(
    lengths: tuple[int, int], reader: Any, names: Sequence[str] = tuple(SHAPES)
) -> dict[str, tuple[float, float, float]]:
    """How the cost of the rest grows with the length of a text of an odd shape.

    Args:
        lengths: of the shorter and the longer text, in words.
        reader: the model.
        names: of shapes.

    Returns:
        For each shape the seconds of both, and the power: 1 where the cost is linear.
    """
    measure([SHAPES["names"](50)], reader)  # lexicons and libraries are loaded once
    found = {}
    for name in names:
        whole, model = zip(
            *(measure([SHAPES[name](words)], reader) for words in lengths), strict=True
        )
        short, long = (max(a - b, 1e-3) for a, b in zip(whole, model, strict=True))
        found[name] = short, long, math.log(long / short) / math.log(lengths[1] / lengths[0])
    return found


def main(argv: Sequence[str] | None = None) -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--data", type=Path, help="folder with the data as JSON lines")
    options.add_argument("--articles", type=int, default=100)
    options.add_argument("--lengths", type=int, nargs="*", default=[])
    options.add_argument("--shapes", type=int, nargs=2, metavar=("SHORT", "LONG"), help="in words")
    options.add_argument("--of", nargs="+", choices=SHAPES, default=list(SHAPES), help="shapes")
    given = options.parse_args(argv)
    print(machine())
    if given.data:
        print("\n| Articles | Words | Time of an article | not the model | the same, 350 words |")
        print("|---:|---:|---:|---:|---:|")
        print(share(given.data, given.articles), flush=True)
    if given.lengths:
        print("\n| Words of an article | Not the model | 1,000 words |\n|---:|---:|---:|")
        print("\n".join(growth(given.lengths)))
    if given.shapes:
        print("\n| Shape | {:,} words | {:,} words | Power |".format(*given.shapes))
        print("|---|---:|---:|---:|")
        found = powers(tuple(given.shapes), Reader.load(), given.of)
        for name, (short, long, power) in found.items():
            print(f"| {name} | {short:.3f} s | {long:.3f} s | {power:.2f} |", flush=True)


if __name__ == "__main__":
    main()
