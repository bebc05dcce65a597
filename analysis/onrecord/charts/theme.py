"""One look for all charts, on light and dark pages.

Marks have one set of colours for both: blue and orange stay apart for colour-blind readers,
and all keep 3:1 against either background (WCAG 2.2, 1.4.11); text keeps 4.5:1 (1.4.3).
What differs between light and dark stands in the two templates alone, so that a page
switches a drawn chart with `Plotly.relayout(chart, {template: TEMPLATES.dark})`.
"""

from __future__ import annotations

from typing import Any

import plotly.io as pio

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
