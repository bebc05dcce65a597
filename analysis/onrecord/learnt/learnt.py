"""What was learnt: weights beside the ranker's own, and how sides are read."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

import numpy as np

from onrecord.speakers.ranker import Ranker, shipped
from onrecord.stance.calibrated import Sides

Weights = tuple[tuple[str, float], ...]  # feature and what is added to its weight


@dataclass(frozen=True, slots=True)
class Learnt:
    """What changes beside the network, which is never touched.

    Attributes:
        quotes: added to the weights of whether words are attributed at all.
        least: probability from which an attribution is kept; None for the ranker's own.
        speakers: added to the weights of a candidate's features.
        sure: probability from which a name is given; None for the ranker's own.
        sides: how the sides of speakers are read; None as the model gives them.
        narrator: the same of the outlets' own sentences.
    """

    quotes: Weights = ()
    least: float | None = None
    speakers: Weights = ()
    sure: float | None = None
    sides: Sides | None = None
    narrator: Sides | None = None

    def __bool__(self) -> bool:
        return self != NOTHING

    def told(self) -> dict[str, Any]:
        """What a run's provenance says of it: what it is of, and a hash of it."""
        of = [each.name for each in fields(self) if getattr(self, each.name)]
        return {"of": of, "hash": hashlib.sha256(repr(self).encode()).hexdigest()[:12]}

    def ranker(self) -> Ranker:
        """The ranker that ships, with what was learnt."""
        return _adapted(self.quotes, self.least, self.speakers, self.sure)


NOTHING = Learnt()


@lru_cache(maxsize=4)
def _adapted(quotes: Weights, least: float | None, speakers: Weights, sure: float | None) -> Ranker:
    return adapt(shipped(), dict(quotes), least, dict(speakers), sure)


def adapt(
    ranker: Ranker,
    quotes: Mapping[str, float] | None = None,
    least: float | None = None,
    speakers: Mapping[str, float] | None = None,
    sure: float | None = None,
) -> Ranker:
    """A ranker with some weights moved.

    Args:
        ranker: stays as it is.
        quotes: see `Learnt`, like the others; a feature that it does not know is added.
        least: None for its own.
        speakers: moves the part of a score that the hidden layer does not see.
        sure: None for its own.
    """
    made = ranker
    if quotes:
        of_claim, claim = _with(made.of_claim, made.claim[:, None], quotes)
        made = replace(made, of_claim=of_claim, claim=claim[:, 0])
    if speakers:
        of_candidate, candidate = _with(made.of_candidate, made.candidate, speakers)
        made = replace(made, of_candidate=of_candidate, candidate=candidate)
    return replace(
        made,
        sure=made.sure if sure is None else sure,
        least=made.least if least is None else least,
    )


def _with(
    places: Mapping[str, int], weights: np.ndarray, more: Mapping[str, float]
) -> tuple[dict[str, int], np.ndarray]:
    """Places and weights, where the last column of each row is moved."""
    new: Sequence[str] = [name for name in more if name not in places]
    known = {**places, **{name: len(places) + at for at, name in enumerate(new)}}
    made = np.vstack([weights, np.zeros((len(new), weights.shape[1]), weights.dtype)])
    for name, value in more.items():
        made[known[name], -1] += value
    return known, made
