"""Bars of shares that add up to the whole, a row per group; few rows stay counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from onrecord.charts import axes, marks
from onrecord.charts.figure import figure, nothing
from onrecord.summary import MIN_SHARE
from onrecord.summary.words import counted, percent

NAMED = 4  # groups that are named where there are too few quotes for a chart


def stack(
    made: pd.DataFrame,
    by: str,
    of: str,
    *,
    looks: Mapping[str, dict],
    chart: str,
    title: str,
    top: int,
    what: str,
    focus: tuple[str, str],
) -> go.Figure:
    """Draw what `summary.shares` made.

    Args:
        made: a row per group and class.
        by: column of groups, one row of the chart each.
        of: column of classes, one colour each.
        looks: class -> colour and pattern, in drawing order.
        chart: name of the chart.
        title: of the figure.
        top: most rows.
        what: what the classes are, for the caption.
        focus: the class that the finding tells of, and what it is called there.
    """
    if (why := why_nothing(made, by)) is not None:
        return nothing(chart, title, why)
    groups, dropped = largest(made, by, top)
    place = {name: number for number, name in enumerate(groups)}
    made = made[made[by].isin(groups)]
    traces, encode = [], []
    for name, look in looks.items():
        part = made[made[of] == name]
        if part.empty:
            continue
        trace, encoded = _bars(part, by, name, place, look)
        traces.append(trace)
        encode.append(encoded)
    totals = made.drop_duplicates(by).set_index(by).total.reindex(groups)
    ids = made.groupby(by, sort=False).evidence.agg(" ".join).reindex(groups)
    labels = [label(int(total)) for total in totals]
    names = marks.safe(groups)
    traces.append(
        go.Scatter(
            x=[101 if total >= MIN_SHARE else 1 for total in totals],
            y=list(range(len(groups))),
            mode="text",
            text=labels,
            textposition="middle right",
            hoverinfo="text",
            hovertext=marks.hover(names, [counted(int(total), "quote") for total in totals]),
            customdata=ids.tolist(),
            showlegend=False,
        )
    )
    set_ = {"text": "label", "x": "beside", "hovertext": "hover"}
    encode.append(marks.count_encode(names, set_, bare=True) | {"least": MIN_SHARE})
    return figure(
        traces,
        title=title,
        height=axes.height(len(groups), 150),
        chart=chart,
        alt=alt(made, by, of, groups),
        caption=caption(totals, what, dropped),
        finding=_finding(made, by, of, *focus),
        encode=encode,
        barmode="stack",
        bargap=0.35,
        margin={"t": 56},
        xaxis={
            "range": [0, 116],
            "tickvals": [0, 25, 50, 75, 100],
            "ticktext": ["0", "25", "50", "75", "100%"],
        },
        yaxis=axes.down(groups),
    )


def why_nothing(made: pd.DataFrame, by: str) -> str | None:
    """Why shares cannot be drawn; None where they can."""
    if made.empty:
        return f"No quote has a known {by}."
    return _too_few(made, by) if (made.total < MIN_SHARE).all() else None


def largest(made: pd.DataFrame, by: str, top: int) -> tuple[list[str], int]:
    """The groups with the most quotes, and how many others there are."""
    groups = list(made.drop_duplicates(by).sort_values("total", ascending=False, kind="stable")[by])
    return groups[:top], len(groups[top:]) + made.attrs["further"]


def caption(totals: pd.Series, what: str, dropped: int) -> str:
    """How to read shares, and what is left out."""
    few = int((totals < MIN_SHARE).sum())
    said = f"{what} Groups with fewer than {MIN_SHARE} quotes are given as a count only"
    said += f" ({few} here)." if few else "."
    return said + (f" Not drawn: {counted(dropped, 'further group')}." if dropped else "")


def _finding(made: pd.DataFrame, by: str, of: str, name: str, called: str) -> str:
    """How much of one class there is: the most only where no other interval reaches as far."""
    known = made[(made[of] == name) & made.share.notna()]
    if known.empty or not known.share.max():
        return f"No {called} where there are {MIN_SHARE} quotes or more"
    known = known.sort_values("share", ascending=False, kind="stable")
    first, others = known.iloc[0], known.iloc[1:]
    told = called.capitalize()
    lacking = made[(made.total >= MIN_SHARE) & ~made[by].isin(known[by])]
    if len(known) + lacking[by].nunique() > 1:
        if pd.isna(first.low) or not (others.high < first.low).all():  # missing ones are not
            low, where = known.share.iloc[-1], known[by].iloc[-1]
            if len(lacking):
                low, where = 0.0, lacking[by].iloc[0]
            return f"{told}: from {low:.0%} ({where}) to {first.share:.0%} ({first[by]})"
        told = f"Most {called}"
    share = percent(first.share, int(first["count"]), int(first.total))
    interval = "" if pd.isna(first.low) else f", 95% interval {first.low:.0%} to {first.high:.0%}"
    return f"{told}: {first[by]}, {share}{interval}"


def _bars(
    part: pd.DataFrame, by: str, name: str, place: dict[str, int], look: dict
) -> tuple[go.Bar, dict]:
    groups = marks.safe(part[by])
    names = [f"{group} · {marks.safe([name])[0]}" for group in groups]
    said = [
        f"{percent(row.share, row.count, row.total)} quotes{ends(row)}"
        for row in part[["share", "count", "total", "low", "high"]].itertuples(
            index=False, name="Row"
        )
    ]
    trace = go.Bar(
        x=[None if pd.isna(share) else 100 * share for share in part.share],
        y=[place[group] for group in part[by]],
        orientation="h",
        name=marks.safe([name], 20)[0],
        marker=look,
        hoverinfo="text",
        hovertext=marks.hover(names, said),
        textposition="none",
        customdata=part.evidence.tolist(),
        showlegend=bool(part.share.notna().any()),
    )
    return trace, marks.share_encode(names, groups, {"x": "percent", "hovertext": "hover"})


def ends(row: Any) -> str:
    """The interval of a share, for a hover; nothing where there is none."""
    if pd.isna(row.low):
        return ""
    return f"<br>95% interval {row.low:.0%} to {row.high:.0%}"


def label(total: int) -> str:
    """What stands at the end of a row: its quotes."""
    said = f"{total:,}" if total >= MIN_SHARE else f"{counted(total, 'quote')}: too few for shares"
    return f"\u00a0{said}"


def _too_few(made: pd.DataFrame, by: str) -> str:
    """Why there are no shares, with the counts that there are."""
    totals = made.drop_duplicates(by).sort_values("total", ascending=False, kind="stable")
    said = [f"{row[by]} {int(row.total):,}" for _, row in totals.head(NAMED).iterrows()]
    more = f" and {len(totals) - NAMED} more" if len(totals) > NAMED else ""
    return f"Too few quotes for shares, which need {MIN_SHARE}: {', '.join(said)}{more}."


def alt(made: pd.DataFrame, by: str, of: str, groups: Sequence[str]) -> str:
    """What is shown, with the main numbers."""
    first = made[made[by] == groups[0]].sort_values("count", ascending=False).iloc[0]
    share = percent(first.share, int(first["count"]), int(first.total))
    return (
        f"Shares of quotes in {counted(len(groups), 'row')}; in the largest, {groups[0]}, "
        f"{share} are {first[of]}."
    )
