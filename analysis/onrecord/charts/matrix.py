"""The matrices: where speakers stand toward actors, and how outlets cover them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from onrecord.charts import axes, camps, findings, marks, theme
from onrecord.charts.figure import figure, nothing
from onrecord.charts.matrix_cells import Cells, matrix_cells
from onrecord.charts.order import camp_lines
from onrecord.charts.recount import recounted
from onrecord.charts.voices import COVERAGE, RULE, STANCE, Voice
from onrecord.safe import text_for_figure
from onrecord.summary.audited import Audit
from onrecord.summary.words import counted, signed
from onrecord.tables import Tables

LETTERS = 18  # of the name of a column
TILTED = 5  # pixels of height for each of them, where names are tilted
FEW, FADED = 3, 0.5  # statements below which a mark is faded, and its opacity
TITLES = {"speaker": "Who speaks for and against whom", "narrator": "How outlets cover whom"}
CHARTS = {"speaker": "stance_matrix", "narrator": "coverage_matrix"}


@recounted
def stance_matrix(
    tables: Tables,
    *,
    top: int = 15,
    actors: int = 12,
    order: str | None = None,
    least: int = 2,
    title: str | None = None,
    names: Mapping[str, str] | None = None,
    audit: Audit | None = None,
) -> go.Figure:
    """The mean stance of speakers toward actors.

    Colour and the pointing of a mark show the stance, its area and the number beside it the
    statements; few are faded; a hollow circle is a mean that may not be called a direction
    (see `summary.directions`).

    Args:
        tables: an analysis, whole or selected.
        top: most rows, the speakers with the most statements.
        actors: most columns.
        order: `camp` (the `side` of your actors.yaml), `likeness` (like means beside each other)
            or `number` (of statements); by default camps where any is known, else likeness.
        least: fewest statements of a mark; where no pair has so many, all are drawn.
        title: in place of the usual one.
        names: name -> what it is called in the chart.
        audit: a checked sample, from `onrecord.audit.read`: corrected means stand beside the
            model's in the hover, and the caption says how much was checked.
    """
    return _matrix(matrix_cells(tables, STANCE, top, actors, order, least, audit), title, names)


@recounted
def coverage_matrix(
    tables: Tables,
    *,
    top: int = 8,
    actors: int = 12,
    order: str | None = None,
    least: int = 2,
    title: str | None = None,
    names: Mapping[str, str] | None = None,
    audit: Audit | None = None,
) -> go.Figure:
    """What the outlets' own sentences convey of actors; drawn and asked as `stance_matrix`."""
    return _matrix(matrix_cells(tables, COVERAGE, top, actors, order, least, audit), title, names)


def _matrix(data: Cells, title: str | None, names: Mapping[str, str] | None) -> go.Figure:
    voice = data.voice
    chart = CHARTS[voice.key]
    title = text_for_figure(title, 60) if title else TITLES[voice.key]
    if data.cells.empty:
        return nothing(chart, title, "No statement about a named actor was found.")
    cells, most = data.cells, marks.most(data.cells["count"])
    called = dict(names or {})
    down = [called.get(name, voice.row(name)) for name in data.rows]
    across = [called.get(name, name) for name in data.columns]
    hovers = marks.safe([f"{down[c.y]} → {across[c.x]}" for c in cells.itertuples()])
    marked = marks.means(cells, hovers, most, voice.measure)
    more = [
        camps.pair_said(row.teller, row.target, data.sides) + marks.corrected_words(row)
        for _, row in cells.iterrows()
    ]
    marked["hovertext"] = [a + b for a, b in zip(marked["hovertext"], more, strict=True)]
    marked["marker"]["opacity"] = [FADED if n < FEW else 1 for n in cells["count"]]
    trace = go.Scatter(
        x=cells.x.tolist(),
        y=cells.y.tolist(),
        mode="markers+text",
        text=[f"\u00a0{n:,}" if n > 1 else "" for n in cells["count"]],
        textposition="middle right",
        textfont={"size": 10},
        **marked,
    )
    lines: dict[str, Any] = {}
    if data.order.camps:
        lines["shapes"] = camp_lines(data.rows, data.columns, data.sides)
    tilted = len(across) > 3
    # rows keep their distance, however long the tilted names above them are
    longest = min(LETTERS, max(map(len, across)))
    height = 110 + axes.ROW * len(down) + (TILTED * longest if tilted else 40)
    encode = marks.mean_encode(
        hovers, marks.MEANS, most=most, measure=voice.measure,
        by=("voice", "speaker", "target"), voice=voice.key,
    )  # fmt: skip
    edge = camps.edge(data.rows, data.columns, data.sides)
    return figure(
        [trace, *edge],
        title=title,
        height=height,
        chart=chart,
        alt=_alt(data),
        caption=_caption(data),
        finding=findings.widest(
            cells, lambda c: _reads(voice, down[c.y], across[c.x]), voice, "pair"
        ),
        encode=[encode, *(None for _ in edge)],
        hidden=data.hidden,
        **lines,
        min_width=max(420, 200 + 34 * len(across)),
        ends=voice.ends,
        xaxis={
            "tickvals": list(range(len(across))),
            "ticktext": marks.safe(across, LETTERS),
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


def _reads(voice: Voice, teller: str, target: str) -> tuple[str, str]:
    if voice.key == "speaker":
        return f"{teller} reads", f" {target}"
    return f"{teller}’s coverage of {target} reads", ""


def _alt(data: Cells) -> str:
    voice, top = data.voice, data.cells.iloc[0]
    noun = "speaker" if voice.key == "speaker" else "outlet"
    return (
        f"Matrix of the {voice.measure} of {counted(len(data.rows), noun)} toward "
        f"{counted(len(data.columns), 'actor')}; the pair with the most statements is "
        f"{voice.row(top.teller)} toward {top.target}, mean {signed(top.value)} of "
        f"{counted(int(top['count']), 'statement')} in "
        f"{counted(int(top.articles), 'article')}."
    )


def _caption(data: Cells) -> str:
    voice = data.voice
    clear = int(data.cells.clear.sum())
    named = camps.drawn([*data.rows, *data.columns], data.sides)
    parts = [
        f"Up is {voice.high}, down {voice.low}; area and number show the statements, faded marks "
        f"have fewer than {FEW}. {RULE} That holds for {clear} of "
        f"{counted(len(data.cells), 'pair')} drawn; the others are hollow.",
        data.order.words,
        camps.words(named, data.sides) if named else "",
        voice.caveat,
        f"Not drawn: {counted(data.left_out, 'statement')} of other pairs."
        if data.left_out
        else "",
        f"{counted(data.hidden, 'pair')} in these rows and columns "
        f"{'has' if data.hidden == 1 else 'have'} fewer than {data.fewest} statements."
        if data.hidden
        else "",
        f"{marks.CHECKED}: {data.audit}." if data.audit else "",
    ]
    return " ".join(filter(None, parts))
