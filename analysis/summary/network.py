"""Who speaks about whom: the pairs as edges, for drawing and for other programs."""

from __future__ import annotations

import pandas as pd

from analysis.summary.pairs import pairs
from analysis.tables import Tables


def edges(
    tables: Tables, *, top: int | None = None, weights: pd.Series | None = None
) -> pd.DataFrame:
    """Edges from named speakers to the actors that they speak about.

    Args:
        tables: an analysis, whole or selected.
        top: keep so many edges, those with the most statements; ties by name.
        weights: article_id -> weight.

    Returns:
        source, target, count (statements), value (mean stance), low, high, articles,
        settled, evidence.
    """
    made = pairs(tables, weights=weights)
    made = made[made.voice == "speaker"].rename(columns={"teller": "source"})
    made = made.sort_values(["count", "source", "target"], ascending=[False, True, True])
    columns = ["source", "target", "count", "value", "low", "high", "articles", "settled"]
    return made.head(len(made) if top is None else top)[[*columns, "evidence"]].reset_index(
        drop=True
    )
