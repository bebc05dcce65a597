"""What an audit draws from: the statements that are counted, each under a name that lasts."""

from __future__ import annotations

from hashlib import blake2s

import numpy as np
import pandas as pd

from onrecord import summary
from onrecord.tables import Tables

SURE = 0.7  # probability of a label that is not in doubt
LETTERS = 12


def frame(tables: Tables) -> pd.DataFrame:
    """The statements of an analysis, to be drawn from and to be estimated over.

    Args:
        tables: an analysis, whole or selected.

    Returns:
        The columns of `summary.statements`, a row each, and: item (str, made of where the
        statement stands, the same in every analysis that finds it there), at (int64, where
        the content begins; the target for a narrator's), doubt (bool: the likeliest label has
        a probability below `SURE`), favor, against and none as 1.0 or 0.0 in place of the
        probabilities, and month and year (of publication).
    """
    rows = summary.statements(tables).reset_index(drop=True)
    begun = tables.part.ask(
        "select attribution_id, min(start) as begun from spans where role = 'content' group by 1"
    ).set_index("attribution_id")["begun"]
    rows["at"] = rows.attribution_id.map(begun).fillna(rows.start).astype("int64")
    turn = rows.attribution_id.astype("str").str.extract(r"\.(\d+)$")[0].fillna("")
    rows["item"] = [
        blake2s("\0".join(map(str, key)).encode()).hexdigest()[:LETTERS]
        for key in zip(rows.article_id, rows.start, rows.end, rows.voice, rows["at"], turn,
                       strict=True)
    ]  # fmt: skip
    rows["doubt"] = rows.probability < SURE
    for label in ("favor", "against", "none"):
        rows[label] = (rows.label == label).astype(float)
    return dated(rows)


def dated(rows: pd.DataFrame) -> pd.DataFrame:
    """With the month (2025-06) and the year of publication; missing where it is not known."""
    known = rows.published.notna()
    for name, form in (("month", "%Y-%m"), ("year", "%Y")):
        written = rows.published.dt.strftime(form)
        rows[name] = written.where(known, np.nan).astype("str")
    return rows
