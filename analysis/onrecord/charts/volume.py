"""Volume over time: quotes per day, week or month."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from onrecord import summary
from onrecord.charts import axes, marks, theme
from onrecord.charts import events as event_lines
from onrecord.charts.figure import figure, nothing
from onrecord.charts.recount import recounted
from onrecord.day import written
from onrecord.summary.words import counted
from onrecord.tables import Tables

TITLE = "Quotes over time"
MILLISECONDS = {"day": 86_400_000, "week": 7 * 86_400_000, "month": 28 * 86_400_000}


@recounted
def volume(
    tables: Tables,
    *,
    top: int = 0,
    events: Sequence[Sequence[str]] | None = None,
) -> go.Figure:
    """Bars of quotes per period; the hover adds how many articles they come from.

    Args:
        tables: an analysis, whole or selected.
        top: bars that bear their number, those of the most quotes.
        events: day (like 2031-03-02) and label of each event to be marked.
    """
    made = summary.volume(tables)
    if made.empty or not made.quotes.sum():
        why = "No article has a date." if made.empty else "No quote was found."
        return nothing("volume", TITLE, why)
    unit = made.unit[0]
    names = [_name(day, unit) for day in made.start]
    said = [
        marks.count_words(quotes, quoting)
        for quotes, quoting in zip(made.quotes, made.quoting, strict=True)
    ]
    trace = go.Bar(
        x=[day.date().isoformat() for day in made.start],
        y=made.quotes.tolist(),
        width=0.86 * MILLISECONDS[unit],
        offset=0,
        marker={"color": theme.CATEGORIES[0]},
        hoverinfo="text",
        hovertext=marks.hover(names, said),
        **_numbered(made.quotes.tolist(), top),
        customdata=made.evidence.tolist(),
        showlegend=False,
    )
    most = made.loc[made.quotes.idxmax()]
    undated = int(tables.listed.published.isna().sum())
    caption = f"Quotes per {unit}."
    days = tables.listed.published.dropna()
    marked = event_lines.drawn(events, days.min(), days.max())
    if undated:
        caption += f" Not drawn: {counted(undated, 'article')} without a date."
    return figure(
        [trace],
        title=TITLE,
        height=240 + marked.room,
        margin={"t": 48 + marked.room},
        **marked.layout,
        chart="volume",
        alt=(
            f"Bars of quotes per {unit} from {names[0]} to {names[-1]}; most, "
            f"{counted(int(most.quotes), 'quote')}, in the {unit} of {most.start.date()}."
        ),
        caption=caption + marked.words,
        finding=f"Most quotes in one {unit}: {int(most.quotes):,}, {_when(made.quotes, names)}",
        encode=[
            marks.count_encode(names, {"y": "count", "hovertext": "hover"})
            | {"distinct": "quote_id"}
        ],
        xaxis=axes.days(made.start.min(), made.start.max()),
        yaxis=axes.counts("quotes", int(made.quotes.max())),
    )


def _when(quotes: pd.Series, names: list[str]) -> str:
    """When the most quotes stand: the name of the only time, or how many share them."""
    first = quotes == quotes.max()
    return names[first.idxmax()] if first.sum() == 1 else f"in each of {int(first.sum())}"


def _numbered(quotes: list[int], top: int) -> dict[str, object]:
    """The number above the highest bars; among equals the earlier ones."""
    if not top:
        return {"textposition": "none"}
    busy = set(sorted(range(len(quotes)), key=lambda n: -quotes[n])[:top])
    said = [f"{n:,}" if at in busy and n else "" for at, n in enumerate(quotes)]
    return {"text": said, "textposition": "outside", "cliponaxis": False}


def _name(day, unit: str) -> str:
    named = {"day": written(day), "week": f"week of {written(day)}"}
    return named.get(unit, written(day).split(" ", 1)[1])
