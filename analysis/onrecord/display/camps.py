"""Camps: the sides of the user's `actors.yaml`, how much each speaks, and how each stands."""

from __future__ import annotations

from onrecord import summary
from onrecord.display.fragment import UNASKED, Fragment, unasked
from onrecord.display.table import MEAN_STANCE, Column, ends, table
from onrecord.display.view import View

NONE = "Camps were not compared: no actor of these articles has a side in an actors.yaml."


def camps(view: View) -> Fragment:
    """Each camp: how many speak for it, how often, and in which tone."""
    rows = summary.sides(view.tables)
    if rows.empty:
        return unasked(NONE)
    rows["interval"] = ends(rows, "tone_low", "tone_high")
    columns = [
        Column("side", "Camp"),
        Column("actors", "Actors", "number", less=True),
        Column("speakers", "Who speaks", "number"),
        Column("quotes", "Quotes", "number"),
        Column("share", "Of the camps' quotes", "share"),
        Column("articles", "Articles", "number", less=True),
        Column("outlets", "Outlets", "number", less=True),
        Column("tone", "Tone", "score", hidden=True),
        Column("interval", "95% interval", "interval", under="tone", hidden=True),
    ]
    caption = (
        "The camps that your actors.yaml makes (its “side”); actors are those of the whole corpus. "
        "Quotes of speakers without a camp are not counted here."
    )
    return table(rows, columns, caption=caption, name="camps", ids="evidence", recount="camps")


def between_camps(view: View) -> Fragment:
    """How each camp stands toward each: statements of its speakers about its actors."""
    rows = summary.between(view.tables)
    if rows.empty and summary.sides(view.tables).empty:
        return Fragment("", mime=UNASKED)  # `camps` says it
    rows["interval"] = ends(rows)
    columns = [
        Column("side", "Camp that speaks"),
        Column("toward", "Toward"),
        *MEAN_STANCE,
    ]
    caption = (
        "Mean stance from −1 (against) to +1 (for) of what the speakers of a camp say about the "
        "actors of a camp, their own included."
    )
    return table(
        rows, columns, caption=caption, name="between-camps", ids="evidence",
        recount="between-camps",
    )  # fmt: skip
