"""Shares: which part of a group's rows is of which class."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from onrecord.summary.audited import Audit, audited_shares
from onrecord.summary.counted import Counted
from onrecord.summary.intervals import MIN_SHARE, interval

OF = "of"
COLUMNS = [OF, "count", "articles", "total", "share", "low", "high", "evidence"]


def shares(
    rows: pd.DataFrame | Counted,
    by: str,
    of: str,
    *,
    least: int = MIN_SHARE,
    top: int | None = None,
    weight: str | None = None,
    audit: Audit | None = None,
    backed: bool = True,
) -> pd.DataFrame:
    """How the rows of each group divide into classes.

    Args:
        rows: with the columns `article_id`, `evidence_id`, `by` and `of`; rows where `by` or
            `of` is missing are left out.
        by: column of groups.
        of: column of classes.
        least: rows of a group below which shares are missing and only counts are given.
        top: the largest groups alone, so many; by default all.
        weight: what a row counts, a whole number in SQL; by default each counts one.
        audit: a checked sample of the analysis that the rows are of, where `of` is `label`.
        backed: with the evidence of each share; without, it is empty.

    Returns:
        A row per group and class that occurs in it: `by`, `of`, count (rows), articles,
        total (rows of the group), share (0..1), low, high, evidence. Rows of one `quote_id`,
        a quote that several speak, count once. `attrs["further"]`: groups left out by `top`.
        With an audit also what `audited` adds.

    Raises:
        AnalysisError: with an audit, of rows that are no statements or of other classes.
    """
    asked = Counted.loose(rows) if isinstance(rows, pd.DataFrame) else rows
    statements = "target" in rows if isinstance(rows, pd.DataFrame) else rows.kind == "statements"
    asked, further = asked.known(by, of), 0
    if top is not None:
        each = asked.counts([by, of], n=asked.each).groupby(by, sort=False).n
        totals = each.agg(total="sum", most="max").reset_index()
        totals = totals.sort_values(["total", "most"], ascending=False, kind="stable")
        further = max(0, len(totals) - top)
        asked = asked.among(totals.head(top)[[by]]) if further else asked
    made = _divided(asked, by, of, least, weight, backed)
    made.attrs["further"] = further
    return audited_shares(made, audit, by, of, statements)


def _divided(
    rows: Counted, by: str, of: str, least: int, weight: str | None, backed: bool
) -> pd.DataFrame:
    cells = rows.divided(by, of, weight)
    sizes = cells.n
    if weight:  # a share needs enough rows, however much they weigh
        sizes = cells[by].map(rows.counts([by], n=rows.each).set_index(by).n)
    found = interval(cells, bounds=(0, 1)).where(sizes >= least)
    return _told(rows, by, of, cells, found, backed)


def divided(
    rows: Counted, by: str, of: str, also: Mapping[str, str], *, least: int = MIN_SHARE
) -> pd.DataFrame:
    """Shares as `shares` gives them, and those of other weights beside them, in one question.

    Args:
        rows: what is counted.
        by: column of groups.
        of: column of classes.
        also: more weights, whole numbers in SQL, by name.
        least: rows of a group, or with a weight that is 0 or 1 rows that have it, below which
            shares are missing.

    Returns:
        The columns of `shares`, and of each weight its share (0..1), under its name, and the
        name with `_low` and `_high`. A class in which nothing weighs has a share of 0 and no
        interval.
    """
    rows = rows.known(by, of)
    cells = rows.divided(by, of, also={f"_{name}": weight for name, weight in also.items()})
    found = interval(cells, bounds=(0, 1)).where(cells.n >= least)
    for name in also:
        five = cells[[f"{sum_}_{name}" for sum_ in ("s", "n", "ss", "sn", "nn")]]
        five = five.set_axis(["s", "n", "ss", "sn", "nn"], axis=1).assign(articles=cells.articles)
        of_it = interval(five, bounds=(0, 1)).where(np.minimum(five.n, cells.n) >= least)
        of_it.loc[five.s == 0, ["low", "high"]] = np.nan
        found[[name, f"{name}_low", f"{name}_high"]] = of_it
    return _told(rows, by, of, cells, found, True)


def _told(
    rows: Counted, by: str, of: str, cells: pd.DataFrame, found: pd.DataFrame, backed: bool
) -> pd.DataFrame:
    """Shares with what stands behind them, the largest groups and classes first."""
    made = cells[[by, of]].assign(
        **{"count": cells.s, "articles": cells.cell_articles, "total": cells.n}
    )
    made = pd.concat([made, found.rename(columns={"value": "share"})], axis=1)
    if backed:
        ids = rows.ids([by, of])
        made = made.merge(ids, on=[by, of], how="left", validate="one_to_one")
    else:
        made["evidence"] = ""
    made = made.sort_values([by, of], kind="stable")
    # groups of one size stand in the order in which they first appear
    made["_first"] = made[by].map({name: n for n, name in enumerate(cells[by].unique())})
    order = {"total": False, "count": False, "_first": True}
    made = made.sort_values(list(order), ascending=list(order.values()), kind="stable")
    return made.drop(columns="_first").reset_index(drop=True)
