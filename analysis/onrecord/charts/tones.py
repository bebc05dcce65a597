"""Tone beside stance: how often sharp stances come in mild words."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from onrecord.charts import axes, marks, theme
from onrecord.summary.observed import rows
from onrecord.tables import Tables

TITLE = "Tone beside stance"
BINS = 9  # per side


def _tones_data(tables: Tables) -> tuple[pd.DataFrame, int, int]:
    told = rows(tables, "statements").where(voice="speaker")
    told = replace(
        told,
        source=f"select r.*, a.polarity from ({told.source}) as r "
        "join attributions as a using (attribution_id) where a.polarity is not null",
    )
    against = told.where(label="against")
    mild = against.that("polarity >= 0")
    binned = told.valued("x", _centre("polarity"), again=False)
    binned = binned.valued("y", _centre("score"), again=False)
    made = binned.counts(["x", "y"], count="rows", articles="distinct article_id")
    made = made.merge(binned.ids(["x", "y"]), on=["x", "y"], validate="one_to_one")
    sizes = (int(part.counts([], n="rows").n.sum()) for part in (against, mild))
    return made.sort_values(["x", "y"]).reset_index(drop=True), *sizes


def tone_and_stance(tables: Tables) -> go.Figure:
    """Statements by the tone of their words and the stance that they take.

    Args:
        tables: an analysis, whole or selected.
    """
    made, against, mild = _tones_data(tables)
    if made.empty:
        return theme.nothing("tone_and_stance", TITLE, "No statement of a named speaker was found.")
    most = marks.most(made["count"])
    names = [
        f"tone near {x:+.2f}, stance near {y:+.2f}" for x, y in zip(made.x, made.y, strict=True)
    ]
    said = [
        marks.count_words(count, articles, "statement")
        for count, articles in zip(made["count"], made.articles, strict=True)
    ]
    trace = go.Scatter(
        x=made.x.tolist(),
        y=made.y.tolist(),
        mode="markers",
        marker={
            "size": [marks.size(count, most) for count in made["count"]],
            "color": theme.CATEGORIES[0],
            "opacity": 0.8,
        },
        hoverinfo="text",
        hovertext=marks.hover(names, said),
        customdata=made.evidence.tolist(),
        showlegend=False,
    )
    encode = marks.count_encode(names, {"marker.size": "size", "hovertext": "hover"})
    encode |= {"noun": "statement", "size": [marks.SMALLEST, marks.LARGEST, most]}
    fact = (
        f"Statements against an actor: {against:,}; in words of neutral or positive tone: {mild:,}."
    )
    return theme.figure(
        [trace],
        title=TITLE,
        height=380,
        chart="tone_and_stance",
        alt=f"Statements by tone and stance. {fact}",
        caption=f"{fact} Tone is TextBlob's polarity of the words, stance the reader's.",
        encode=[encode],
        xaxis={
            "range": [-1.12, 1.12], "tickvals": [-1, 0, 1], "zeroline": True,
            "ticktext": ["−1", "0", "+1"], "title": {"text": "tone of the words"},
        },
        yaxis=axes.stance("stance") | {"ticktext": ["against", "", "0", "", "in favor"]},
    )  # fmt: skip


def _centre(column: str) -> str:
    """The middle of the bin that a value of -1..1 lies in, in SQL."""
    number = f"least(greatest(floor(({column} + 1) * {BINS} / 2), 0), {BINS - 1})"
    return f"round(({number} + 0.5) * 2 / {BINS} - 1, 3)"
