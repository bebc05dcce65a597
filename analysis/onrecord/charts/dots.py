"""Shares as dots, a row per group and a column per class: many classes need no colours."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from onrecord.charts import axes, marks, theme
from onrecord.charts.figure import figure, nothing
from onrecord.charts.stack import alt, caption, ends, label, largest, why_nothing
from onrecord.summary import MIN_SHARE
from onrecord.summary.words import counted, percent

LEAST, WHOLE = 4, 30  # diameters in pixels: of hardly anything, and of all
WHAT = (
    "Shares of quotes by the class of the verb that attributes them: the area of a dot is the "
    "share, at the right stand the quotes."
)


def dots(
    made: pd.DataFrame,
    by: str,
    of: str,
    *,
    columns: Sequence[str],
    chart: str,
    title: str,
    top: int,
) -> go.Figure:
    """Draw what `summary.shares` made.

    Args:
        made: a row per group and class.
        by: column of groups, one row of the chart each.
        of: column of classes, one column of the chart each.
        columns: the classes, in order.
        chart: name of the chart.
        title: of the figure.
        top: most rows.
    """
    if (why := why_nothing(made, by)) is not None:
        return nothing(chart, title, why)
    groups, dropped = largest(made, by, top)
    made = made[made[by].isin(groups)]
    across = [name for name in columns if (made[of] == name).any()]
    totals = made.drop_duplicates(by).set_index(by).total.reindex(groups)
    return figure(
        [_dots(made, by, of, groups, across), _totals(made, by, totals, len(across))],
        title=title,
        height=axes.height(len(groups), 110),
        chart=chart,
        alt=alt(made, by, of, groups),
        caption=caption(totals, WHAT, dropped),
        finding=_finding(made, of, across),
        encode=[None, None],
        min_width=max(420, 200 + 62 * len(across)),
        margin={"t": 64},
        xaxis={
            "tickvals": list(range(len(across) + 1)),
            "ticktext": [*marks.safe(across, 18), "quotes"],
            "range": [-0.4, len(across) + 0.5],
            "side": "top",
            "tickangle": 0,
            "zeroline": False,
            "showgrid": False,
        },
        yaxis=axes.down(groups) | {"showgrid": True},
    )


def _dots(made: pd.DataFrame, by: str, of: str, groups: list[str], across: list[str]) -> go.Scatter:
    drawn = made[made[of].isin(across) & made.share.notna()]
    names = [
        f"{group} · {name}"
        for group, name in zip(marks.safe(drawn[by]), marks.safe(drawn[of]), strict=True)
    ]
    told = drawn[["share", "count", "total", "low", "high"]]
    said = [
        f"{percent(row.share, row.count, row.total)} quotes{ends(row)}"
        for row in told.itertuples(index=False, name="Row")
    ]
    return go.Scatter(
        x=[across.index(name) for name in drawn[of]],
        y=[groups.index(name) for name in drawn[by]],
        mode="markers+text",
        text=[f"\u00a0{share:.0%}" for share in drawn.share],
        textposition="middle right",
        textfont={"size": 11},
        marker={
            "color": theme.CATEGORIES[0],
            "size": [max(LEAST, WHOLE * math.sqrt(share)) for share in drawn.share],
            "opacity": 1,  # plotly would make marks of many sizes pale
        },
        hoverinfo="text",
        hovertext=marks.hover(names, said),
        customdata=drawn.evidence.tolist(),
        showlegend=False,
    )


def _totals(made: pd.DataFrame, by: str, totals: pd.Series, columns: int) -> go.Scatter:
    ids = made.groupby(by, sort=False).evidence.agg(" ".join).reindex(totals.index)
    return go.Scatter(
        x=[columns - 0.25 if total >= MIN_SHARE else -0.3 for total in totals],
        y=list(range(len(totals))),
        mode="text",
        text=[label(int(total)) for total in totals],
        textposition="middle right",
        hoverinfo="text",
        hovertext=marks.hover(
            marks.safe(list(totals.index)), [counted(int(total), "quote") for total in totals]
        ),
        customdata=ids.tolist(),
        showlegend=False,
    )


def _finding(made: pd.DataFrame, of: str, across: list[str]) -> str:
    """The most frequent class of all that is drawn."""
    counts = made.groupby(of)["count"].sum().reindex(across)
    name, count, every = counts.idxmax(), int(counts.max()), int(made["count"].sum())
    verbs = "other verbs" if name == "other" else f"verbs like “{name}”"
    told = "Among the most frequent" if (counts == count).sum() > 1 else "Most frequent"
    return f"{told}: {verbs}, {percent(count / every, count, every)}"
