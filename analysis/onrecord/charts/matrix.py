"""The matrices: where speakers stand toward actors, and how outlets cover them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from onrecord.charts import marks, theme
from onrecord.charts.recount import recounted
from onrecord.charts.voices import COVERAGE, RULE, STANCE, Voice
from onrecord.safe import text_for_figure
from onrecord.summary import counted_pairs, pairs
from onrecord.summary.words import counted, signed
from onrecord.tables import Tables

TITLES = {"speaker": "Who speaks for and against whom", "narrator": "How outlets cover whom"}
CHARTS = {"speaker": "stance_matrix", "narrator": "coverage_matrix"}


@dataclass(frozen=True, slots=True)
class _Data:
    cells: pd.DataFrame  # of `summary.pairs`, with x and y
    rows: list[str]  # tellers, from the top
    columns: list[str]
    left_out: int  # statements


def _matrix_data(tables: Tables, voice: Voice, top: int, actors: int) -> _Data:
    made = counted_pairs(tables)
    made = made[made.voice == voice.key]
    busy = made.groupby("teller", sort=False)["count"].sum()
    rows = list(busy.sort_values(ascending=False, kind="stable").head(top).index)
    shown = made[made.teller.isin(rows)]
    of_target = shown.groupby("target", sort=False)["count"].sum()
    columns = list(of_target.sort_values(ascending=False, kind="stable").head(actors).index)
    cells = pairs(tables, among=shown[shown.target.isin(columns)])
    down = {name: place for place, name in enumerate(rows)}
    across = {name: place for place, name in enumerate(columns)}
    cells = cells.assign(x=cells.target.map(across), y=cells.teller.map(down))
    return _Data(cells, rows, columns, int(made["count"].sum() - cells["count"].sum()))


@recounted
def stance_matrix(
    tables: Tables,
    *,
    top: int = 15,
    actors: int = 12,
    title: str | None = None,
    names: Mapping[str, str] | None = None,
) -> go.Figure:
    """The mean stance of speakers toward actors.

    Colour and the pointing of a mark show the stance, its area the number of statements; a
    hollow circle is a mean that may not be called a direction (see `summary.directions`).

    Args:
        tables: an analysis, whole or selected.
        top: most rows, the speakers with the most statements.
        actors: most columns.
        title: in place of the usual one.
        names: name -> what it is called in the chart.
    """
    return _matrix(tables, STANCE, top, actors, title, names)


@recounted
def coverage_matrix(
    tables: Tables,
    *,
    top: int = 8,
    actors: int = 12,
    title: str | None = None,
    names: Mapping[str, str] | None = None,
) -> go.Figure:
    """What the outlets' own sentences convey of actors; drawn and asked as `stance_matrix`."""
    return _matrix(tables, COVERAGE, top, actors, title, names)


def _matrix(
    tables: Tables,
    voice: Voice,
    top: int,
    actors: int,
    title: str | None,
    names: Mapping[str, str] | None,
) -> go.Figure:
    chart = CHARTS[voice.key]
    title = text_for_figure(title, 60) if title else TITLES[voice.key]
    data = _matrix_data(tables, voice, top, actors)
    if data.cells.empty:
        return theme.nothing(chart, title, "No statement about a named actor was found.")
    cells, most = data.cells, marks.most(data.cells["count"])
    called = dict(names or {})
    down = [called.get(name, voice.row(name)) for name in data.rows]
    across = [called.get(name, name) for name in data.columns]
    hovers = marks.safe([f"{down[c.y]} → {across[c.x]}" for c in cells.itertuples()])
    trace = go.Scatter(
        x=cells.x.tolist(),
        y=cells.y.tolist(),
        mode="markers",
        **marks.means(cells, hovers, most, voice.measure),
    )
    tilted = len(across) > 3
    height = 150 + 30 * len(down)
    encode = marks.mean_encode(
        hovers, marks.MEANS, most=most, measure=voice.measure,
        by=("voice", "speaker", "target"), voice=voice.key,
    )  # fmt: skip
    return theme.figure(
        [trace],
        title=title,
        height=height,
        chart=chart,
        alt=_alt(data, voice),
        caption=_caption(data, voice),
        encode=[encode],
        min_width=max(420, 200 + 34 * len(across)),
        ends=voice.ends,
        xaxis={
            "tickvals": list(range(len(across))),
            "ticktext": marks.safe(across, 18),
            "range": [-0.6, len(across) - 0.4],
            "side": "top",
            "tickangle": -40 if tilted else 0,
            "ticklabeloverflow": "allow",
            "zeroline": False,
        },
        yaxis={
            "tickvals": list(range(len(down))),
            "ticktext": marks.safe(down, theme.LABEL),
            "range": [len(down) - 0.4, -0.6],
            "zeroline": False,
        },
        coloraxis=voice.coloraxis(colorbar={"y": -26 / height, "yanchor": "top"}),
        margin={"b": 44, "r": 76 if tilted else 16},
    )


def _alt(data: _Data, voice: Voice) -> str:
    top = data.cells.iloc[0]
    noun = "speaker" if voice.key == "speaker" else "outlet"
    return (
        f"Matrix of the {voice.measure} of {counted(len(data.rows), noun)} toward "
        f"{counted(len(data.columns), 'actor')}; the pair with the most statements is "
        f"{voice.row(top.teller)} toward {top.target}, mean {signed(top.value)} of "
        f"{counted(int(top['count']), 'statement')} in "
        f"{counted(int(top.articles), 'article')}."
    )


def _caption(data: _Data, voice: Voice) -> str:
    clear = int(data.cells.clear.sum())
    parts = [
        f"Up is {voice.high}, down {voice.low}; area shows the number of statements. {RULE} "
        f"That holds for {clear} of {counted(len(data.cells), 'pair')} drawn; the others are "
        "hollow.",
        voice.caveat,
        f"Not drawn: {counted(data.left_out, 'statement')} of other pairs."
        if data.left_out
        else "",
    ]
    return " ".join(filter(None, parts))
