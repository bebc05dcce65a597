"""Options that every chart takes: another title, other names, another order of its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from onrecord.charts import theme
from onrecord.errors import ReportError
from onrecord.safe import text_for_figure

NAMES = ("title", "names", "order")
BETWEEN = (" · ", " → ")  # what stands between the names of a mark


def reworded(
    figure: go.Figure,
    *,
    title: str | None = None,
    names: Mapping[str, str] | None = None,
    order: str | Sequence[str] | None = None,
) -> go.Figure:
    """A figure with another title, other names and another order of rows.

    Args:
        figure: of one of the charts.
        title: in place of the usual one.
        names: name -> what it is called in the chart.
        order: `name`, or the names of rows that come first, as the chart calls them.

    Raises:
        ReportError: the rows of the chart cannot be ordered so.
    """
    if title:
        figure.layout.title.text = text_for_figure(title, 60)
    if not figure.data:
        return figure
    if names:
        _rename(figure, {text_for_figure(a): text_for_figure(b) for a, b in names.items()})
    if order is not None:
        _order(figure, order)
    return figure


def _rename(figure: go.Figure, safe: dict[str, str]) -> None:
    short = {text_for_figure(name, theme.LABEL): new for name, new in safe.items()} | safe

    def one(said: Any) -> Any:
        return short.get(said, said) if isinstance(said, str) else said

    def hover(said: str) -> str:
        head, end, rest = said.removeprefix("<b>").partition("</b>")
        for mark in BETWEEN:
            head = mark.join(one(part) for part in head.split(mark))
        return f"<b>{head}{end}{rest}"

    for trace in figure.data:
        trace.name = one(trace.name)
        if isinstance(trace.hovertext, Sequence) and not isinstance(trace.hovertext, str):
            trace.hovertext = [hover(said) for said in trace.hovertext]
        if isinstance(trace.text, Sequence) and not isinstance(trace.text, str):
            trace.text = [one(said) for said in trace.text]
    if figure.layout.yaxis.ticktext:
        figure.layout.yaxis.ticktext = [one(said) for said in figure.layout.yaxis.ticktext]


def _order(figure: go.Figure, order: str | Sequence[str]) -> None:
    rows = list(figure.layout.yaxis.ticktext or ())
    if not rows or list(figure.layout.yaxis.tickvals) != list(range(len(rows))):
        raise ReportError("This chart has no rows to be ordered.")
    if order == "name":
        wanted = sorted(rows)
    elif isinstance(order, str):
        raise ReportError(f"There is no order {order!r} of rows; there is 'name', or their names.")
    else:
        first = [text_for_figure(name, theme.LABEL) for name in order]
        wanted = [name for name in first if name in rows]
    # those not named keep their order, after the others
    place = {name: n for n, name in enumerate(dict.fromkeys([*wanted, *rows]))}
    new = [place[name] for name in rows]
    for trace in figure.data:
        if trace.y is not None:
            trace.y = [None if at is None else new[int(at)] for at in trace.y]
    figure.layout.yaxis.ticktext = sorted(rows, key=place.__getitem__)
