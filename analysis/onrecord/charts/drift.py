"""Position drift: mean stances in the first and the second part of the time covered."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from onrecord import summary
from onrecord.charts import axes, marks, theme
from onrecord.charts.figure import figure, nothing
from onrecord.charts.recount import recounted
from onrecord.day import written
from onrecord.safe import clip
from onrecord.summary import MIN_ARTICLES
from onrecord.summary.audited import Audit
from onrecord.summary.directions import MIN_MEAN, MIN_STATEMENTS
from onrecord.summary.selection import Day
from onrecord.summary.words import counted, interval, signed
from onrecord.tables import Tables

TITLE = "Did positions move?"
NAME = 24  # longest name of a pair in characters; the hover has the whole


@recounted
def drift(
    tables: Tables, *, at: Day = None, top: int = 12, audit: Audit | None = None
) -> go.Figure:
    """Each pair's mean stance before and after a day, joined by a line.

    Args:
        tables: an analysis, whole or selected.
        at: first day of the second part; by default the middle of the time covered.
        top: most rows, those with the most statements.
        audit: a checked sample, from `onrecord.audit.read`: corrected means stand beside the
            model's in the hover, and the caption says how much was checked.
    """
    every = summary.drift(tables, at=at, audit=audit)
    fewest = every[["articles_before", "articles_after"]].min(axis=1)
    made = every[fewest > 1].head(top)
    if made.empty:
        why = "No pair has statements in two dated articles of either half."
        return nothing("drift", TITLE, why)
    day = written(every.attrs["at"], short=True)
    labels = [f"{row.teller} → {row.target}" for row in made.itertuples()]
    short = [f"{clip(row.teller, NAME)} → {clip(row.target, NAME)}" for row in made.itertuples()]
    names = marks.safe(labels)
    whose = ""
    if made.teller.nunique() == 1:  # said once, and not in every row
        whose = f" of {made.teller.iloc[0]}"
        labels = made.target.tolist()
        short = [clip(name, NAME) for name in labels]
    traces = [_joined(made)]
    encode: list[dict | None] = [{"stat": "join", "from": 1, "to": 2, "set": {"x": "join"}}]
    for part, symbol, name in (
        ("before", "circle-open", f"before {day}"),
        ("after", "circle", f"from {day} on"),
    ):
        parts = [f"{given}</b><br>{name}<b>" for given in names]
        traces.append(_points(made, part, symbol, name, parts))
        encode.append(marks.mean_encode(parts, {"x": "value", "hovertext": "hover"}))
    moved = made[made.clear]
    first = made.iloc[0]
    finding = f"No clear move{whose} in {counted(len(made), 'pair')}"
    if len(moved):
        most = moved.loc[moved.change.abs().idxmax()]
        finding = (
            f"{most.teller} moved on {most.target} from {signed(most.before)} to "
            f"{signed(most.after)}: {_how_many(len(moved))}"
        )
    return figure(
        traces,
        title=TITLE,
        height=axes.height(len(made), 150),
        chart="drift",
        alt=(
            f"Mean stances{whose} in {counted(len(made), 'pair')} before and from {day} on; "
            f"{labels[0]} went from {signed(first.before)} to {signed(first.after)}, change "
            f"{signed(first.change)}, {interval(first.low, first.high)}."
        ),
        caption=(
            f"Of {counted(len(made), 'pair')} drawn, {len(moved)} clearly moved: both parts rest "
            f"on {MIN_ARTICLES} articles and {MIN_STATEMENTS} statements or more, and the change "
            f"is {MIN_MEAN} or more and no likely find by chance among so many. Open marks are the "
            f"first part; pale ones may be chance. {marks.misread(audit)}"
        ),
        finding=finding,
        encode=encode,
        min_width=480,
        margin={"t": 56},
        xaxis=axes.stance(),
        yaxis=axes.down(short, 2 * NAME + 3),
    )


def _how_many(moved: int) -> str:
    return f"the largest of {moved:,} clear moves" if moved > 1 else "the one clear move"


def _joined(made: pd.DataFrame) -> go.Scatter:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for place, row in enumerate(made.itertuples()):
        xs += [row.before, row.after, None]
        ys += [place, place, None]
    line = {"color": theme.QUIET, "width": 2}
    return go.Scatter(
        x=xs[:-1], y=ys[:-1], mode="lines", line=line, hoverinfo="skip", showlegend=False
    )


def _points(made: pd.DataFrame, part: str, symbol: str, name: str, names: list[str]) -> go.Scatter:
    said = [
        f"mean stance {signed(row[part])}<br>{counted(int(row[f'count_{part}']), 'statement')} in "
        f"{counted(int(row[f'articles_{part}']), 'article')}<br>change {signed(row.change)}, "
        f"{interval(row.low, row.high)}{marks.corrected_part(row, part, 'change')}"
        for _, row in made.iterrows()
    ]
    return go.Scatter(
        x=made[part].tolist(),
        y=list(range(len(made))),
        mode="markers",
        name=name,
        marker={
            "color": theme.CATEGORIES[2],
            "symbol": symbol,
            "size": 12,
            "line": {"width": 2, "color": theme.CATEGORIES[2]},
            "opacity": [1.0 if sure else marks.PALE for sure in made.clear],
        },
        hoverinfo="text",
        hovertext=marks.hover(names, said),
        customdata=made[f"evidence_{part}"].tolist(),
    )
