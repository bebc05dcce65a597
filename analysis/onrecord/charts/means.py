"""Means as points with intervals: stances toward each actor or of each speaker, and coverage."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from onrecord.charts import axes, findings, marks, theme
from onrecord.charts.figure import figure, nothing
from onrecord.charts.recount import recounted
from onrecord.charts.voices import COVERAGE, RULE, STANCE, Voice
from onrecord.safe import text_for_figure
from onrecord.summary.intervals import MIN_ARTICLES, estimates
from onrecord.summary.observed import rows
from onrecord.summary.pairs import clear
from onrecord.summary.words import counted, interval, signed
from onrecord.tables import Tables

TITLES = {
    ("speaker", "target"): "Mean stance toward each actor",
    ("speaker", "teller"): "Mean stance of each speaker",
    ("narrator", "target"): "How outlets cover each actor",
    ("narrator", "teller"): "How each outlet covers them",
}


def _means_data(tables: Tables, by: str, voice: str, top: int) -> tuple[pd.DataFrame, int]:
    told = rows(tables, "statements").where(voice=voice)
    made = estimates(told, [by], "score")
    made["clear"] = clear(made, told, [by])
    made = made.sort_values("count", ascending=False, kind="stable").reset_index(drop=True)
    shown = made.head(top)
    return shown, int(made["count"].sum() - shown["count"].sum())


@recounted
def stance_means(
    tables: Tables,
    *,
    by: str = "target",
    top: int = 15,
    title: str | None = None,
    names: Mapping[str, str] | None = None,
) -> go.Figure:
    """Speakers' mean stances with their 95 % intervals, the most frequent first.

    Args:
        tables: an analysis, whole or selected.
        by: `target` for a row per actor, `teller` for a row per speaker.
        top: most rows.
        title: in place of the usual one; made safe here.
        names: name -> what it is called in the chart.
    """
    return _means(tables, STANCE, by, top, title, names)


@recounted
def coverage_means(
    tables: Tables,
    *,
    by: str = "teller",
    top: int = 15,
    title: str | None = None,
    names: Mapping[str, str] | None = None,
) -> go.Figure:
    """What outlets' own sentences convey, on average; args as `stance_means`."""
    return _means(tables, COVERAGE, by, top, title, names)


def _means(
    tables: Tables,
    voice: Voice,
    by: str,
    top: int,
    title: str | None,
    called: Mapping[str, str] | None,
) -> go.Figure:
    chart = "stance_means" if voice is STANCE else "coverage_means"
    made, left_out = _means_data(tables, by, voice.key, top)
    title = text_for_figure(title, 60) if title else TITLES[voice.key, by]
    if made.empty:
        return nothing(chart, title, "No statement about a named actor was found.")
    shown = [voice.row(name) if by == "teller" else name for name in made[by]]
    shown = [(called or {}).get(name, said) for name, said in zip(made[by], shown, strict=True)]
    names = marks.safe(shown)
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
        **marks.means(made, names, most, voice.measure),
    )
    ends = {"x": "value", "error_x.array": "plus", "error_x.arrayminus": "minus"}
    first = made.loc[made["count"].idxmax()]
    caption = (
        "Points are means, lines their 95% intervals, with articles as units; a point without a "
        f"line rests on fewer than {MIN_ARTICLES} articles. {RULE} {voice.caveat}"
    ).rstrip()
    if left_out:
        caption += f" Not drawn: {counted(left_out, 'statement')} of further rows."
    encode = marks.mean_encode(
        names, ends | marks.MEANS, most=most, measure=voice.measure,
        by=("speaker" if by == "teller" else by,), voice=voice.key,
    )  # fmt: skip
    return figure(
        [trace],
        title=title,
        height=axes.height(len(made)),
        chart=chart,
        alt=(
            f"Points with intervals for {counted(len(made), 'row')}; the most frequent, "
            f"{shown[0]}, has {voice.measure} {signed(first.value)}, "
            f"{interval(first.low, first.high)}, "
            f"{counted(int(first['count']), 'statement')}."
        ),
        caption=caption,
        finding=findings.widest(
            made,
            lambda row: (_reads(voice, by, shown[made.index.get_loc(row.name)]), ""),
            voice,
            "row",
        ),
        encode=[encode],
        ends=voice.ends,
        xaxis=axes.stance(ends=(voice.low, voice.high)),
        yaxis=axes.down(shown),
        coloraxis=voice.coloraxis(showscale=False),
    )


def _reads(voice: Voice, by: str, name: str) -> str:
    if voice is STANCE:
        return f"{name} reads" if by == "teller" else f"What is said of {name} reads"
    return f"Coverage {'by' if by == 'teller' else 'of'} {name} reads"


def _lengths(values: pd.Series) -> list[float | None]:
    return [None if pd.isna(value) else max(float(value), 0.0) for value in values]
