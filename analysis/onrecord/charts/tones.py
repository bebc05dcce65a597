"""Tone beside stance: how often sharp stances come in mild words."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from onrecord.charts import axes, marks, theme
from onrecord.summary import statements
from onrecord.tables import Tables

TITLE = "Tone beside stance"
BINS = 9  # per side


def _tones_data(tables: Tables) -> tuple[pd.DataFrame, int, int]:
    rows = statements(tables)
    rows = rows[rows.voice == "speaker"]
    tone = tables.attributions.drop_duplicates("attribution_id").set_index("attribution_id")
    rows = rows.assign(polarity=tone.polarity.reindex(rows.attribution_id).to_numpy())
    rows = rows[rows.polarity.notna()]
    against = rows[rows.label == "against"]
    rows = rows.assign(x=_centres(rows.polarity), y=_centres(rows.score))
    of = rows.groupby(["x", "y"], sort=True)
    made = of.agg(
        count=("evidence_id", "size"), articles=("article_id", "nunique"),
        evidence=("evidence_id", " ".join),
    ).reset_index()  # fmt: skip
    return made, len(against), int((against.polarity >= 0).sum())


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


def _centres(values: pd.Series) -> np.ndarray:
    step = 2 / BINS
    cell = np.clip(np.floor((values.to_numpy(float) + 1) / step), 0, BINS - 1)
    return np.round((cell + 0.5) * step - 1, 3)
