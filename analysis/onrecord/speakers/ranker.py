"""The learned choice among candidates, and whether words are attributed at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np

FILE = "ranker.npz"
# the ranker learnt beside readers that knew half as much as the one that ships, which may say more
# than they did; by how much is chosen on the dev files
FITS = 0.4
HEARD = 0.6
Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Ranker:
    """Two small networks of one hidden layer each, over named features.

    Attributes:
        of_candidate: feature to its row in `candidate`.
        of_source: feature to its row in `source`.
        of_claim: feature to its row in `claim`.
        candidate: float32 (features, hidden + 1); the last column adds to the score directly.
        source: float32 (features, hidden + 1); what a source adds to each of its candidates.
        bias: float32 (hidden,).
        out: float32 (hidden,).
        claim: float32 (features,), weights of whether something is an attribution.
        sure: least probability with which a name is given.
        least: least probability of an attribution that is kept.
    """

    of_candidate: dict[str, int]
    of_source: dict[str, int]
    of_claim: dict[str, int]
    candidate: np.ndarray
    source: np.ndarray
    bias: np.ndarray
    out: np.ndarray
    claim: np.ndarray
    sure: float
    least: float

    def chances(self, source: Features, rows: Sequence[Features]) -> np.ndarray:
        """Probability of each candidate: float64 (candidates,), their sum is 1.

        Args:
            source: features of the source.
            rows: features of each candidate.
        """
        hidden = len(self.out)
        shared = _sum(source, self.of_source, self.source)
        scores = np.empty(len(rows))
        for number, row in enumerate(rows):
            own = _sum(row, self.of_candidate, self.candidate)
            mixed = np.maximum(own[:hidden] + shared[:hidden] + self.bias, 0)
            scores[number] = mixed @ self.out + own[hidden]
            scores[number] += FITS * row.get("reader fits", 0.0)
        scores = np.exp(scores - scores.max())
        return scores / scores.sum()

    def claimed(self, features: Features) -> float:
        """Probability that words are attributed to somebody, 0..1.

        Args:
            features: of the attribution.
        """
        logit = sum(
            value * float(self.claim[self.of_claim[name]])
            for name, value in features.items()
            if name in self.of_claim
        )
        if (odds := features.get("reader's odds")) is not None:
            logit = (1 - HEARD) * logit + HEARD * odds
        return float(1 / (1 + np.exp(-logit)))


@cache
def shipped() -> Ranker:
    """The ranker that ships with the package."""
    return load(files(__package__).joinpath(FILE).read_bytes())


def load(raw: bytes) -> Ranker:
    """A ranker from the bytes of an .npz file.

    Args:
        raw: as `training.speakers` writes it.
    """
    with np.load(BytesIO(raw), allow_pickle=False) as held:
        rows = {
            name: {word: at for at, word in enumerate(str(held[name]).split("\n"))}
            for name in ("of_candidate", "of_source", "of_claim")
        }
        arrays = {
            name: held[name].astype(np.float32)
            for name in ("candidate", "source", "bias", "out", "claim")
        }
        return Ranker(
            rows["of_candidate"],
            rows["of_source"],
            rows["of_claim"],
            **arrays,
            sure=float(held["sure"]),
            least=float(held["least"]),
        )


def _sum(features: Features, places: dict[str, int], weights: np.ndarray) -> np.ndarray:
    known = [(places[name], value) for name, value in features.items() if name in places]
    if not known:
        return np.zeros(weights.shape[1], np.float32)
    at = [place for place, _ in known]
    values = np.array([value for _, value in known], np.float32)
    return values @ weights[at]
