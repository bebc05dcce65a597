"""Who stands together: groups of speakers on a page."""

from __future__ import annotations

import pandas as pd

from onrecord import summary
from onrecord.display.fragment import Fragment, element, text
from onrecord.display.table import Column, table
from onrecord.display.view import View
from onrecord.extras import install
from onrecord.summary.directions import MIN_MEAN
from onrecord.summary.words import listed

LEAST = 2  # statements about an actor below which a speaker takes no side
NAMED = 12  # speakers or actors of a group that are named


def coalitions(view: View) -> Fragment:
    """Groups of speakers who take the same sides, and toward whom."""
    try:
        from onrecord import networks
    except ImportError as error:  # networkx comes with an extra
        said = install(error) or str(error)
        return Fragment(element("p", text(said), class_="or-note"), said)
    groups = networks.communities(networks.coalitions(view.backed, least=LEAST))
    found = summary.edges(view.backed)
    found = found[(found["count"] >= LEAST) & (found.value.abs() >= MIN_MEAN)]
    found = found.merge(groups, left_on="source", right_on="speaker")
    rows = pd.DataFrame(
        [_group(number, part) for number, part in found.groupby("community", sort=True)],
        columns=["group", "size", "speakers", "favor", "against", "count", "evidence"],
    )
    columns = [
        Column("group", "Group", "number"),
        Column("speakers", "Speakers"),
        Column("favor", "Mostly for"),
        Column("against", "Mostly against"),
        Column("size", "How many speakers", "number", less=True),
        Column("count", "Statements", "number"),
    ]
    caption = (
        "Speakers who take the same sides toward the same actors more than others do (Louvain's "
        f"groups of the congruence network; a side takes {LEAST} statements about an actor, and a "
        f"mean {MIN_MEAN} or more from zero). Two who share one view are no alliance: read the "
        "sentences."
    )
    return table(rows, columns, caption=caption, name="coalitions", ids="evidence", fixed=True)


def _group(number: int, part: pd.DataFrame) -> tuple:
    named = part.groupby("source")["count"].sum().sort_values(ascending=False, kind="stable")
    for_ = _targets(part[part.value > 0])
    against = _targets(part[part.value < 0])
    ids = " ".join(part.evidence)
    return (
        number, len(named), _some(list(named.index)), _some(for_), _some(against),
        int(part["count"].sum()), ids,
    )  # fmt: skip


def _targets(part: pd.DataFrame) -> list[str]:
    """The actors toward whom two or more of a group stand so, the most shared first."""
    shared = part.groupby("target").source.nunique().sort_values(ascending=False, kind="stable")
    return list(shared[shared > 1].index)


def _some(names: list[str]) -> str:
    if len(names) <= NAMED:
        return listed(names) if names else ""
    return f"{', '.join(names[:NAMED])} and {len(names) - NAMED} more"
