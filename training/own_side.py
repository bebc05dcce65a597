"""How seldom people stand against the body they speak for, counted on the train articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from benchmarks.alike import any_same
from onrecord.actors import Lexicon, find_mentions
from onrecord.segment import segment

from .pairs import TOWARD


def own_odds(rows: Iterable[dict[str, Any]]) -> list[float]:
    """Return how much more often each label is given to one's own body than to others.

    Args:
        rows: labelled articles.

    Returns:
        A factor for each of favor, against and none; one is added to each count of the own.
    """
    lexicon = Lexicon.load()
    counts = np.zeros((2, len(TOWARD)))
    for row in rows:
        seen = find_mentions(row["text"], segment(row["text"]), lexicon)
        of = seen.bodies()
        forms = {each["name"]: [each["name"], *each["forms"]] for each in row["names"]}
        for each in row["stances"]:
            for name in row["attributions"][each["attribution"]]["speaker"][:1]:
                known = [one for one in of if any_same(one, forms.get(name, [name]), lexicon)]
                target = forms.get(each["target"], [each["target"]])
                own = any(any_same(of[one], target, lexicon) for one in known)
                counts[int(own), TOWARD.index(each["label"])] += 1
    counts[1] += 1
    shares = counts / counts.sum(1, keepdims=True)
    return np.round(shares[1] / shares[0], 2).tolist()
