"""Shares: which part of a group's rows is of which class."""

from __future__ import annotations

import numpy as np
import pandas as pd

from onrecord.summary.bootstrap import interval
from onrecord.summary.filed import Filed
from onrecord.summary.intervals import MIN_SHARE
from onrecord.summary.rows import Rows

OF = "of"
COLUMNS = [OF, "count", "articles", "total", "share", "low", "high", "evidence"]


def shares(
    rows: pd.DataFrame | Rows | Filed,
    by: str,
    of: str,
    *,
    weights: pd.Series | None = None,
    least: int = MIN_SHARE,
    top: int | None = None,
) -> pd.DataFrame:
    """How the rows of each group divide into classes.

    Args:
        rows: with the columns `article_id`, `evidence_id`, `by` and `of`; rows where `by` or
            `of` is missing are left out.
        by: column of groups.
        of: column of classes.
        weights: article_id -> weight.
        least: rows of a group below which shares are missing and only counts are given.
        top: the largest groups alone, so many; by default all.

    Returns:
        A row per group and class that occurs in it: `by`, `of`, count (rows), articles,
        total (rows of the group), share (0..1), low, high, evidence. Rows of one `quote_id`,
        a quote that several speak, count once. `attrs["further"]`: groups left out by `top`.
    """
    rows = (Rows(rows) if isinstance(rows, pd.DataFrame) else rows).known(by, of)
    rows = rows.weighted(weights)
    each = rows.counts([by, of], n=rows.each).groupby(by, sort=False).n
    totals = each.agg(total="sum", most="max").reset_index()
    totals = totals.sort_values(["total", "most"], ascending=False, kind="stable")
    shown = totals.head(len(totals) if top is None else top)
    if len(shown) < len(totals):
        rows = rows.among(shown[[by]])
    cells = rows.clusters([by, of], None)
    made = pd.DataFrame(columns=[by, *(of if name == OF else name for name in COLUMNS)])
    if len(shown):
        ids = rows.ids([by, of]).set_index([by, of]).evidence
        total = shown.set_index(by).total
        parts = [
            _divided(group.sort_values(of), int(total[name]), by, of, least)
            for name, group in cells.groupby(by, sort=False)
        ]
        made = pd.concat(parts, ignore_index=True)
        made["evidence"] = ids.reindex(pd.MultiIndex.from_frame(made[[by, of]])).to_numpy()
        order = ["total", "count"]
        made = made.sort_values(order, ascending=False, kind="stable").reset_index(drop=True)
    made.attrs["further"] = len(totals) - len(shown)
    return made


def _divided(cells: pd.DataFrame, total: int, by: str, of: str, least: int) -> pd.DataFrame:
    """The classes of one group; all are resampled together."""
    articles = np.unique(np.concatenate(cells.articles.to_list()))
    sums = np.zeros((len(articles), len(cells)))
    for column, cell in enumerate(cells.itertuples()):
        sums[np.searchsorted(articles, cell.articles), column] = cell.sums
    sizes = sums.sum(1)[:, None]
    share = sums.sum(0) / sizes.sum()
    low = high = np.full(len(share), np.nan)
    if total < least:
        share = low
    elif len(articles) > 1:
        low, high = interval(sums, sizes, (0, 1))
    made = cells[[by, of, "count"]].reset_index(drop=True)
    made["articles"] = [len(each) for each in cells.articles]
    made["total"] = total
    made["share"], made["low"], made["high"] = share, low, high
    return made
