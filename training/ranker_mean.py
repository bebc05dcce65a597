"""The mean of two rankers of speakers as one file: `python -m training speakers --mean FILE`.

Each has one hidden layer, so both layers beside each other, each half as loud, say the mean of
what the two say (before the softmax).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

HALF = 0.5


def joined(first: Mapping[str, np.ndarray], second: Mapping[str, np.ndarray]) -> dict:
    """Return the arrays of a ranker that says the mean of two; thresholds are the first one's.

    >>> one = {"of_candidate": "a", "of_source": "s", "of_claim": "c", "sure": 0.5, "least": 0.4,
    ...        "candidate": np.array([[1.0, 2.0]]), "source": np.array([[0.0, 0.0]]),
    ...        "bias": np.array([0.0]), "out": np.array([4.0]), "claim": np.array([1.0])}
    >>> both = joined(one, one | {"of_candidate": "b", "claim": np.array([3.0])})
    >>> both["candidate"].tolist(), both["out"].tolist(), both["claim"].tolist()
    ([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]], [2.0, 2.0], [2.0])
    """
    made: dict = {"sure": first["sure"], "least": first["least"]}
    for key, part in (("of_candidate", "candidate"), ("of_source", "source")):
        words = [str(each[key]).split("\n") for each in (first, second)]
        names = sorted({*words[0], *words[1]})
        place = {name: at for at, name in enumerate(names)}
        wide = [each[part].shape[1] - 1 for each in (first, second)]
        rows = np.zeros((len(names), sum(wide) + 1), np.float32)
        for at, each in enumerate((first, second)):
            mine = [place[word] for word in words[at]]
            low = sum(wide[:at])
            rows[mine, low : low + wide[at]] = each[part][:, :-1]
            rows[mine, -1] += HALF * each[part][:, -1]
        made |= {key: "\n".join(names), part: rows.astype(np.float16)}
    made["bias"] = np.concatenate([first["bias"], second["bias"]])
    made["out"] = HALF * np.concatenate([first["out"], second["out"]])
    words = [str(each["of_claim"]).split("\n") for each in (first, second)]
    names = sorted({*words[0], *words[1]})
    place = {name: at for at, name in enumerate(names)}
    claim = np.zeros(len(names), np.float32)
    for mine, each in zip(words, (first, second), strict=True):
        claim[[place[word] for word in mine]] += HALF * each["claim"]
    return made | {"of_claim": "\n".join(names), "claim": claim.astype(np.float16)}


def mean_with(file: Path, other: Path) -> None:
    """Write the mean of two rankers over the first one's file.

    Args:
        file: the `.npz` that ships, which gives the thresholds.
        other: another one.
    """
    np.savez_compressed(file, **joined(dict(np.load(file)), dict(np.load(other))))
