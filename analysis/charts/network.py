"""Who speaks about whom: speakers on the left, actors on the right, drawn in one way only."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis import summary
from analysis.charts import axes, marks, theme
from analysis.summary.words import counted, signed
from analysis.tables import Tables

TITLE = "Who speaks about whom"
ROUNDS = 4  # of the untangling
WIDEST = 9.0  # pixels


def _places(edges: pd.DataFrame) -> tuple[list[str], list[str]]:
    """An order of both sides with few crossings.

    The barycentre method (Sugiyama, Tagawa and Toda, 1981): each side in turn is sorted by
    the mean place of its neighbours. No chance is in it, ties go by name.
    """
    busy = edges.groupby("source")["count"].sum().sort_values(ascending=False, kind="stable")
    left = sorted(busy.index, key=lambda name: (-busy[name], name))
    right: list[str] = []
    for _ in range(ROUNDS):
        right = _sorted(edges, "target", "source", left)
        left = _sorted(edges, "source", "target", right)
    return left, _sorted(edges, "target", "source", left)


def _sorted(edges: pd.DataFrame, side: str, other: str, order: list[str]) -> list[str]:
    place = {name: number for number, name in enumerate(order)}
    given = edges.assign(at=edges[other].map(place) * edges["count"])
    of = given.groupby(side)
    centre = of["at"].sum() / of["count"].sum()
    return sorted(centre.index, key=lambda name: (centre[name], name))


def network(tables: Tables, *, top: int = 30, weights: pd.Series | None = None) -> go.Figure:
    """Lines from speakers to the actors that they speak about.

    The width of a line is the number of statements, its mark in the middle shows the mean
    stance; positions depend on the data alone.

    Args:
        tables: an analysis, whole or selected.
        top: most lines, those with the most statements.
        weights: article_id -> weight.
    """
    every = summary.edges(tables, weights=weights)
    edges = every.head(top)
    if edges.empty:
        return theme.nothing("network", TITLE, "No named speaker speaks about a named actor.")
    left, right = _places(edges)
    tallest = max(len(left), len(right))
    down = {
        side: {name: (n + 0.5) * tallest / len(names) for n, name in enumerate(names)}
        for side, names in (("source", left), ("target", right))
    }
    most = int(edges["count"].max())
    names = marks.safe([f"{e.source} → {e.target}" for e in edges.itertuples()])
    traces = [_line(row, down, most) for row in edges.itertuples()]
    encode: list[dict | None] = [
        marks.count_encode([name], {"opacity": "presence"}, noun="statement") for name in names
    ]
    traces.append(_middles(edges, down, names, most))
    set_ = {
        "marker.color": "value", "marker.size": "size", "marker.symbol": "symbol",
        "hovertext": "hover",
    }  # fmt: skip
    encode.append(marks.mean_encode(names, set_, most=most))
    for side, across, position in (("source", 0, "middle left"), ("target", 1, "middle right")):
        trace, encoded = _nodes(edges, side, across, position, down[side])
        traces.append(trace)
        encode.append(encoded)
    first = edges.iloc[0]
    caption = (
        "Left: who speaks; right: about whom. Wider lines hold more statements; marks show the "
        "mean stance as in the matrix."
    )
    if len(every) > top:
        caption += f" {counted(len(every) - top, 'further pair')} not drawn."
    height = axes.height(tallest, 120)
    return theme.figure(
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
        encode=encode,
        min_width=520,
        showlegend=False,
        xaxis={"visible": False, "range": [-0.75, 1.75]},
        yaxis={"visible": False, "range": [tallest + 0.1, -0.1]},
        coloraxis={"colorbar": {"y": -8 / height, "yanchor": "top"}},
        margin={"b": 44},
    )


def _line(row: tuple, down: dict[str, dict[str, float]], most: int) -> go.Scatter:
    start, end = down["source"][row.source], down["target"][row.target]
    return go.Scatter(
        x=[0, 0.3, 0.5, 0.7, 1],
        y=[start, start * 0.84 + end * 0.16, (start + end) / 2, start * 0.16 + end * 0.84, end],
        mode="lines",
        line={
            "width": round(max(1.0, WIDEST * row.count / most), 1),
            "color": theme.QUIET, "shape": "spline",
        },
        opacity=0.45,
        hoverinfo="skip",
        customdata=[row.evidence],
    )  # fmt: skip


def _middles(
    edges: pd.DataFrame, down: dict[str, dict[str, float]], names: list[str], most: int
) -> go.Scatter:
    ends = [(down["source"][e.source], down["target"][e.target]) for e in edges.itertuples()]
    return go.Scatter(
        x=[0.5] * len(edges),
        y=[sum(pair) / 2 for pair in ends],
        mode="markers",
        marker={
            "color": edges.value.round(4).tolist(),
            "coloraxis": "coloraxis",
            "size": [marks.size(count, most) for count in edges["count"]],
            "symbol": list(map(marks.symbol, edges.value, edges.settled)),
        },
        hoverinfo="text",
        hovertext=marks.hover(names, [marks.mean_words(row) for _, row in edges.iterrows()]),
        customdata=edges.evidence.tolist(),
    )


def _nodes(
    edges: pd.DataFrame, side: str, across: int, position: str, down: dict[str, float]
) -> tuple[go.Scatter, dict]:
    ids = edges.groupby(side).evidence.agg(" ".join)
    counts = edges.groupby(side)["count"].sum()
    names = marks.safe(list(down))
    said = [counted(int(counts[name]), "statement") for name in down]
    trace = go.Scatter(
        x=[across] * len(down),
        y=list(down.values()),
        mode="markers+text",
        marker={"color": theme.QUIET, "size": 9, "symbol": "square"},
        text=marks.safe(list(down), 20),
        textposition=position,
        hoverinfo="text",
        hovertext=marks.hover(names, said),
        customdata=[ids[name] for name in down],
    )
    return trace, marks.count_encode(names, {"hovertext": "hover"}, noun="statement")
