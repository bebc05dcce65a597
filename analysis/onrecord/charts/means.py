"""Mean stances as points with intervals: toward each actor, or of each teller."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from onrecord.charts import axes, marks, theme
from onrecord.safe import text_for_figure
from onrecord.summary.intervals import MIN_ARTICLES, estimates
from onrecord.summary.observed import rows
from onrecord.summary.pairs import settled
from onrecord.summary.words import counted, interval, signed
from onrecord.tables import Tables

TITLES = {"target": "Mean stance toward each actor", "teller": "Mean stance of each voice"}


def _means_data(tables: Tables, by: str, voice: str | None, top: int) -> tuple[pd.DataFrame, int]:
    told = rows(tables, "statements")
    told = told.where(voice=voice) if voice else told
    made = estimates(told, ["voice", by] if by == "teller" else [by], "score")
    made["settled"] = settled(made)
    made = made.sort_values("count", ascending=False, kind="stable").reset_index(drop=True)
    shown = made.head(top)
    if by == "teller":  # speakers first, the outlets' own voices below them
        shown = shown.sort_values("voice", ascending=False, kind="stable").reset_index(drop=True)
    return shown, int(made["count"].sum() - shown["count"].sum())


def stance_means(
    tables: Tables,
    *,
    by: str = "target",
    voice: str | None = None,
    top: int = 15,
    title: str | None = None,
) -> go.Figure:
    """Mean stances with their 95 % intervals, the most frequent first.

    Args:
        tables: an analysis, whole or selected.
        by: `target` for a row per actor, `teller` for a row per speaker and narrator.
        voice: only `speaker` or only `narrator`.
        top: most rows.
        title: in place of the usual one; made safe here.
    """
    made, left_out = _means_data(tables, by, voice, top)
    title = text_for_figure(title, 60) if title else TITLES[by]
    if made.empty:
        return theme.nothing("stance_means", title, "No statement about a named actor was found.")
    names = marks.safe(made[by])
    most = marks.most(made["count"])
    trace = go.Scatter(
        x=made.value.tolist(),
        y=list(range(len(made))),
        mode="markers",
        error_x={
            "type": "data",
            "symmetric": False,
            "array": _lengths(made.high - made.value),
            "arrayminus": _lengths(made.value - made.low),
            "color": theme.QUIET,
            "thickness": 2,
            "width": 0,
        },
        **marks.means(made, names, most),
    )
    ends = {"x": "value", "error_x.array": "plus", "error_x.arrayminus": "minus"}
    first = made.loc[made["count"].idxmax()]
    spoken = int(made.voice.eq("speaker").sum()) if by == "teller" else 0
    line = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": spoken - 0.5}
    caption = (
        "Points are means, lines their 95% intervals, with articles as units; a point without a "
        f"line rests on fewer than {MIN_ARTICLES} articles, a hollow one on these or on an "
        "interval that spans zero."
    )
    if left_out:
        caption += f" Not drawn: {counted(left_out, 'statement')} of further rows."
    return theme.figure(
        [trace],
        title=title,
        height=axes.height(len(made)),
        chart="stance_means",
        alt=(
            f"Points with intervals for {counted(len(made), 'row')}; the most frequent, "
            f"{first[by]}, has mean stance {signed(first.value)}, "
            f"{interval(first.low, first.high)}, "
            f"{counted(int(first['count']), 'statement')}."
        ),
        caption=caption,
        encode=[marks.mean_encode(names, ends | marks.MEANS, most=most)],
        xaxis=axes.stance(),
        yaxis=axes.down(list(made[by])),
        coloraxis={"showscale": False},
        shapes=[line | {"y1": line["y0"]}] if 0 < spoken < len(made) else [],
    )


def _lengths(values: pd.Series) -> list[float | None]:
    return [None if pd.isna(value) else max(float(value), 0.0) for value in values]
