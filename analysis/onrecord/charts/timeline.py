"""The timeline of stance, of coverage or of tone, with smoothed means and their intervals."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from onrecord.charts import axes, marks
from onrecord.charts import events as event_lines
from onrecord.charts.figure import figure, nothing
from onrecord.charts.recount import recounted
from onrecord.charts.series import SERIES, Series, band, mean_line
from onrecord.day import written
from onrecord.safe import text_for_figure
from onrecord.summary import smooth
from onrecord.summary.counted import Counted
from onrecord.summary.intervals import MIN_ARTICLES, estimates
from onrecord.summary.observed import rows
from onrecord.summary.trend import period
from onrecord.summary.words import counted, signed
from onrecord.tables import Tables

MANY = 60  # points of a series, above which they are drawn smaller
LINE = (
    "; the line is the smoothed mean, the band its 95% interval, with articles as units. The line "
    f"breaks where fewer than {MIN_ARTICLES} articles are near, or where the interval would be the "
    "whole scale."
)
NO_LINE = f". There is no line of their mean: it takes {MIN_ARTICLES} articles that are near."
SINGLE = 250  # articles above which points stand for periods, not for articles


def _series_data(tables: Tables, key: str) -> Counted:
    if key == "tone":
        return rows(tables, "quotes").known("published", "polarity")
    voice = {"stance": "speaker", "coverage": "narrator"}[key]
    return rows(tables, "statements").where(voice=voice).known("published")


def _points_data(of: Counted, column: str, many: bool) -> pd.DataFrame:
    """One point per article, or per period where there are many articles."""
    if many:
        unit = period(pd.Series(of.counts(["published"], n="rows").published))
        of = of.begun(unit)
        made = estimates(of, ["start"], column).rename(columns={"start": "day"})
        made["name"] = [written(day, short=True) for day in made.day]
        made["outlet"] = None
    else:
        made = estimates(of, ["article_id"], column)
        facts = of.part.listed.set_index("article_id").loc[made.article_id]
        made["name"] = list(facts.title.fillna("Untitled article"))
        made["day"], made["outlet"] = facts.published.to_numpy(), facts.outlet.to_numpy()
    return made.sort_values("day", kind="stable")


@recounted
def timeline(
    tables: Tables,
    *,
    of: str = "stance",
    title: str | None = None,
    top: int | None = None,
    events: Sequence[Sequence[str]] | None = None,
) -> go.Figure:
    """Points by article and their smoothed mean.

    Args:
        tables: an analysis, whole or selected.
        of: `stance` (of speakers), `coverage` (outlets' own sentences) or `tone` (of quotes).
        title: in place of the usual one; made safe here.
        top: most points, those of the most statements or quotes; the line is of all.
        events: day (like 2031-03-02) and label of each event to be marked.
    """
    kind = SERIES[of]
    title = text_for_figure(title, 60) if title else kind.title
    found = _series_data(tables, of)
    many = int(found.counts([], n="distinct article_id").n.sum()) > SINGLE
    points = _points_data(found, kind.column, many)
    if points.empty:
        return nothing("timeline", title, "Nothing that is dated can be drawn.")
    line = smooth(found, kind.column)
    lined = bool(line.value.notna().any())
    mean = float((points.value * points["count"]).sum() / points["count"].sum())
    every, n = int(points["count"].sum()), len(points)
    points = points[points["count"].rank(method="first", ascending=False) <= (top or n)]
    names = _names(points)
    traces, encode = [], []
    if lined:
        traces += [band(line, kind), mean_line(line, kind)]
        shape = {"stat": "smooth", "of": kind.column, "points": 2}
        shape |= {"bandwidth": line.attrs["bandwidth"]}
        encode += [
            shape | {"set": {"x": "band_x", "y": "band_y"}},
            shape | {"set": {"x": "day", "y": "value"}},
        ]
    traces.append(_points(points, kind, names))
    encode.append(
        marks.mean_encode(
            names, {"y": "value", "hovertext": "hover"},
            of=kind.column, measure=kind.measure, noun=kind.noun,
        )
    )  # fmt: skip
    undated = int(tables.listed.published.isna().sum())
    caption = (
        f"A point is the mean of {'a period' if many else 'an article'}{LINE if lined else NO_LINE}"
    )
    if len(points) < n:
        caption += (
            f" Of {counted(n, 'point')} the {len(points)} of the most {kind.noun}s are drawn."
        )
    if undated:
        caption += f" Not drawn: {counted(undated, 'article')} without a date."
    days = tables.listed.published.dropna()
    marked = event_lines.drawn(events, days.min(), days.max())
    return figure(
        traces,
        title=title,
        height=320 + marked.room,
        chart="timeline",
        alt=(
            f"Timeline from {days.min().date()} to {days.max().date()}: {kind.name} "
            f"{signed(mean)} on average of {every}."
        ),
        caption=caption + marked.words,
        finding=(f"{kind.measure.capitalize()} {signed(mean)} over {counted(every, kind.noun)}"),
        encode=encode,
        showlegend=False,
        margin={"t": 48 + marked.room},
        **marked.layout,
        xaxis=axes.days(days.min(), days.max())
        | {"range": axes.span(min(days.min(), points.day.min()), days.max())},
        yaxis={
            "range": [-1.08, 1.08],
            "tickvals": [-1, -0.5, 0, 0.5, 1],
            "ticktext": [f"{kind.ends[0]} −1", "−0.5", "0", "+0.5", f"{kind.ends[1]} +1"],
            "zeroline": True,
        },
    )


def _names(points: pd.DataFrame) -> list[str]:
    names = []
    for row in points.itertuples():
        name = text_for_figure(row.name, 60)
        if row.outlet is not None:
            name += f"</b><br>{text_for_figure(row.outlet, 40)} {written(row.day, short=True)}<b>"
        names.append(name)
    return names


def _points(points: pd.DataFrame, kind: Series, names: list[str]) -> go.Scatter:
    said = [marks.mean_words(row, kind.measure, kind.noun) for _, row in points.iterrows()]
    look = {"size": 8, "opacity": 0.85} if len(points) <= MANY else {"size": 6, "opacity": 0.7}
    return go.Scatter(
        x=[day.isoformat() for day in points.day],
        y=points.value.tolist(),
        mode="markers",
        name=kind.name,
        marker={"color": kind.color, "symbol": kind.symbol} | look,
        hoverinfo="text",
        hovertext=marks.hover(names, said),
        customdata=points.evidence.tolist(),
        legendgroup=kind.key,
    )
