"""The timeline: stance and tone by article, with smoothed means and their intervals."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from onrecord.charts import axes, marks, theme
from onrecord.charts.series import SERIES, Series, band, mean_line
from onrecord.safe import text_for_figure
from onrecord.summary import quotes, smooth, statements
from onrecord.summary.bootstrap import T975
from onrecord.summary.intervals import estimates
from onrecord.summary.trend import period
from onrecord.summary.words import counted, signed
from onrecord.tables import Tables

TITLE = "Stance and tone over time"
MANY = 60  # points of a series, above which they are drawn smaller
SINGLE = 250  # articles above which points stand for periods, not for articles


def _series_data(tables: Tables, key: str) -> pd.DataFrame:
    if key == "tone":
        rows = quotes(tables)
    else:
        rows = statements(tables)
        rows = rows[rows.voice == {"speakers": "speaker", "narrators": "narrator"}[key]]
    return rows[rows.published.notna()]


def _points_data(rows: pd.DataFrame, column: str, weights: pd.Series | None) -> pd.DataFrame:
    """One point per article, or per period where there are many articles."""
    many = rows.article_id.nunique() > SINGLE
    step = {"day": "D", "week": "W", "month": "M"}[period(rows.published)]
    days = rows.published.dt.to_period(step).dt.start_time if many else rows.published
    rows = rows.assign(at=days, point=days.astype("str") if many else rows.article_id)
    made = estimates(rows, ["point"], column, weights=weights)
    first = rows.drop_duplicates("point").set_index("point").loc[made.point]
    titles = [f"{row.title}" for row in first.itertuples()]
    made["name"] = [f"{day:%-d %b %Y}" for day in first["at"]] if many else titles
    made["day"] = first["at"].to_numpy()
    made["outlet"] = None if many else first.outlet.to_numpy()
    return made.sort_values("day", kind="stable")


def timeline(
    tables: Tables,
    *,
    series: tuple[str, ...] = ("speakers", "narrators", "tone"),
    title: str | None = None,
    weights: pd.Series | None = None,
) -> go.Figure:
    """Points by article and smoothed means of stance and tone.

    Args:
        tables: an analysis, whole or selected.
        series: which of `speakers`, `narrators` (stance) and `tone` (of quotes).
        title: in place of the usual one; made safe here.
        weights: article_id -> weight.
    """
    title = text_for_figure(title, 60) if title else TITLE
    traces: list[go.Scatter] = []
    encode: list[dict | None] = []
    told = []
    for kind in SERIES:
        rows = _series_data(tables, kind.key) if kind.key in series else None
        if rows is None or rows.empty:
            continue
        points = _points_data(rows, kind.column, weights)
        line = smooth(rows, kind.column, weights=weights)
        lined = bool(line.value.notna().any())
        last = len(traces) + (2 if lined else 0)
        if lined:
            traces += [band(line, kind), mean_line(line, kind)]
            shape = {"stat": "smooth", "of": kind.column, "points": last}
            shape |= {"bandwidth": line.attrs["bandwidth"], "t": list(T975)}
            encode += [
                shape | {"set": {"x": "band_x", "y": "band_y"}},
                shape | {"set": {"x": "day", "y": "value"}},
            ]
        names = _names(points)
        traces.append(_points(points, kind, names, bare=not lined))
        encode.append(
            marks.mean_encode(
                names, {"y": "value", "hovertext": "hover"},
                of=kind.column, measure=kind.measure, noun=kind.noun,
            )
        )  # fmt: skip
        mean = float((points.value * points["count"]).sum() / points["count"].sum())
        told.append(f"{kind.name} {signed(mean)} on average of {int(points['count'].sum())}")
    if not traces:
        return theme.nothing("timeline", title, "Nothing that is dated can be drawn.")
    undated = int(tables.articles.published.isna().sum())
    caption = (
        "A point is an article's mean; lines are smoothed means, bands their 95% intervals, "
        "resampled by article. A line needs three dated articles and breaks where fewer than "
        "two are near, or where the interval would be the whole scale."
    )
    if undated:
        caption += f" Not drawn: {counted(undated, 'article')} without a date."
    days = tables.articles.published.dropna()
    return theme.figure(
        traces,
        title=title,
        height=360,
        chart="timeline",
        alt=f"Timeline from {days.min().date()} to {days.max().date()}: {'; '.join(told)}.",
        caption=caption,
        encode=encode,
        margin={"t": 56},
        xaxis=axes.days(days.min(), days.max()),
        yaxis={
            "range": [-1.08, 1.08],
            "tickvals": [-1, -0.5, 0, 0.5, 1],
            "ticktext": ["−1", "−0.5", "0", "+0.5", "+1"],
            "zeroline": True,
        },
    )


def _names(points: pd.DataFrame) -> list[str]:
    names = []
    for row in points.itertuples():
        name = text_for_figure(row.name, 60)
        if row.outlet is not None:
            name += f"</b><br>{text_for_figure(row.outlet, 40)} {row.day:%-d %b %Y}<b>"
        names.append(name)
    return names


def _points(points: pd.DataFrame, kind: Series, names: list[str], *, bare: bool) -> go.Scatter:
    said = [marks.mean_words(row, kind.measure, kind.noun) for _, row in points.iterrows()]
    look = {"size": 8, "opacity": 0.85} if len(points) <= MANY else {"size": 6, "opacity": 0.7}
    return go.Scatter(
        x=[day.isoformat() for day in points.day],
        y=points.value.round(4).tolist(),
        mode="markers",
        name=kind.name,
        marker={"color": kind.color, "symbol": kind.symbol} | look,
        hoverinfo="text",
        hovertext=marks.hover(names, said),
        customdata=points.evidence.tolist(),
        legendgroup=kind.key,
        showlegend=bare,
    )
