"""The news of a corpus: three to five findings, counts first, each with what stands behind it.

What is always true comes first: how concentrated the quoting is, how much of it is traced to
no name, who is criticised and not quoted, whose own words are given. Readings of the model follow,
and only where they are clear (`directions`): the widest direction, and what changed.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.summary.finding import Finding
from onrecord.summary.news_counts import direct, few, unanswered, unnamed
from onrecord.summary.news_read import change, direction
from onrecord.tables import Tables

MOST = 5  # findings


def news(tables: Tables) -> list[Finding]:
    """The findings of a corpus, counts first; fewer than three where there is less to tell.

    >>> news(Tables.empty())
    []
    """
    made = [finding(tables) for finding in FINDINGS.values()]
    return [finding for finding in made if finding][:MOST]


# by their keys, in the order in which they are told
FINDINGS: dict[str, Callable[[Tables], Finding | None]] = {
    "few": few, "unnamed": unnamed, "unanswered": unanswered, "direct": direct,
    "direction": direction, "change": change,
}  # fmt: skip
