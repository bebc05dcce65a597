"""Two parts side by side: a row per thing compared, two marks on it, and how far they are apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from onrecord import summary
from onrecord.charts import axes, marks, theme
from onrecord.charts.compared_words import alt, apart, caption, finding, value
from onrecord.charts.figure import figure, nothing
from onrecord.charts.recount import recounted
from onrecord.safe import text_for_figure
from onrecord.summary.audited import Audit
from onrecord.summary.words import points, signed
from onrecord.tables import Tables

LOOKS = (("circle", theme.CATEGORIES[0]), ("diamond", theme.CATEGORIES[5]))
WHAT = {
    "quotes": "How they quote",
    "stance": "How speakers stand in each",
    "coverage": "How each covers",
}
NOTHING = {
    "quotes": "There are no two parts with quotes to compare.",
    "stance": "There is no actor on whom speakers take a stance in two articles of both parts.",
    "coverage": "There is no actor whom outlets take up in two articles of both parts.",
}
ENDS = {"stance": ("against", "for"), "coverage": ("unfavourable", "favourable")}


@recounted
def comparison(
    tables: Tables,
    *,
    one: Mapping[str, Any] | None = None,
    other: Mapping[str, Any] | None = None,
    of: str = "quotes",
    top: int = 12,
    title: str | None = None,
    names: Mapping[str, str] | None = None,
    audit: Audit | None = None,
) -> go.Figure:
    """Two outlets, two speakers or two periods side by side, with the interval of each difference.

    Args:
        tables: an analysis, whole or selected.
        one: the first part, as `summary.select` takes it: `{"outlet": "The Lantern"}`; by default
            the parts are those of `summary.opposites`.
        other: the second part.
        of: `quotes`, `stance` or `coverage`; see `summary.compare`.
        top: most rows.
        title: in place of the usual one.
        names: name -> what it is called in the chart.
        audit: a checked sample, from `onrecord.audit.read`, of stance and coverage; as in
            `stance_matrix`.
    """
    called = dict(names or {})
    title = text_for_figure(title, 60) if title else WHAT.get(of, of)
    chosen = summary.sides_compared(tables, one, other)
    every = summary.compare(tables, one, other, of=of, audit=audit)
    if of != "quotes":  # one article is no stance of a side
        every = every[every[["articles_one", "articles_other"]].min(axis=1) > 1]
    if chosen is None or every.empty:
        return nothing("comparison", title, NOTHING[of])
    made = every.head(top)
    both = [called.get(name, name) for name in map(summary.side_name, chosen)]
    labels = [called.get(what, what) for what in made.what]
    shown = marks.safe(labels)
    traces: list[Any] = [_joined(made)]
    for side, name, look in zip(("one", "other"), both, LOOKS, strict=True):
        traces.append(_points(made, side, name, look, shown, of))
    traces.append(_apart(made, of))
    clear = int(made.clear.sum())
    return figure(
        traces,
        title=title,
        height=axes.height(len(made), 150),
        chart="comparison",
        alt=alt(made.iloc[0], labels[0], both, of),
        caption=caption(len(made), len(every) - len(made), clear, audit),
        finding=finding(made, labels, both, of),
        encode=[None] * len(traces),
        min_width=480,
        margin={"t": 56, "r": 84},
        xaxis=_axis(of),
        yaxis=axes.down(labels, 36),
    )


def _points(
    made: pd.DataFrame, side: str, name: str, look: tuple[str, str], labels: list[str], of: str
) -> go.Scatter:
    symbol, color = look
    said = [
        f"{value(row, side, of)}<br>{apart(row, of)}{marks.corrected_part(row, side, 'difference')}"
        for _, row in made.iterrows()
    ]
    safe = text_for_figure(name, 30)
    return go.Scatter(
        x=made[side].tolist(),
        y=list(range(len(made))),
        mode="markers",
        name=safe,
        marker={
            "color": color,
            "symbol": symbol,
            "size": 12,
            "opacity": [1.0 if sure else marks.PALE for sure in made.clear],
        },
        hoverinfo="text",
        hovertext=marks.hover([f"{label} · {text_for_figure(name)}" for label in labels], said),
        customdata=made[f"evidence_{side}"].tolist(),
    )


def _joined(made: pd.DataFrame) -> go.Scatter:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for place, row in enumerate(made.itertuples()):
        xs += [row.one, row.other, None]
        ys += [place, place, None]
    line = {"color": theme.QUIET, "width": 2}
    return go.Scatter(
        x=xs[:-1], y=ys[:-1], mode="lines", line=line, hoverinfo="skip", showlegend=False
    )


def _apart(made: pd.DataFrame, of: str) -> go.Scatter:
    """The differences in a column at the right."""
    number = points if of == "quotes" else signed
    said = [f"{number(row.difference)}{' ✓' if row.clear else ''}" for row in made.itertuples()]
    return go.Scatter(
        x=[_END[of]] * len(made),
        y=list(range(len(made))),
        mode="text",
        text=said,
        textposition="middle right",
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )


_END = {"quotes": 1.03, "stance": 1.08, "coverage": 1.08}


def _axis(of: str) -> dict[str, Any]:
    if of != "quotes":
        return axes.stance(ends=ENDS[of])
    ticks = [0, 0.25, 0.5, 0.75, 1]
    said = ["0", "25", "50", "75", "100%"]
    return {"range": [-0.03, 1.03], "tickvals": ticks, "ticktext": said}
