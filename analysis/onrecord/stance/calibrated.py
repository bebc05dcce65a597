"""Probabilities of sides moved to what people found, and the probability that is enough."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

EDGE = 1e-4  # probabilities closer to 0 or 1 have no logit worth counting


@dataclass(frozen=True, slots=True)
class Sides:
    """How the model's probability of a side is read.

    The logit of a side (favor or against, whichever) is multiplied and moved (Platt, "Probabilistic
    outputs for support vector machines", 1999); which of the two it is stays as it was.

    Attributes:
        scale: multiplies the logit.
        shift: is added to it.
        least: probability from which a side is given; None for the model's own.
    """

    scale: float = 1.0
    shift: float = 0.0
    least: float | None = None

    def of(self, chances: np.ndarray) -> np.ndarray:
        """Probabilities as they are read.

        Args:
            chances: float32 (pairs, 3), of favor, against and none.

        Returns:
            float32 (pairs, 3).

        >>> Sides(shift=-2.0).of(np.array([[0.4, 0.4, 0.2]])).round(2)
        array([[0.18, 0.18, 0.65]], dtype=float32)
        """
        given = np.asarray(chances, float)
        none = given[:, 2]
        side = np.clip(1 - none, EDGE, 1 - EDGE)
        moved = 1 / (1 + np.exp(-(self.scale * np.log(side / (1 - side)) + self.shift)))
        both = np.maximum(given[:, :2].sum(1, keepdims=True), EDGE)
        made = np.column_stack([given[:, :2] / both * moved[:, None], 1 - moved])
        return made.astype(np.float32)
