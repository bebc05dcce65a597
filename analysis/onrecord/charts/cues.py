"""The cue profile: with which verbs an outlet, or a speaker, is given quotes."""

from __future__ import annotations

from collections.abc import Mapping

import plotly.graph_objects as go

from onrecord import summary
from onrecord.charts import theme
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
TITLES = {"endorsement": "How far outlets stand behind the words", "cue_class": "Cue profile"}
WHAT = {
    "endorsement": (
        "Endorsing verbs take the words for true (admitted, noted), distancing ones step back "
        "(claimed, alleged), neutral ones do neither (said)."
    ),
    "cue_class": "Shares of quotes by the class of the verb that attributes them.",
}


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
        of: `cue_class`, or `endorsement` for how far the outlet stands behind the words.
        top: most rows.
    """
    looks: Mapping[str, dict] = GROUPS
    keep = None
    if of == "cue_class":
        looks = _looks(_classes(summary.cue_classes(tables, by=by)))
        keep = tuple(looks)
    made = summary.cue_profile(tables, by=by, of=of, keep=keep, top=top)
    return stack(
        made, by, of, looks=looks, chart="cue_profile", title=TITLES[of], top=top, what=WHAT[of]
    )


def _looks(classes: tuple[str, ...]) -> dict[str, dict]:
    """Colour and pattern of each class; what says nothing of its own stays quiet and plain."""
    looks = {}
    for number, name in enumerate(classes):
        pattern = theme.pattern(theme.PATTERNS[number % len(theme.PATTERNS)])
        color = theme.CATEGORIES[number % len(theme.CATEGORIES)]
        looks[name] = {"color": color, "pattern": pattern}
    quiet = {"say": "", "other": "."}
    for name in quiet.keys() & looks.keys():
        looks[name] = {"color": theme.QUIET, "pattern": theme.pattern(quiet[name])}
    return looks


def _classes(often: list[str]) -> tuple[str, ...]:
    return (*[name for name in often if name != "other"][:CLASSES], "other")
