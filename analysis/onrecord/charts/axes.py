"""Axes that rows and columns of names, and stances, stand on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from onrecord.charts import theme
from onrecord.safe import texts_for_figure

ROW = 30  # pixels
DAY = 86_400_000  # milliseconds
FEW = 10  # days
ROOM = 30  # part of an axis of days that stands free at either end


def down(names: Sequence[object], limit: int = theme.LABEL) -> dict[str, Any]:
    """A y axis with a row per name, the first on top.

    Rows stand at 0, 1, 2 ... and not at their names: plotly reads names that look like
    numbers or dates as such.
    """
    return {
        "tickvals": list(range(len(names))),
        "ticktext": texts_for_figure(names, limit),
        "range": [len(names) - 0.4, -0.6],
        "zeroline": False,
        "showgrid": False,
    }


def stance(title: str = "", ends: tuple[str, str] = ("against", "for")) -> dict[str, Any]:
    """An axis from one end of a stance, or of coverage, to the other."""
    return {
        "range": [-1.08, 1.08],
        "tickvals": [-1, -0.5, 0, 0.5, 1],
        "ticktext": [f"−1<br>{ends[0]}", "", "0", "", f"+1<br>{ends[1]}"],
        "title": {"text": title},
        "tickangle": 0,
        "zeroline": True,
    }


def counts(title: str, most: int) -> dict[str, Any]:
    """An axis of whole numbers from zero, with room for a label behind the longest bar."""
    ticks = {"dtick": 1} if most <= 8 else {"nticks": 6}
    return {"title": {"text": title}, "range": [0, 1.12 * most], "tickformat": ",d", **ticks}


def days(first: pd.Timestamp, last: pd.Timestamp) -> dict[str, Any]:
    """An axis of days; of a few days it names each, and never an hour.

    >>> days(pd.Timestamp("2031-03-01"), pd.Timestamp("2031-03-04"))["dtick"]
    86400000
    """
    few = {"dtick": DAY, "tickformat": "%-d %b<br>%Y"} if (last - first).days < FEW else {}
    return {"type": "date", "showgrid": False, **few}


def span(first: pd.Timestamp, last: pd.Timestamp) -> list[int]:
    """The range of an axis of days, in milliseconds: plotly's own leaves one day no width.

    >>> span(pd.Timestamp("1970-01-02"), pd.Timestamp("1970-01-02"))
    [0, 172800000]
    """
    ends = [when.value // 10**6 for when in (first.as_unit("ns"), last.as_unit("ns"))]
    room = max(DAY, (ends[1] - ends[0]) // ROOM)
    return [ends[0] - room, ends[1] + room]


def height(rows: int, around: int = 110) -> int:
    """Pixels for so many rows and what stands around them."""
    return around + ROW * max(rows, 1)
