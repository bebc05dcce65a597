"""Shares: which part of a group's rows is of which class."""

from __future__ import annotations

import pandas as pd

from analysis.summary.intervals import MIN_SHARE, estimates


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
        rows: with the columns `article_id`, `evidence_id`, `by` and `of`; rows where `by` is
            missing are left out.
        by: column of groups.
        of: column of classes.
        weights: article_id -> weight.
        least: rows of a group below which shares are missing and only counts are given.

    Returns:
        A row per group and class that occurs in it: `by`, `of`, count (rows), articles,
        total (rows of the group), share (0..1), low, high, evidence.
    """
    rows = rows[rows[by].notna()]
    totals = rows.groupby(by, sort=False).size()
    parts = []
    for name in rows[of].drop_duplicates():
        hit = rows[of].isna() if pd.isna(name) else rows[of].eq(name)
        found = estimates(rows.assign(_hit=hit.astype(float)), [by], "_hit", weights=weights)
        counted = rows[hit].groupby(by, sort=False)
        found["count"] = found[by].map(counted.size()).fillna(0).astype("int64")
        found["articles"] = found[by].map(counted.article_id.nunique()).fillna(0).astype("int64")
        found["evidence"] = found[by].map(counted.evidence_id.agg(" ".join))
        parts.append(found[found["count"] > 0].assign(**{of: name}))
    columns = [by, of, "count", "articles", "total", "share", "low", "high", "evidence"]
    if not parts:
        return pd.DataFrame(columns=columns)
    made = pd.concat(parts, ignore_index=True).rename(columns={"value": "share"})
    made["total"] = made[by].map(totals)
    few = made.total < least
    made.loc[few, ["share", "low", "high"]] = float("nan")
    return made.sort_values(["total", "count"], ascending=False, kind="stable")[
        columns
    ].reset_index(drop=True)
