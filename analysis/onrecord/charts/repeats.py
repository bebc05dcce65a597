"""One quote across outlets: who printed how much of it, and when."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from onrecord.charts import axes, marks, theme
from onrecord.charts.figure import figure, nothing
from onrecord.charts.recount import recounted
from onrecord.day import written
from onrecord.repeats import repeats as found
from onrecord.summary.words import counted
from onrecord.tables import Tables

TITLE = "One quote across outlets"
LOOKS = {
    "fullest": ("fullest version", "circle", theme.CATEGORIES[0]),
    "exact": ("whole", "circle-open", theme.CATEGORIES[0]),
    "cut": ("cut", "triangle-left", theme.CATEGORIES[3]),
    "changed": ("changed", "x", theme.CATEGORIES[5]),
}
WORDS = 36  # characters of a quotation that its row shows
QUOTED = 120  # and its hover


@recounted
def repeats(tables: Tables, *, top: int = 12) -> go.Figure:
    """Marks of the articles that have the same words, a row per quotation, along the days.

    Args:
        tables: an analysis, whole or selected.
        top: most rows.
    """
    made = found(tables)
    dated = made[made.published.notna()]
    dated = dated[dated.groupby("repeat_id").article_id.transform("nunique") > 1]
    order = list(dated.repeat_id.drop_duplicates())
    if not order:
        why = "No quotation stands in several articles with a date."
        return nothing("repeats", TITLE, why)
    shown = dated[dated.repeat_id.isin(order[:top])]
    place = {name: number for number, name in enumerate(order)}
    traces = []
    for how, (said, symbol, color) in LOOKS.items():
        part = shown[shown.how == how]
        if part.empty:
            continue
        traces.append(
            go.Scatter(
                x=[day.isoformat() for day in part.published],
                y=[place[name] for name in part.repeat_id],
                mode="markers",
                name=said,
                marker={"symbol": symbol, "color": color, "size": 12, "line": {"width": 2}},
                hoverinfo="text",
                hovertext=_hover(part, said),
                customdata=part.evidence.tolist(),
            )
        )
    rows = shown.drop_duplicates("repeat_id").set_index("repeat_id").reindex(order[:top])
    left = f" Not drawn: {counted(len(order) - top, 'quotation')}." if len(order) > top else ""
    return figure(
        traces,
        title=TITLE,
        height=axes.height(len(rows), 150),
        chart="repeats",
        alt=(
            f"{counted(len(order), 'quotation')} that stand in several articles; the most "
            f"repeated in {int((shown.repeat_id == order[0]).sum())}."
        ),
        caption=(
            "Each row is one quotation, each mark an article that has its words: all of them, "
            f"with some left out, or changed.{left}"
        ),
        finding=(
            f"{counted(len(order), 'quotation')} in several articles; the most repeated in "
            f"{int((shown.repeat_id == order[0]).sum())}"
        ),
        encode=[None] * len(traces),
        margin={"t": 56},
        xaxis=axes.days(shown.published.min(), shown.published.max()),
        yaxis=axes.down(rows.words.tolist(), WORDS),
    )


def _kept(share: float) -> str:
    return "" if pd.isna(share) else f", {share:.0%} of the words"


def _hover(part: pd.DataFrame, said: str) -> list[str]:
    outlets = marks.safe(part.outlet.fillna("no outlet"))
    people = marks.safe(part.speaker.fillna("unknown speaker"))
    names = [f"{outlet} · {who}" for outlet, who in zip(outlets, people, strict=True)]
    told = [
        f"{said}{_kept(row.kept)}<br>{written(row.published, short=True)}<br>"
        f"{marks.safe([row.words], QUOTED)[0]}"
        for row in part.itertuples()
    ]
    return marks.hover(names, told)
