"""About whom speakers are divided."""

from __future__ import annotations

import pandas as pd

from onrecord.networks.coalitions import sides
from onrecord.tables import Tables

COLUMNS = ["target", "speakers", "favor", "against", "conflict", "count", "evidence"]


def disputed(tables: Tables, *, least: int = 1) -> pd.DataFrame:
    """Actors about whom speakers take opposite sides, those with the most such pairs first.

    Args:
        tables: an analysis, whole or selected.
        least: statements about an actor below which a speaker takes no side.

    Returns:
        target, speakers (who take a side), favor and against (how many of them), conflict (share
        of pairs of speakers that stand against each other, 0..1: at most a little above one half,
        where both sides are as large), count (statements), evidence.
    """
    found = sides(tables, least)
    rows = []
    for target, part in found.groupby("target", sort=True):
        favor, against = int((part.value > 0).sum()), int((part.value < 0).sum())
        many = favor + against
        if favor and against:
            pairs = many * (many - 1) / 2
            ids = " ".join(part.evidence)
            rows.append((target, many, favor, against, favor * against / pairs,
                         int(part["count"].sum()), ids))  # fmt: skip
    made = pd.DataFrame(rows, columns=COLUMNS)
    order = (made.favor * made.against).sort_values(ascending=False, kind="stable").index
    return made.loc[order].reset_index(drop=True)
