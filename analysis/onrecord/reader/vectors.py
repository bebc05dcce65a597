"""Vectors of an article's words, and what is read off them for spans of any kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

Span = tuple[int, int]

ROLES = ("source", "cue", "content")
MOST = 8.0  # logarithms of how well names fit say no more beyond it


@dataclass(frozen=True, slots=True)
class Judge:
    """One hidden layer over the means of an attribution's parts (see `Vectors.attributes`).

    Attributes:
        absent: float32 (3, hidden), what stands for a part that is not there.
        out: float32 (hidden,), weights of what the layer gives, and `bias` beside them.
        temperature: by which the logit is divided.
    """

    absent: np.ndarray
    out: np.ndarray
    bias: float
    temperature: float

    def logit(self, hidden: np.ndarray) -> float:
        """Logarithm of the odds, from the sum of the parts' means, float32 (hidden,)."""
        return (float(np.maximum(hidden, 0) @ self.out) + self.bias) / self.temperature

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Judge:
        """Take it from `model.json`."""
        absent, out = (np.array(given[name], dtype=np.float32) for name in ("absent", "out"))
        return cls(absent, out, given["bias"], given["temperature"])


@dataclass(frozen=True, slots=True)
class Vectors:
    """Vectors of the words of one text.

    Attributes:
        starts: int64 (words,), offsets.
        ends: int64 (words,), half open.
        speaks: float32 (words, n), of a word as part of a source.
        named: float32 (words, n), of a word as part of a name.
        parts: float32 (words, 3, hidden), of a word as part of a source, cue or content.
        judge: what makes a probability of the means of `parts`.
    """

    starts: np.ndarray
    ends: np.ndarray
    speaks: np.ndarray
    named: np.ndarray
    parts: np.ndarray
    judge: Judge

    def who(self, sources: Sequence[Sequence[Span]], names: Sequence[Sequence[Span]]) -> np.ndarray:
        """See `Reading.who`."""
        heads, tails = self._means(self.speaks, sources), self._means(self.named, names)
        fits = heads @ tails.T / np.sqrt(self.speaks.shape[1])
        return np.clip(fits, -MOST, MOST).astype(np.float32)

    def attributes(
        self, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]
    ) -> float:
        """See `Reading.attributes`."""
        hidden = np.zeros(len(self.judge.out), dtype=np.float32)
        for role, spans in enumerate((source, cue, content)):
            words = self._words(spans)
            given = self.parts[words, role].mean(0) if len(words) else self.judge.absent[role]
            hidden += given
        return float(1 / (1 + np.exp(-self.judge.logit(hidden))))

    def _words(self, spans: Sequence[Span]) -> np.ndarray:
        """Indices of the words that spans touch."""
        found = [
            np.arange(
                np.searchsorted(self.ends, start, side="right"),
                np.searchsorted(self.starts, end),
            )
            for start, end in spans
        ]
        return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)

    def _means(self, vectors: np.ndarray, groups: Sequence[Sequence[Span]]) -> np.ndarray:
        means = np.zeros((len(groups), vectors.shape[1]), dtype=np.float32)
        for at, spans in enumerate(groups):
            words = self._words(spans)
            if len(words):
                means[at] = vectors[words].mean(0)
        return means
