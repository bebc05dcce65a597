"""Shares: which part of a group's rows is of which class."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.summary.bootstrap import ends, resampled
from analysis.summary.intervals import MIN_SHARE

OF = "of"
COLUMNS = [OF, "count", "articles", "total", "share", "low", "high", "evidence"]


def shares(
    rows: pd.DataFrame,
    by: str,
    of: str,
    *,
    weights: pd.Series | None = None,
    least: int = MIN_SHARE,
) -> pd.DataFrame:
    """How the rows of each group divide into classes.

    Args:
        rows: with the columns `article_id`, `evidence_id`, `by` and `of`; rows where `by` or
            `of` is missing are left out.
        by: column of groups.
        of: column of classes.
        weights: article_id -> weight.
        least: rows of a group below which shares are missing and only counts are given.

    Returns:
        A row per group and class that occurs in it: `by`, `of`, count (rows), articles,
        total (rows of the group), share (0..1), low, high, evidence. Rows of one `quote_id`,
        a quote that several speak, count once.
    """
    rows = rows[rows[by].notna() & rows[of].notna()]
    weight = rows.article_id.map(weights).fillna(1.0) if weights is not None else 1.0
    rows = rows.assign(_w=weight)
    rows = rows[rows._w > 0]
    parts = [_divided(group, name, by, of, least) for name, group in rows.groupby(by, sort=False)]
    if not parts:
        return pd.DataFrame(columns=[by, *(of if name == OF else name for name in COLUMNS)])
    made = pd.concat(parts, ignore_index=True)
    order = ["total", "count"]
    return made.sort_values(order, ascending=False, kind="stable").reset_index(drop=True)


def _divided(group: pd.DataFrame, name: str, by: str, of: str, least: int) -> pd.DataFrame:
    """The classes of one group; all are resampled together."""
    behind = group.groupby(of, observed=True).evidence_id.agg(" ".join)
    if "quote_id" in group:
        group = group.drop_duplicates("quote_id")
    hits = group.pivot_table("_w", "article_id", of, "sum", fill_value=0.0, observed=True)
    sums, sizes = hits.to_numpy(float), hits.sum(axis=1).to_numpy(float)[:, None]
    share = sums.sum(0) / sizes.sum()
    low = high = np.full(len(share), np.nan)
    if len(group) < least:
        share = low
    elif len(hits) > 1:
        low, high = ends(resampled(sums, sizes), len(hits), (0, 1))
    classes = group.groupby(of, observed=True)
    made = pd.DataFrame({by: name, of: hits.columns.astype("str")})
    made["count"] = classes.size().reindex(hits.columns).to_numpy("int64")
    made["articles"] = classes.article_id.nunique().reindex(hits.columns).to_numpy("int64")
    made["total"] = len(group)
    made["share"], made["low"], made["high"] = share, low, high
    made["evidence"] = behind.reindex(hits.columns).to_numpy()
    return made
