"""Criticised: who is criticised in articles, and who of them is quoted there."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from onrecord import summary
from onrecord.charts import axes, marks, theme
from onrecord.charts.figure import figure, nothing
from onrecord.charts.recount import recounted
from onrecord.summary.words import counted
from onrecord.tables import Tables

TITLE = "Criticised: were they quoted?"
ANSWERS = ((False, "not quoted in the article"), (True, "quoted in the article"))


def _reply_data(tables: Tables, top: int) -> tuple[pd.DataFrame, pd.DataFrame, list[str]]:
    """All cases, those of the actors that are drawn, and these actors."""
    every = summary.answered(tables)
    order = every.groupby("actor", sort=False).articles.sum()
    order = order.sort_values(ascending=False, kind="stable").head(top)
    return every, every[every.actor.isin(order.index)], list(order.index)


@recounted
def right_of_reply(tables: Tables, *, top: int = 12) -> go.Figure:
    """Bars of articles that criticise an actor, divided by whether it is quoted in them.

    Args:
        tables: an analysis, whole or selected by outlet or day.
        top: most bars.
    """
    every, made, order = _reply_data(tables, top)
    if made.empty:
        return nothing("right_of_reply", TITLE, "No article criticises a named actor.")
    place = {name: number for number, name in enumerate(order)}
    traces, encode = [], []
    for quoted, said in ANSWERS:
        part = made[made.quoted == quoted]
        if part.empty:
            continue
        names = [f"{name} · {said}" for name in marks.safe(part.actor)]
        trace = go.Bar(
            x=part.articles.tolist(),
            y=[place[name] for name in part.actor],
            orientation="h",
            name=said,
            marker={
                "color": theme.CATEGORIES[4 if quoted else 3],
                "pattern": theme.pattern("" if quoted else "/"),
            },
            hoverinfo="text",
            hovertext=marks.hover(names, [counted(n, "article") for n in part.articles]),
            textposition="none",
            customdata=part.evidence.tolist(),
        )
        traces.append(trace)
        set_ = {"x": "count", "hovertext": "hover"}
        encode.append(
            marks.count_encode(names, set_, noun="article", bare=True) | {"distinct": "article_id"}
        )
    silent, cases = int(every[~every.quoted].articles.sum()), int(every.articles.sum())
    left = cases - int(made.articles.sum())
    return figure(
        traces,
        title=TITLE,
        height=axes.height(len(order), 140),
        chart="right_of_reply",
        alt=(
            f"Bars of articles that criticise {counted(len(order), 'actor')}; in {silent:,} of "
            f"{counted(cases, 'case')} in all the one criticised is not quoted there."
        ),
        caption=(
            "Articles in which a speaker's words read as against the actor (60% or more), by "
            "whether the actor, or someone who speaks for it, is quoted in the same article. "
            "Whether it was asked is in no text."
            + (f" Not drawn: {counted(left, 'case')} of other actors." if left else "")
        ),
        finding=(
            f"In {silent:,} of {counted(cases, 'case')} the one criticised is not quoted in the "
            "article"
        ),
        encode=encode,
        barmode="stack",
        bargap=0.35,
        margin={"t": 56},
        xaxis=axes.counts("articles", int(made.groupby("actor").articles.sum().max())),
        yaxis=axes.down(order),
    )
