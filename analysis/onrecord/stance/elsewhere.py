"""A side in the light of what else the same speaker says of the same actor in the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

import numpy as np

from onrecord.stance.shapes import AGAINST, FAVOR, NONE

WEIGHT = 0.3  # of what is said elsewhere; chosen on dev
EDGE = 1e-3  # probabilities closer to 0 or 1 have no logit worth counting


def elsewhere(chances: np.ndarray, who: Sequence[Hashable], weight: float = WEIGHT) -> np.ndarray:
    """Move sides toward the way in which the speaker leans in other statements.

    People seldom praise and attack the same actor in one article: where they lean the same way
    in their other statements, a side is likelier, and the opposite one less so. The lean is half
    the difference of the logits of favor and against, mean over the other statements.

    Args:
        chances: float32 (statements, 3), probabilities of favor, against and none.
        who: article, speaker and target of each statement.
        weight: of the lean.

    Returns:
        float32 (statements, 3); what has no other statement stays as it was.

    >>> clear, unsure = [0.02, 0.9, 0.08], [0.1, 0.5, 0.4]
    >>> elsewhere(np.array([clear, unsure]), ["Lee of Roy", "Lee of Roy"])[1].round(2)
    array([0.04, 0.71, 0.24], dtype=float32)
    >>> elsewhere(np.array([clear, unsure]), ["Lee of Roy", "Lee of Ann"])[1].round(2)
    array([0.1, 0.5, 0.4], dtype=float32)
    """
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for number, key in enumerate(who):
        groups[key].append(number)
    many = [numbers for numbers in groups.values() if len(numbers) > 1]
    moved = np.array(chances, dtype=np.float64)
    if not many:
        return moved.astype(np.float32)
    bounded = np.clip(moved[:, [FAVOR, AGAINST]], EDGE, 1 - EDGE)
    logits = np.log(bounded / (1 - bounded))
    leans = (logits[:, 0] - logits[:, 1]) / 2
    for numbers in many:
        own = leans[numbers]
        others = weight * (own.sum() - own) / (len(numbers) - 1)
        shifted = logits[numbers] + np.stack([others, -others], 1)
        sides = 1 / (1 + np.exp(-shifted))
        sides /= np.maximum(sides.sum(1, keepdims=True), 1.0)
        moved[numbers, FAVOR], moved[numbers, AGAINST] = sides[:, 0], sides[:, 1]
        moved[numbers, NONE] = 1 - sides.sum(1)
    return moved.astype(np.float32)
