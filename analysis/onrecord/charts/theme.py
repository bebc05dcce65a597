"""One look for all charts, on light and dark pages.

Marks have one set of colours for both: blue and orange stay apart for colour-blind readers,
and all keep 3:1 against either background (WCAG 2.2, 1.4.11); text keeps 4.5:1 (1.4.3).
What differs between light and dark stands in the two templates alone, so that a page
switches a drawn chart with `Plotly.relayout(chart, {template: TEMPLATES.dark})`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go
import plotly.io as pio

from onrecord.safe import text_for_figure

Template = dict[str, Any]

FAVOR, NEUTRAL, AGAINST = "#2a78d0", "#858a93", "#cc5500"
# most of the change lies near the middle, where most means are
STANCE = [
    [0.0, AGAINST], [0.3, "#c4661f"], [0.44, "#a47a62"], [0.5, NEUTRAL],
    [0.56, "#6f87a8"], [0.7, "#4180c4"], [1.0, FAVOR],
]  # fmt: skip
# of coverage: never taken for stance
FAVOURABLE, UNFAVOURABLE = "#0f8a6d", "#b0549b"
COVERAGE = [
    [0.0, UNFAVOURABLE], [0.3, "#a8639a"], [0.44, "#957a95"], [0.5, NEUTRAL],
    [0.56, "#668b89"], [0.7, "#3d8a7a"], [1.0, FAVOURABLE],
]  # fmt: skip
# kept apart from the colours of stance; where they lie side by side, patterns tell them too
CATEGORIES = ("#7f6fc4", "#8a7a00", "#0f8a6d", "#d14f7d", "#6f7a86", "#9a6b2f", "#2f7fd3")
QUIET = "#858a93"  # edges, other
# in whose words: the speaker's, the outlet's, and stripes of both
DIRECT, INDIRECT = CATEGORIES[0], CATEGORIES[2]

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
UNDER_TITLE = 34  # pixels from the top, where a legend begins
LABEL = 30  # longest axis label in characters; the hover has the whole name

# page, plot, text, quiet text, grid, axis
COLORS = {
    "light": ("#ffffff", "#ffffff", "#1d2129", "#5a6270", "#e6e8ec", "#aab0ba"),
    "dark": ("#14171c", "#14171c", "#e6e8ec", "#a8afba", "#2b3038", "#59616d"),
}

# of axes of time: days as the words around the chart write them
DAYS = [
    {"dtickrange": [None, 86_399_999], "value": "%H:%M\n%-d %b %Y"},
    {"dtickrange": [86_400_000, "M1"], "value": "%-d %b\n%Y"},
    {"dtickrange": ["M1", "M12"], "value": "%b\n%Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]

# of the display: nothing may lead off the page
CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "responsive": True,
    "scrollZoom": False,
    "modeBarButtonsToRemove": ["lasso2d", "select2d", "autoScale2d"],
}


# JupyterLab takes the config from the renderer; what the user set there stays
pio.renderers["plotly_mimetype"].config = CONFIG | pio.renderers["plotly_mimetype"].config


def _template(name: str) -> Template:
    page, plot, text, quiet, grid, axis = COLORS[name]
    lines = {
        "gridcolor": grid, "linecolor": axis, "zerolinecolor": axis, "tickcolor": axis,
        "zerolinewidth": 1, "automargin": True, "fixedrange": True,
        "tickfont": {"color": text}, "title": {"font": {"color": quiet, "size": 12}},
    }  # fmt: skip
    return {
        "layout": {
            "font": {"family": FONT, "size": 13, "color": text},
            "title": {
                "x": 0, "xref": "container", "xanchor": "left", "pad": {"l": 12, "t": 4},
                "y": 0.99, "yref": "container", "yanchor": "top", "automargin": False,
                "font": {"size": 16, "color": text},
            },
            "paper_bgcolor": page,
            "plot_bgcolor": plot,
            "colorway": list(CATEGORIES),
            "margin": {"l": 12, "r": 16, "t": 48, "b": 12},
            "xaxis": lines | {"ticks": "outside", "ticklen": 5, "tickformatstops": DAYS},
            "yaxis": lines | {"ticklabelstandoff": 6},
            "hoverlabel": {
                "bgcolor": page, "bordercolor": axis, "align": "left", "namelength": -1,
                "font": {"family": FONT, "size": 13, "color": text},
            },
            "legend": {
                "orientation": "h", "x": 0, "xref": "container", "xanchor": "left",
                "yref": "container", "yanchor": "top",
                "font": {"color": text}, "bgcolor": "rgba(0,0,0,0)",
                "traceorder": "normal", "itemclick": False, "itemdoubleclick": False,
            },
            "annotationdefaults": {"font": {"color": quiet}, "showarrow": False},
            "shapedefaults": {"line": {"color": axis, "width": 1}},
            "coloraxis": {
                "colorscale": STANCE,
                "colorbar": {
                    "orientation": "h", "thickness": 10, "len": 180, "lenmode": "pixels",
                    "x": 0, "xanchor": "left", "outlinewidth": 0, "tickvals": [-1, 0, 1],
                    "ticktext": ["against", "neutral", "for"],
                    "tickfont": {"color": text, "size": 12}, "ticks": "",
                    "ticklabeloverflow": "allow",
                },
            },
            "showlegend": True,
            "dragmode": False,
            "hovermode": "closest",
        },
        "data": {
            "scatter": [{"cliponaxis": False, "textfont": {"color": text, "size": 12}}],
            "bar": [{"textfont": {"color": text, "size": 12}}],
        },
    }  # fmt: skip


TEMPLATES: dict[str, Template] = {name: _template(name) for name in COLORS}


def pattern(shape: str) -> dict[str, Any]:
    """A pattern over a bar's colour, for eyes that take two colours for one."""
    return {
        "shape": shape, "fillmode": "overlay", "fgcolor": "#ffffff", "fgopacity": 0.4, "size": 6,
    }  # fmt: skip


def kind_look(kind: str) -> dict[str, Any]:
    """Colour and pattern of direct, mixed and indirect quotes, the same in every chart."""
    if kind == "mixed":
        stripes = {"fgcolor": INDIRECT, "fgopacity": 1, "size": 9, "solidity": 0.45}
        return {"color": DIRECT, "pattern": pattern("/") | stripes}
    return {"color": DIRECT if kind == "direct" else INDIRECT, "pattern": pattern("")}


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
    made = go.Figure(data=traces, layout={"template": TEMPLATES["light"]})
    made.update_layout(title={"text": title}, height=height, meta=meta, **layout)
    made.update_layout(legend={"y": 1 - UNDER_TITLE / height})
    made.update_coloraxes(cmin=-1, cmax=1, cauto=False)  # a template's are not heeded
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
