"""How camps look, alike in every chart: a colour and a shape each, and their names in words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go

from onrecord.charts import marks, theme
from onrecord.safe import text_for_figure
from onrecord.summary.words import listed

# five colours that no stance has, six shapes that no stance has: thirty camps are told apart
COLORS = tuple(theme.CATEGORIES[n] for n in (0, 1, 3, 5, 2))
SHAPES = (
    ("diamond", "◆"), ("cross", "✚"), ("star", "★"), ("x", "✖"), ("hexagon", "⬢"), ("bowtie", "⧓"),
)  # fmt: skip
SIZE = 11  # pixels
NAME = 18  # longest name in a legend, in characters
ROOM, ENTRY, LETTER, ROW = 320, 46, 7, 19  # pixels: of a legend, its entries and rows


class Look(NamedTuple):
    """What shows a camp."""

    color: str
    symbol: str
    sign: str


NONE = Look(theme.QUIET, "square", "")
OUTSIDE = "no camp"


def looks(sides: Mapping[str, str]) -> dict[str, Look]:
    """The look of each camp, by its place among all of them: a filter changes none.

    Args:
        sides: name -> its camp, of the whole corpus.
    """
    names = sorted(set(sides.values()))
    return {
        name: Look(COLORS[n % len(COLORS)], *SHAPES[n % len(SHAPES)])
        for n, name in enumerate(names)
    }


def drawn(names: Sequence[str], sides: Mapping[str, str]) -> list[str]:
    """The camps that some names stand in, by name."""
    return sorted({sides[name] for name in names if name in sides})


def marker(names: Sequence[str], sides: Mapping[str, str]) -> dict[str, Any]:
    """Marks that show the camp of each name; who has none has the neutral one."""
    known = looks(sides)
    of = [known[sides[name]] if name in sides else NONE for name in names]
    return {"color": [look.color for look in of], "size": SIZE,
            "symbol": [look.symbol for look in of]}  # fmt: skip


def said(name: str, sides: Mapping[str, str]) -> str:
    """What a hover says of a name's camp."""
    return f"<br>camp: {text_for_figure(sides[name])}" if name in sides else ""


def pair_said(one: str, other: str, sides: Mapping[str, str]) -> str:
    """What a hover says of the camps of two names; nothing where neither has one."""
    if one not in sides and other not in sides:
        return ""
    both = " → ".join(text_for_figure(sides.get(name, OUTSIDE)) for name in (one, other))
    return f"<br>camps: {both}"


def words(camps: Sequence[str], sides: Mapping[str, str]) -> str:
    """What a caption says of the marks."""
    known = looks(sides)
    named = listed([f"{known[camp].sign} {camp}" for camp in camps])
    return f"Marks beside names show the camp, as your actors.yaml says: {named}."


def legend(camps: Sequence[str], sides: Mapping[str, str], outside: bool) -> list[go.Scatter]:
    """Traces without a point, that name the camps in a legend.

    Args:
        camps: those that are drawn.
        sides: as in `looks`.
        outside: whether somebody who is drawn stands in none.
    """
    known = looks(sides)
    entries = list(zip(marks.safe(camps, NAME), [known[camp] for camp in camps], strict=True))
    entries += [(OUTSIDE, NONE)] if outside else []
    return [
        go.Scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=name,
            marker={"color": look.color, "size": SIZE, "symbol": look.symbol},
            hoverinfo="skip",
            showlegend=True,
        )
        for name, look in entries
    ]


def legend_room(camps: Sequence[str], outside: bool) -> int:
    """Height of the legend in pixels, where the chart is as narrow as on a phone."""
    names = [*camps, *([OUTSIDE] if outside else [])]
    wide = [ENTRY + LETTER * min(len(name), NAME) for name in names]
    rows = 1 if sum(wide) <= ROOM else math.ceil(len(wide) / max(ROOM // max(wide), 1))
    return ROW * rows


def edge(rows: Sequence[str], columns: Sequence[str], sides: Mapping[str, str]) -> list[go.Scatter]:
    """Marks at the edge of a matrix, beside the names that stand in a camp; else no trace."""
    at = [(-0.6, float(n), name) for n, name in enumerate(rows) if name in sides]
    at += [(float(n), -0.6, name) for n, name in enumerate(columns) if name in sides]
    if not at:
        return []
    names = [name for _, _, name in at]
    return [
        go.Scatter(
            x=[x for x, _, _ in at],
            y=[y for _, y, _ in at],
            mode="markers",
            marker=marker(names, sides),
            hoverinfo="text",
            hovertext=[f"<b>{text_for_figure(name)}</b>{said(name, sides)}" for name in names],
            showlegend=False,
        )
    ]
