"""What the reader says of each candidate, beside the others."""

from __future__ import annotations

import numpy as np


def heard_features(fits: np.ndarray, kind: str) -> list[dict[str, float]]:
    """Features of the reader's opinion.

    Args:
        fits: float64 (candidates,), how much likelier than nobody each is, as natural
            logarithms; nobody is the first, with 0.
        kind: of the source: a pronoun, or how rules read it.

    Returns:
        Those of each candidate; none where the reader said nothing.

    >>> heard_features(np.array([0.0, 4.0, 2.0]), "she")[1]["reader gap"]
    0.5
    """
    rows: list[dict[str, float]] = [{} for _ in fits]
    if len(fits) < 2 or not fits[1:].any():
        return rows
    scores = fits / 4
    order = np.argsort(-scores[1:], kind="stable") + 1
    best, second = order[0], order[1] if len(order) > 1 else 0
    rows[0]["reader best"] = float(scores[best])
    rows[0][f"reader best for {kind}"] = float(scores[best])
    rows[0]["reader doubts all"] = float(scores[best] <= 0)
    for at in range(1, len(scores)):
        other = scores[second] if at == best else scores[best]
        rows[at]["reader fits"] = float(scores[at])
        rows[at][f"reader fits {kind}"] = float(scores[at])
        rows[at]["reader gap"] = float(scores[at] - other)
    if scores[best] > 0:
        rows[best]["reader says so"] = 1.0
        rows[best][f"reader says so of {kind}"] = 1.0
    return rows
