"""A chart's traces as a figure in the theme, with what is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from onrecord.charts import theme
from onrecord.safe import text_for_figure


def figure(
    traces: list[Any],
    *,
    title: str,
    height: int,
    chart: str,
    alt: str,
    caption: str,
    finding: str = "",
    encode: Sequence[dict | None],
    min_width: int = 320,
    beside: bool = False,
    ends: list[str] | None = None,
    hidden: int = 0,
    **layout: Any,
) -> go.Figure:
    """A figure in the theme, with the `layout.meta` that `onrecord.charts` describes.

    Args:
        traces: what is drawn.
        title: short, without corpus text that is not made safe.
        height: in pixels.
        chart: name of the chart, as its function.
        alt: what is shown with the main numbers, in a sentence; plain text.
        caption: how to read it and what is left out; plain text.
        finding: what it shows, in a sentence without its full stop; plain text.
        encode: how each trace follows from its evidence; None for one that stays.
        min_width: in pixels, below which the page should let it scroll.
        beside: names stand in the margins at its left and right.
        ends: what the ends of its scale of colours are called.
        hidden: pairs that have too few statements to be drawn.
        layout: more of plotly's layout.
    """
    if len(encode) != len(traces):
        raise ValueError(f"{chart}: {len(traces)} traces need as many encodings")
    meta = {
        "chart": chart,
        "alt": alt,
        "caption": caption,
        "finding": finding,
        "min_width": min_width,
        "encode": {"traces": list(encode)},
    }
    if beside:
        meta["beside"] = True
    if ends:
        meta["ends"] = ends
    if hidden:
        meta["hidden"] = hidden
    layout = {"template": theme.TEMPLATES["light"]} | {
        "title": {"text": title}, "height": height, "meta": meta, **layout,
    }  # fmt: skip
    layout["legend"] = layout.get("legend", {}) | {"y": 1 - theme.UNDER_TITLE / height}
    # a template's are not heeded
    layout["coloraxis"] = layout.get("coloraxis", {}) | {"cmin": -1, "cmax": 1, "cauto": False}
    return _unchecked(traces, layout)


def _unchecked(traces: list[Any], layout: dict[str, Any]) -> go.Figure:
    """A figure as it is given: plotly takes milliseconds to look at each property of a chart.

    `tests/charts/test_valid.py` lets plotly look at all charts; it does at what users change.
    """
    # nor does plotly hold what is empty
    held = {name: value for name, value in layout.items() if value not in ([], {}, None)}
    made = go.Figure({"data": traces, "layout": held}, _validate=False)
    for part in (made, made.layout, *made.data):
        part._validate = True
    return made


def nothing(chart: str, title: str, why: str) -> go.Figure:
    """A figure that says that there is nothing to draw, and why (plain text)."""
    hidden = {"visible": False}
    said = text_for_figure(why)
    note = {"text": said, "x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper", "showarrow": False}
    return figure(
        [], title=title, height=160, chart=chart, alt=why, caption="", encode=[],
        xaxis=hidden, yaxis=hidden, annotations=[note],
    )  # fmt: skip
