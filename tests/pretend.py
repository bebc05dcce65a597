"""A model that costs nothing: it finds quotations by their marks and takes sides by a hash."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

import numpy as np

from onrecord.reader.reading import Reading, Tagged

SAID = re.compile(r"(“[^“”]*”)\s+([A-Z]\w+(?: [A-Z]\w+)*) (said|told|warned)")


class Pretend:
    """Stands in for `onrecord.reader.Reader`; `texts` counts what it was given."""

    name = "pretend"
    accuracy: ClassVar = {}
    side = 0.0  # knows no statements
    judging = 0.0  # nor what judges

    def __init__(self) -> None:
        self.texts = 0

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Reads `“...” Name said`."""
        self.texts += len(texts)
        return [self._one(text) for text in texts]

    def toward(
        self, texts: Sequence[str], targets: Sequence[tuple[int, int]], groups: object = None
    ) -> np.ndarray:
        """Chances that hang on the text and the target alone."""
        rows = [self._chances(text, target, 3) for text, target in zip(texts, targets, strict=True)]
        return np.array(rows, dtype=np.float32).reshape(-1, 3)

    def between(self, texts, sources, targets, groups=None) -> np.ndarray:
        """The same for pairs."""
        rows = [self._chances(t, target, 5) for t, target in zip(texts, targets, strict=True)]
        return np.array(rows, dtype=np.float32).reshape(-1, 5)

    def _one(self, text: str) -> Reading:
        if "makes the model fail" in text:
            raise RuntimeError("a tensor of the wrong shape")
        spans = [
            Tagged(role, *found.span(group), 0.9)
            for found in SAID.finditer(text)
            for role, group in (("content", 1), ("source", 2), ("cue", 3))
        ]
        return Reading(tuple(spans), {})

    def _chances(self, text: str, target: tuple[int, int], size: int) -> np.ndarray:
        raw = np.array([(len(text) * 7 + target[0] * 3 + k * k) % 11 + 1 for k in range(size)])
        return raw / raw.sum()


def pretend() -> Pretend:
    """Makes one; other processes can import this."""
    return Pretend()


PEOPLE = ("Ada Quist", "Bo Lund", "Cleo Rand", "Dov Amsel")
PLACES = ("Norland", "France", "the European Union", "Kenya")


def write_corpus(folder: Path, count: int, first: int = 0) -> None:
    """Invented articles as files, over three months and without a date."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(first, first + count):
        who, place = PEOPLE[number % 4], PLACES[number % 3]
        family = who.split()[1]
        day = "" if number % 5 == 4 else f"published: 2031-0{number % 3 + 1}-1{number % 7}\n"
        (folder / f"{number:04}.md").write_text(
            f"---\noutlet: The Lantern\n{day}---\n"
            f"# Envoys of round {number} meet on the island\n\n"
            f"The envoys of {place} met for round {number} of the talks on Monday.\n\n"
            f"“{place} has broken promise {number},” {who} said. The others left the room.\n\n"
            f"“We will be back in {number} days,” {family} told reporters.\n",
            "utf-8",
        )
