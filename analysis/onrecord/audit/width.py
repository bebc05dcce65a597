"""How many labels an interval of a wished width needs."""

from __future__ import annotations

import math

from onrecord.audit.correct import Corrected
from onrecord.summary.intervals import Z975


def more_labels(found: Corrected, width: float, *, checked: int, rows: int) -> int | None:
    """How many rows must be checked beside those that are, drawn in the same way.

    The part of the variance that comes from the choice of checked rows goes with
    1 / checked - 1 / rows; the other part, from the choice of articles, stays.

    Args:
        found: a corrected mean.
        width: of the 95 % interval, from end to end.
        checked: rows checked by now, of all groups.
        rows: rows of the corpus.

    Returns:
        None where all rows would not be enough: only more articles help.

    >>> found = Corrected(0.3, 0.2, 0.4, 100, between=0.0001, within=0.0025)
    >>> more_labels(found, 0.1, checked=100, rows=10_000)
    339
    >>> more_labels(found, 0.03, checked=100, rows=10_000) is None
    True
    """
    wished = (width / 2 / Z975) ** 2
    if wished >= found.variance:
        return 0
    now = 1 / checked - 1 / rows
    if math.isnan(found.variance) or found.between >= wished or now <= 0:
        return None
    then = (wished - found.between) / found.within * now + 1 / rows
    return math.ceil(1 / then) - checked
