"""A chart as a table in markup, for pages on which no script runs."""

from __future__ import annotations

import html

from onrecord.display.fragment import element, text

MOST = 60  # marks of a chart


def marks_html(figure: dict) -> str:
    """The first marks of a figure and what their hover says, to stand in a `noscript`.

    Args:
        figure: as plotly writes it to JSON.
    """
    lines = [
        [
            html.unescape(part)
            for part in str(said).replace("</b>", "").replace("<b>", "").split("<br>")
        ]
        for trace in figure["data"]
        if trace.get("mode") != "text"
        for said in _listed(trace.get("hovertext"))
    ]
    if not lines:
        return ""
    rows = [
        element("tr", element("th", text(name), scope="row"), element("td", text(", ".join(rest))))
        for name, *rest in lines[:MOST]
    ]
    left = len(lines) - len(rows)
    more = element("p", f"{left:,} more marks.", class_="or-left") if left else ""
    table = element("table", element("tbody", *rows), class_="or-rows")
    return element("div", table, more)


def _listed(value: object) -> list:
    return value if isinstance(value, list) else []
