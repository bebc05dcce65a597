"""Who stands together, about whom speakers are divided, and how camps change: on a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import pandas as pd

from onrecord import summary
from onrecord.display.fragment import Fragment, element, text
from onrecord.display.table import Column, table
from onrecord.display.view import View
from onrecord.extras import install
from onrecord.summary.directions import MIN_MEAN
from onrecord.summary.words import listed

LEAST = 2  # statements about an actor below which a speaker takes no side
ROWS = 100
SHORT = 120  # days below which time goes by weeks
NAMED = 12  # speakers or actors of a group that are named


def _with_networks(make: Callable[[View], Fragment]) -> Callable[[View], Fragment]:
    """Without networkx, which comes with an extra, a page says how to install it."""

    @wraps(make)
    def made(view: View) -> Fragment:
        try:
            return make(view)
        except ImportError as error:
            said = install(error) or str(error)
            return Fragment(element("p", text(said), class_="or-note"), said)

    return made


@_with_networks
def coalitions(view: View) -> Fragment:
    """Groups of speakers who take the same sides, and toward whom."""
    from onrecord import networks

    groups = networks.communities(networks.coalitions(view.tables, "subtracted", least=LEAST))
    found = summary.edges(view.tables)
    found = found[(found["count"] >= LEAST) & (found.value.abs() >= MIN_MEAN)]
    found = found.merge(groups, left_on="source", right_on="speaker")
    rows = pd.DataFrame(
        [_group(number, part) for number, part in found.groupby("community", sort=True)],
        columns=["group", "size", "speakers", "favor", "against", "count", "evidence"],
    )
    columns = [
        Column("group", "Group", "number"),
        Column("speakers", "Speakers"),
        Column("favor", "Two or more for"),
        Column("against", "Two or more against"),
        Column("size", "How many speakers", "number", less=True),
        Column("count", "Statements", "number"),
    ]
    caption = (
        "Speakers who take the same sides toward more actors than opposite ones (Louvain's groups "
        f"of the network of agreements less conflicts; a side takes {LEAST} statements about an "
        f"actor, and a mean {MIN_MEAN} or more from zero). Two who share one view are no alliance: "
        "read the sentences."
    )
    return table(
        rows, columns, caption=caption, name="coalitions", ids="evidence", recount="coalitions"
    )


@_with_networks
def divided(view: View) -> Fragment:
    """Actors about whom speakers take opposite sides."""
    from onrecord import networks

    rows = networks.disputed(view.tables, least=LEAST).head(ROWS)
    columns = [
        Column("target", "Toward", "actor"),
        Column("favor", "Speakers for", "number"),
        Column("against", "Speakers against", "number"),
        Column("conflict", "Pairs who differ", "share"),
        Column("count", "Statements", "number", less=True),
    ]
    caption = (
        f"Actors toward whom speakers take opposite sides ({LEAST} statements, and a mean "
        f"{MIN_MEAN} or more from zero), the most disputed first. Where both sides are as large, "
        "about half of the pairs of speakers differ."
    )
    return table(rows, columns, caption=caption, name="divided", ids="evidence", recount="divided")


@_with_networks
def camps_over_time(view: View) -> Fragment:
    """How far speakers fall into camps, by week or month."""
    from onrecord import networks

    days = view.tables.listed.published.dropna()
    unit = "week" if len(days) and (days.max() - days.min()).days < SHORT else "month"
    rows = networks.polarisation(view.tables, unit).tail(ROWS)
    columns = [
        Column("start", f"{unit.capitalize()} from", "date"),
        Column("speakers", "Speakers who take a side", "number"),
        Column("alike", "Pairs alike", "number", less=True),
        Column("against", "Pairs against", "number"),
        Column("conflict", "Of them against", "share"),
        Column("communities", "Groups", "number", less=True),
        Column("modularity", "Modularity", "number", less=True),
    ]
    caption = (
        f"By {unit}: two speakers and an actor are a pair, alike or against each other. "
        "Modularity is near 0 where all stand together and higher where they fall into camps. Few "
        "speakers make it jump: read it beside how many there are."
    )
    return table(rows, columns, caption=caption, name="camps-over-time", recount="camps-over-time")


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
