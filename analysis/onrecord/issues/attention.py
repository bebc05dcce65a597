"""How much is said about an issue: by whom, by which outlet, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from onrecord.errors import AnalysisError
from onrecord.issues.codebook import Issue
from onrecord.issues.mark import mark, with_issue
from onrecord.summary.counted import Counted
from onrecord.summary.intervals import MIN_SHARE, estimates
from onrecord.summary.observed import rows
from onrecord.summary.sides import sided
from onrecord.tables import Tables

BY = ("all", "speaker", "side", "outlet", "day", "week", "month")
COLUMNS = ["count", "articles", "total", "share", "low", "high", "evidence"]


def attention(tables: Tables, issues: Sequence[Issue], *, by: str = "all") -> pd.DataFrame:
    """The share of quotes that are about each issue.

    Args:
        tables: an analysis, whole or selected.
        issues: from `read_issues`.
        by: `all`, `speaker`, `side`, `outlet`, or `day`, `week`, `month` of publication; quotes
            without it are left out.

    Returns:
        A row per group and issue that stands in it: the group (`whole`, `speaker`, `side`,
        `outlet` or `start`), issue, count (quotes about it), articles (of these), total (quotes
        of the group), share (0..1; missing under `MIN_SHARE` quotes), low, high, evidence. A
        quote may be about several issues, so shares need not make 1.

    Raises:
        AnalysisError: `by` is none of these.
    """
    said, group = grouped(rows(tables, "quotes"), by)
    # what several say together is one quote of their group
    once = f"qualify row_number() over (partition by {group}, quote_id order by place) = 1"
    said = replace(said, source=f"select * from ({said.source}) {once}")
    marks = mark(tables, issues)
    about = with_issue(said, marks)
    counted = about.counts([group, "issue"], count=about.each, articles="distinct article_id")
    ids = about.ids([group, "issue"])
    made = counted.merge(ids, on=[group, "issue"], how="left", validate="one_to_one")
    parts = [_shares(said, made[made.issue == i.name], marks, i.name, group) for i in issues]
    made = pd.concat(parts, ignore_index=True) if parts else made
    first = ["start"] if group == "start" else []
    made = made.sort_values(
        [*first, "count"], ascending=[True] * len(first) + [False], kind="stable"
    )
    return made[[group, "issue", *COLUMNS]].reset_index(drop=True)


def grouped(asked: Counted, by: str) -> tuple[Counted, str]:
    """Rows with the column that they are grouped by, and its name.

    Raises:
        AnalysisError: `by` is none of `BY`.
    """
    if by not in BY:
        raise AnalysisError(f"by={by!r} is not known; it is one of {', '.join(BY)}.")
    if by == "all":
        return asked.valued("whole", "'all'", again=False), "whole"
    if by in ("speaker", "outlet"):
        return asked.known(by), by
    if by == "side":
        return sided(asked, "speaker", "side"), "side"
    return asked.begun(by), "start"


def _shares(
    said: Counted, cells: pd.DataFrame, marks: pd.DataFrame, issue: str, group: str
) -> pd.DataFrame:
    """Cells of one issue with total, share, low and high."""
    held = marks[(marks.issue == issue) & (marks.kind == "quote")][["id"]]
    holds = "(attribution_id in (select id from _with_issue))::int"
    asked = said.valued("holds", holds, again=False)
    asked = replace(asked, frames={**asked.frames, "_with_issue": held})
    found = estimates(asked, [group], "holds", among=cells[[group]])
    found = found.rename(columns={"count": "total", "value": "share"})
    enough = found.total >= MIN_SHARE
    for column in ("share", "low", "high"):
        found[column] = found[column].where(enough).clip(lower=0)
    columns = [group, "total", "share", "low", "high"]
    return cells.merge(found[columns], on=group, how="left", validate="many_to_one")
