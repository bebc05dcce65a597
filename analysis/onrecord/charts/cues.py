"""The cue profile: with which verbs an outlet, or a speaker, is given quotes."""

from __future__ import annotations

import plotly.graph_objects as go

from onrecord import summary
from onrecord.charts import theme
from onrecord.charts.dots import dots
from onrecord.charts.recount import recounted
from onrecord.charts.stack import stack
from onrecord.tables import Tables

# not the colours of direct and indirect, beside which this chart stands
GROUPS: dict[str, dict] = {
    "endorsing": {"color": theme.CATEGORIES[5], "pattern": theme.pattern("-")},
    "neutral": {"color": theme.QUIET},
    "distancing": {"color": theme.CATEGORIES[3], "pattern": theme.pattern("/")},
}
CLASSES = 6
TITLES = {
    "endorsement": "How far outlets stand behind the words",
    "cue_class": "Verbs that attribute the words",
}
ENDORSEMENT = (
    "Endorsing verbs take the words for true (admitted, noted), distancing ones step back "
    "(claimed, alleged), neutral ones do neither (said)."
)


@recounted
def cue_profile(
    tables: Tables,
    *,
    by: str = "outlet",
    of: str = "cue_class",
    top: int = 12,
) -> go.Figure:
    """Shares of quotes by the verb that attributes them.

    Args:
        tables: an analysis, whole or selected.
        by: `outlet` or `speaker`.
        of: `cue_class`, a dot a class; or `endorsement`, bars of how far the outlet stands
            behind the words.
        top: most rows.
    """
    if of == "endorsement":
        made = summary.cue_profile(tables, by=by, of=of, keep=None, top=top)
        return stack(
            made, by, of, looks=GROUPS, chart="cue_profile", title=TITLES[of], top=top,
            what=ENDORSEMENT, focus=("distancing", "distancing verbs"),
        )  # fmt: skip
    often = [name for name in summary.cue_classes(tables, by=by) if name != "other"]
    classes = (*often[:CLASSES], "other")
    made = summary.cue_profile(tables, by=by, of=of, keep=classes, top=top)
    return dots(made, by, of, columns=classes, chart="cue_profile", title=TITLES[of], top=top)
