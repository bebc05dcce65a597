"""The stance matrix: speakers down, actors across, and each outlet's narrator below."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from onrecord.charts import marks, theme
from onrecord.summary import MIN_ARTICLES, counted_pairs, pairs
from onrecord.summary.words import counted, signed
from onrecord.tables import Tables

TITLE = "Who stands how toward whom"


@dataclass(frozen=True, slots=True)
class _Data:
    cells: pd.DataFrame  # of `summary.pairs`, with x and y
    rows: list[tuple[str, str]]  # voice and teller, from the top
    columns: list[str]
    left_out: int  # statements


def _matrix_data(tables: Tables, speakers: int, actors: int, narrators: int) -> _Data:
    made = counted_pairs(tables)
    busy = made.groupby(["voice", "teller"], sort=False)["count"].sum()
    rows: list[tuple[str, str]] = []
    for voice, top in (("speaker", speakers), ("narrator", narrators)):
        of = busy[busy.index.get_level_values("voice") == voice]
        rows += list(of.sort_values(ascending=False, kind="stable").head(top).index)
    shown = made[pd.MultiIndex.from_frame(made[["voice", "teller"]]).isin(rows)]
    # by what speakers say first: narrators name everyone
    of_target = shown.assign(spoken=shown["count"].where(shown.voice == "speaker", 0))
    of_target = of_target.groupby("target", sort=False)[["spoken", "count"]].sum()
    order = of_target.sort_values(["spoken", "count"], ascending=False, kind="stable")
    columns = list(order.head(actors).index)
    cells = pairs(tables, among=shown[shown.target.isin(columns)])
    down = {key: place for place, key in enumerate(rows)}
    across = {name: place for place, name in enumerate(columns)}
    cells = cells.assign(
        x=cells.target.map(across),
        y=[down[key] for key in zip(cells.voice, cells.teller, strict=True)],
    )
    return _Data(cells, rows, columns, int(made["count"].sum() - cells["count"].sum()))


def stance_matrix(
    tables: Tables,
    *,
    speakers: int = 15,
    actors: int = 12,
    narrators: int = 6,
) -> go.Figure:
    """The mean stance of speakers and narrators toward actors.

    Colour and the pointing of a mark show the stance, its area the number of statements; a
    hollow circle is one whose interval spans zero or rests on too few articles.

    Args:
        tables: an analysis, whole or selected.
        speakers: most rows of speakers, those with the most statements.
        actors: most columns.
        narrators: most rows of narrators.
    """
    data = _matrix_data(tables, speakers, actors, narrators)
    if data.cells.empty:
        return theme.nothing("stance_matrix", TITLE, "No statement about a named actor was found.")
    cells, most = data.cells, marks.most(data.cells["count"])
    names = marks.safe([f"{c.teller} → {c.target}" for c in cells.itertuples()])
    trace = go.Scatter(
        x=cells.x.tolist(),
        y=cells.y.tolist(),
        mode="markers",
        **marks.means(cells, names, most),
    )
    tellers = [teller for _, teller in data.rows]
    spoken = sum(voice == "speaker" for voice, _ in data.rows)
    line = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": spoken - 0.5}
    tilted = len(data.columns) > 3
    height = 150 + 30 * len(data.rows)
    return theme.figure(
        [trace],
        title=TITLE,
        height=height,
        chart="stance_matrix",
        alt=_alt(data, spoken),
        caption=_caption(data),
        encode=[marks.mean_encode(names, marks.MEANS, most=most)],
        min_width=max(420, 200 + 34 * len(data.columns)),
        xaxis={
            "tickvals": list(range(len(data.columns))),
            "ticktext": marks.safe(data.columns, 18),
            "range": [-0.6, len(data.columns) - 0.4],
            "side": "top",
            "tickangle": -40 if tilted else 0,
            "ticklabeloverflow": "allow",
            "zeroline": False,
        },
        yaxis={
            "tickvals": list(range(len(tellers))),
            "ticktext": marks.safe(tellers, theme.LABEL),
            "range": [len(tellers) - 0.4, -0.6],
            "zeroline": False,
        },
        coloraxis={"colorbar": {"y": -26 / height, "yanchor": "top"}},
        margin={"b": 44, "r": 76 if tilted else 16},
        shapes=[line | {"y1": line["y0"]}] if 0 < spoken < len(tellers) else [],
    )


def _alt(data: _Data, spoken: int) -> str:
    top = data.cells.iloc[0]
    told = counted(len(data.rows) - spoken, "narrator")
    return (
        f"Matrix of the mean stance of {counted(spoken, 'speaker')} and {told} toward "
        f"{counted(len(data.columns), 'actor')}; the pair with the most statements is "
        f"{top.teller} toward {top.target}, mean {signed(top.value)} of "
        f"{counted(int(top['count']), 'statement')} in "
        f"{counted(int(top.articles), 'article')}."
    )


def _caption(data: _Data) -> str:
    hollow = int((~data.cells.settled).sum())
    said = (
        "Triangles point up for favor and down for against; area shows the number of "
        "statements. A hollow circle has an interval that spans zero, or fewer than "
        f"{MIN_ARTICLES} articles: {hollow} of {len(data.cells)}."
    )
    if data.left_out:
        said += f" Not drawn: {counted(data.left_out, 'statement')} of other pairs."
    return said
