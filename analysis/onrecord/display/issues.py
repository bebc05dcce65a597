"""What is said on the issues of the user's codebook."""

from __future__ import annotations

import pandas as pd

from onrecord import issues as told
from onrecord.display.fragment import Fragment
from onrecord.display.table import MEAN_STANCE, Column, ends, table
from onrecord.display.view import View

MOST = 1_000  # rows
BY = {"all": None, "outlet": "Outlet", "speaker": "Speaker", "side": "Camp"}


def issues(view: View, by: str = "all") -> Fragment:
    """The share of quotes that are about each issue.

    Args:
        view: the page.
        by: `all`, `outlet`, `speaker` or `side`.
    """
    if not view.codebook:
        return view.no_codebook()
    rows = told.attention(view.tables, view.codebook, by=by)
    rows["interval"] = ends(rows)
    columns = [
        Column("issue", "Issue"),
        Column("count", "Quotes", "number"),
        Column("share", "Share", "share"),
        Column("interval", "95% interval", "range", under="share"),
        Column("total", "Of quotes", "number", less=True),
        Column("articles", "Articles", "number", less=True),
    ]
    if label := BY[by]:
        columns.insert(0, Column(by, label, "speaker" if by == "speaker" else "text"))
    caption = (
        "Quotes about each issue of the codebook, by their own words; what they mean by “it” is "
        "not looked up, so shares are lower bounds. A quote may be about several issues."
    )
    return _first(rows, columns, caption, f"issues-{by}")


def issue_stances(view: View) -> Fragment:
    """Who stands how toward whom in statements about each issue."""
    if not view.codebook:
        return view.no_codebook()
    rows = told.stance(view.tables, view.codebook)
    rows["interval"] = ends(rows)
    columns = [
        Column("issue", "Issue"),
        # on the page of one, each row is that one's
        Column("teller", "Who speaks", hidden=view.kind == "speaker"),
        Column("target", "Toward", "actor", hidden=view.kind == "actor"),
        *MEAN_STANCE,
    ]
    caption = (
        "Mean stance from −1 (against) to +1 (for) in statements about each issue; what an "
        "outlet's own sentences convey stands in the rows of its narrator."
    )
    return _first(rows, columns, caption, "issue-stances")


def _first(rows: pd.DataFrame, columns: list[Column], caption: str, name: str) -> Fragment:
    capped = f" The first {MOST:,} of {len(rows):,}." if len(rows) > MOST else ""
    return table(
        rows.head(MOST), columns, caption=caption, name=name, ids="evidence", recount=name,
        capped=capped,
    )  # fmt: skip
