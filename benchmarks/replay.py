"""Corpora of any size out of our own sample articles, and the model's answers replayed.

Articles are paragraphs of the sample corpora, drawn anew for each article, so that no two texts
are the same. The stand-in for the model looks its answers up: spans in a recording of each
paragraph, stance from the length of the text. It takes 1% of what is not the model.
"""

from __future__ import annotations

import json
import pickle
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np

from onrecord import load
from onrecord.reader import Reader
from onrecord.reader.reading import Reading, Tagged

SEEDS = Path(__file__).parent.parent / "seeds"
PARAGRAPHS = 9  # of an article, about 350 words
FILE = 5000  # articles of one file
MONTHS = 24


class Replay:
    """The model's recorded answers; stands in for `onrecord.reader.Reader`."""

    name = "replayed"
    accuracy: ClassVar = {}  # of no model
    side = 0.0  # knows no statements

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
    """A corpus of so many articles; the first `changed` are others than without it.

    With `changed`, only the files that hold these are written, as the others stay as they are.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lines = paragraphs()
    for first in range(0, min(count, changed or count), FILE):
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
