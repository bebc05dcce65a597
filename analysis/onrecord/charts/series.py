"""The quantities over time: what each shows, how it looks, and the band of its interval."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from onrecord.charts import theme


@dataclass(frozen=True, slots=True)
class Series:
    """One quantity over time."""

    key: str
    title: str
    name: str
    ends: tuple[str, str]
    column: str
    measure: str
    noun: str
    color: str
    symbol: str
    dash: str


SERIES = {
    "stance": Series(
        "stance", "Stance over time", "speakers' stance", ("against", "for"),
        "score", "mean stance", "statement", theme.CATEGORIES[2], "circle", "solid",
    ),
    "coverage": Series(
        "coverage", "Coverage over time", "coverage", ("unfavourable", "favourable"),
        "score", "mean coverage", "statement", theme.CATEGORIES[1], "square", "solid",
    ),
    "tone": Series(
        "tone", "Tone of quotes over time", "tone of quotes", ("negative words", "positive words"),
        "polarity", "mean tone", "quote", theme.CATEGORIES[0], "diamond", "solid",
    ),
}  # fmt: skip


def mean_line(line: pd.DataFrame, kind: Series) -> go.Scatter:
    """The smoothed mean."""
    return go.Scatter(
        x=[day.isoformat() for day in line.day],
        y=_numbers(line.value),
        mode="lines",
        name=kind.name,
        line={"color": kind.color, "width": 2.5, "dash": kind.dash},
        hoverinfo="skip",
        legendgroup=kind.key,
    )


def band(line: pd.DataFrame, kind: Series) -> go.Scatter:
    """The interval as closed shapes, one per unbroken stretch of the line."""
    xs: list[str | None] = []
    ys: list[float | None] = []
    known = line.value.notna()
    for _, part in line[known].groupby((~known).cumsum()[known]):
        days = [day.isoformat() for day in part.day]
        xs += [*days, *reversed(days), None]
        ys += [*part.high, *part.low[::-1], None]
    return go.Scatter(
        x=xs[:-1],
        y=ys[:-1],
        mode="lines",
        fill="toself",
        fillcolor=_faint(kind.color),
        line={"width": 0, "color": kind.color},
        hoverinfo="skip",
        showlegend=False,
        legendgroup=kind.key,
    )


def _numbers(values: pd.Series) -> list[float | None]:
    return [None if pd.isna(value) else float(value) for value in values]


def _faint(color: str) -> str:
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.16)"
