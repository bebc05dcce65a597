"""Who speaks most: quotes per speaker, by kind."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from onrecord.charts import axes, findings, marks, theme
from onrecord.charts.figure import figure, nothing
from onrecord.charts.recount import recounted
from onrecord.summary.observed import rows
from onrecord.summary.words import counted
from onrecord.tables import Tables

TITLE = "Who is quoted most"
KINDS = ("direct", "mixed", "indirect")


def _bars_data(tables: Tables, top: int) -> tuple[pd.DataFrame, list[str], int, int]:
    said = rows(tables, "quotes")
    order = said.known("speaker").counts(["speaker"], n="rows")
    order = order.sort_values("n", ascending=False, kind="stable").head(top)
    of = said.among(order[["speaker"]])
    made = of.counts(["speaker", "kind"], count="rows", articles="distinct article_id")
    made["evidence"] = of.ids(["speaker", "kind"]).evidence
    every, shown = (int(of.counts([], n=of.each).n.sum()) for of in (said, of))
    return made, list(order.speaker), every - shown, every


@recounted
def speaker_bars(tables: Tables, *, top: int = 15) -> go.Figure:
    """Bars of quotes per named speaker, divided into direct, mixed and indirect.

    Args:
        tables: an analysis, whole or selected.
        top: most bars.
    """
    made, order, left_out, every = _bars_data(tables, top)
    if made.empty:
        return nothing("speaker_bars", TITLE, "No quote has a named speaker.")
    place = {name: number for number, name in enumerate(order)}
    traces, encode = [], []
    for kind in KINDS:
        part = made[made.kind == kind]
        if part.empty:
            continue
        names = [f"{name} · {kind}" for name in marks.safe(part.speaker)]
        said = [
            marks.count_words(count, articles)
            for count, articles in zip(part["count"], part.articles, strict=True)
        ]
        traces.append(
            go.Bar(
                x=part["count"].tolist(),
                y=[place[name] for name in part.speaker],
                orientation="h",
                name=kind,
                marker=theme.kind_look(kind),
                hoverinfo="text",
                hovertext=marks.hover(names, said),
                textposition="none",
                customdata=part.evidence.tolist(),
            )
        )
        encode.append(marks.count_encode(names, {"x": "count", "hovertext": "hover"}))
    of = made.groupby("speaker")
    totals = of["count"].sum()
    traces.append(_totals(order, totals, of.evidence.agg(" ".join)))
    set_ = {"text": "label", "x": "count", "hovertext": "hover"}
    encode.append(marks.count_encode(marks.safe(order), set_, bare=True))
    caption = "Quotes per speaker; negated ones and fragments without a clause left out."
    if left_out:
        quotes = counted(left_out, "quote")
        caption += f" Not drawn: {quotes} of others or not traced to a named speaker."
    return figure(
        traces,
        title=TITLE,
        height=axes.height(len(order), 130),
        chart="speaker_bars",
        alt=(
            f"Bars of quotes of {counted(len(order), 'speaker')}; {order[0]} has "
            f"{counted(int(totals[order[0]]), 'quote')}."
        ),
        caption=caption,
        finding=findings.most(
            order,
            [int(totals[name]) for name in order],
            lambda names, several: (
                f"{names} {'are' if several else 'is'} quoted most: {totals[order[0]]:,} of "
                f"{counted(every, 'quote')}{' each' if several else ''}"
            ),
        ),
        encode=encode,
        barmode="stack",
        bargap=0.35,
        margin={"t": 56},
        xaxis=axes.counts("quotes", int(totals.max())),
        yaxis=axes.down(order),
    )


def _totals(order: list[str], totals: pd.Series, ids: pd.Series) -> go.Scatter:
    return go.Scatter(
        x=[int(totals[name]) for name in order],
        y=list(range(len(order))),
        mode="text",
        text=[f"\u00a0{totals[name]:,}" for name in order],
        textposition="middle right",
        hoverinfo="text",
        hovertext=marks.hover(
            marks.safe(order), [counted(int(totals[name]), "quote") for name in order]
        ),
        customdata=[ids[name] for name in order],
        showlegend=False,
    )
