"""Who speaks about whom: the pairs as edges, for drawing and for other programs."""

from __future__ import annotations

import pandas as pd

from onrecord.summary.audited import CORRECTED, Audit
from onrecord.summary.pairs import counted_pairs, pairs
from onrecord.tables import Tables


def edges(tables: Tables, *, top: int | None = None, audit: Audit | None = None) -> pd.DataFrame:
    """Edges from named speakers to the actors that they speak about.

    Args:
        tables: an analysis, whole or selected.
        top: keep so many edges, those with the most statements; ties by name.
        audit: a checked sample, from `onrecord.audit.read`.

    Returns:
        source, target, count (statements), value (mean stance), low, high, articles,
        clear, evidence; with an audit also what `audited` adds. `attrs["further"]`: edges left
        out by `top`.
    """
    every = counted_pairs(tables)
    every = _ordered(every[every.voice == "speaker"])
    kept = every.head(len(every) if top is None else top)
    found = pairs(tables, among=kept, audit=audit)
    made = _ordered(found).rename(columns={"teller": "source"})
    columns = ["source", "target", "count", "value", "low", "high", "articles", "clear"]
    more = CORRECTED if audit is not None else []
    made = made[[*columns, "evidence", *more]].reset_index(drop=True)
    made.attrs = {**found.attrs, "further": len(every) - len(kept)}
    return made


def _ordered(made: pd.DataFrame) -> pd.DataFrame:
    return made.sort_values(["count", "teller", "target"], ascending=[False, True, True])
