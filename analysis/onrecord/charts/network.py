"""Who speaks about whom: speakers on the left, actors on the right, drawn in one way only."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from onrecord import summary
from onrecord.charts import axes, camps, marks, theme
from onrecord.charts.figure import figure, nothing
from onrecord.charts.network_places import height_at, places, spots
from onrecord.charts.recount import recounted
from onrecord.charts.voices import STANCE
from onrecord.summary.words import counted, signed
from onrecord.tables import Tables

TITLE = "Who speaks about whom"
WIDEST = 9.0  # pixels
FAINT = 0.45  # opacity of a line
STEPS = 10  # of a line
BESIDE = 152  # pixels for the names on either side


@recounted
def network(
    tables: Tables, *, top: int = 30, audit: summary.audited.Audit | None = None
) -> go.Figure:
    """Lines from speakers to the actors that they speak about.

    The width of a line is the number of statements, its mark in the middle shows the mean
    stance; the marks beside names show the camp, where your actors.yaml tells one (`side`).
    Positions depend on the data alone.

    Args:
        tables: an analysis, whole or selected.
        top: most lines, those with the most statements.
        audit: a checked sample, from `onrecord.audit.read`: corrected means stand beside the
            model's in the hover, and the caption says how much was checked.
    """
    edges = summary.edges(tables, top=top, audit=audit)
    if edges.empty:
        return nothing("network", TITLE, "No named speaker speaks about a named actor.")
    left, right = places(edges)
    tallest = max(len(left), len(right))
    down = {
        side: {name: (n + 0.5) * tallest / len(names) for n, name in enumerate(names)}
        for side, names in (("source", left), ("target", right))
    }
    most = marks.most(edges["count"])
    names = marks.safe([f"{e.source} → {e.target}" for e in edges.itertuples()])
    traces = [_line(row, down, most) for row in edges.itertuples()]
    line = {"stat": "count", "noun": "statement", "set": {"opacity": "presence"}, "pale": FAINT}
    encode: list[dict | None] = [line | {"names": [name]} for name in names]
    traces.append(_middles(edges, down, names, most))
    set_ = {
        "marker.color": "value", "marker.size": "size", "marker.symbol": "shape",
        "hovertext": "hover",
    }  # fmt: skip
    by = ("voice", "speaker", "target")
    encode.append(marks.mean_encode(names, set_, most=most, by=by, voice="speaker"))
    sides = summary.camps(tables.actors)
    named = camps.drawn([*left, *right], sides)
    outside = any(name not in sides for name in (*left, *right))
    if named:
        key = camps.legend(named, sides, outside)
        traces += key
        encode += [None] * len(key)
    for side, across, position in (("source", 0, "middle left"), ("target", 1, "middle right")):
        trace, encoded = _nodes(edges, side, across, position, down[side], sides if named else {})
        traces.append(trace)
        encode.append(encoded)
    first = edges.iloc[0]
    tied = int((edges["count"] == first["count"]).sum()) > 1
    widest = "One of the widest lines" if tied else "The widest line"
    caption = (
        "Left: who speaks; right: about whom. Wider lines hold more statements; marks show the "
        "mean stance, triangles a clear direction (as in the matrix)."
    )
    if named:
        caption += f" {camps.words(named, sides)}"
    if further := edges.attrs["further"]:
        caption += f" Not drawn: {counted(further, 'further pair')}."
    if audit is not None:
        caption += f" {marks.CHECKED}: {audit.caption}."
    room = camps.legend_room(named, outside) if named else 0
    height = axes.height(tallest, 120 + room)
    return figure(
        traces,
        title=TITLE,
        height=height,
        chart="network",
        alt=(
            f"Network of {counted(len(left), 'speaker')} and {counted(len(right), 'actor')} with "
            f"{counted(len(edges), 'line')}; the widest runs from {first.source} to "
            f"{first.target}, {counted(int(first['count']), 'statement')}, mean stance "
            f"{signed(first.value)}."
        ),
        caption=caption,
        finding=(
            f"{widest}: {first.source} on {first.target}, "
            f"{counted(int(first['count']), 'statement')}"
        ),
        encode=encode,
        min_width=520,
        beside=True,
        ends=STANCE.ends,
        showlegend=bool(named),
        xaxis={"visible": False, "range": [-0.02, 1.02]},
        yaxis={"visible": False, "range": [tallest + 0.1, -0.1]},
        coloraxis={"colorbar": {"y": -8 / height, "yanchor": "top"}},
        margin={"b": 44, "l": BESIDE, "r": BESIDE} | ({"t": 48 + room} if room else {}),
    )


def _line(row: Any, down: dict[str, dict[str, float]], most: int) -> go.Scatter:
    start, end = down["source"][row.source], down["target"][row.target]
    return go.Scatter(
        x=[step / STEPS for step in range(STEPS + 1)],
        y=[round(height_at(start, end, step / STEPS), 3) for step in range(STEPS + 1)],
        mode="lines",
        line={"width": round(max(1.0, WIDEST * row.count / most), 1), "color": theme.QUIET},
        opacity=FAINT,
        hoverinfo="skip",
        showlegend=False,
        customdata=[row.evidence],
    )


def _shape(value: float, clear: bool) -> str:
    """As in the matrix, but never hollow: a line runs below."""
    return marks.symbol(value, clear).removesuffix("-open")


def _middles(
    edges: pd.DataFrame, down: dict[str, dict[str, float]], names: list[str], most: int
) -> go.Scatter:
    ends = [(down["source"][e.source], down["target"][e.target]) for e in edges.itertuples()]
    middles = spots(ends)
    return go.Scatter(
        x=[x for x, _ in middles],
        y=[round(y, 3) for _, y in middles],
        mode="markers",
        marker={
            "color": edges.value.tolist(),
            "coloraxis": "coloraxis",
            "size": [marks.size(count, most) for count in edges["count"]],
            "symbol": [_shape(*pair) for pair in zip(edges.value, edges.clear, strict=True)],
            "opacity": 1,
        },
        hoverinfo="text",
        hovertext=marks.hover(
            names,
            [marks.mean_words(row) + marks.corrected_words(row) for _, row in edges.iterrows()],
        ),
        showlegend=False,
        customdata=edges.evidence.tolist(),
    )


def _nodes(
    edges: pd.DataFrame,
    side: str,
    across: int,
    position: str,
    down: dict[str, float],
    sides: dict[str, str],
) -> tuple[go.Scatter, dict]:
    ids = edges.groupby(side).evidence.agg(" ".join)
    counts = edges.groupby(side)["count"].sum()
    names = marks.safe(list(down))
    said = [counted(int(counts[name]), "statement") + camps.said(name, sides) for name in down]
    plain = {"color": theme.QUIET, "size": 9, "symbol": "square"}
    trace = go.Scatter(
        x=[across] * len(down),
        y=list(down.values()),
        mode="markers+text",
        marker=camps.marker(list(down), sides) if sides else plain,
        text=marks.safe(list(down), 20),
        textposition=position,
        hoverinfo="text",
        hovertext=marks.hover(names, said),
        showlegend=False,
        customdata=[ids[name] for name in down],
    )
    return trace, marks.count_encode(names, {"hovertext": "hover"}, noun="statement", bare=True)
