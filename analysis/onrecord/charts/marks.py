"""What a mark says and how large it is; `figure.js` says the same after filtering."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from onrecord.safe import text_for_figure, texts_for_figure
from onrecord.summary import words
from onrecord.summary.audited import Audit
from onrecord.summary.intervals import MIN_SHARE

LARGEST, SMALLEST = 26.0, 9.0  # diameters in pixels
FEW = 8  # a count that always could be drawn larger
HOLLOW, RING = "circle-open", 2.6  # no clear direction, and its line in pixels
PALE = 0.55  # opacity of what has no clear direction where hollow says something else


def most(counts: pd.Series) -> int:
    """The count whose mark is the largest: of a few statements none is."""
    return max(int(counts.max()), FEW)


def size(count: int, most: int) -> float:
    """Diameter in pixels of a mark whose area shows a count.

    >>> size(10, 10), size(1, 1000)
    (26.0, 9.0)
    """
    return max(SMALLEST, LARGEST * math.sqrt(count / max(most, 1)))


def symbol(value: float, clear: bool) -> str:
    """A triangle that points up or down, or a hollow circle where no direction is clear.

    Hollow and not merely pale: a pale mark falls below the contrast that marks need.

    >>> symbol(-0.5, True), symbol(-0.5, False)
    ('triangle-down', 'circle-open')
    """
    if not clear:
        return HOLLOW
    return "triangle-up" if value > 0 else "triangle-down"


def line(clear: bool) -> float:
    """Width of a mark's line in pixels: a full mark has none."""
    return 0.0 if clear else RING


# what `means` draws, and what a filter puts there
MEANS = {
    "marker.color": "value", "marker.size": "size", "marker.symbol": "symbol",
    "marker.line.width": "line", "hovertext": "hover",
}  # fmt: skip


CHECKED = "Corrected means stand in the labels of marks where enough was checked by hand"


def means(
    made: pd.DataFrame, names: Sequence[str], most: int, measure: str = "mean stance"
) -> dict[str, Any]:
    """The part of a trace that shows mean stances, wherever its marks stand.

    Args:
        made: estimates with value, low, high, count, articles, clear and evidence.
        names: of the marks, safe for figures.
        most: count of the largest mark.
        measure: what the value is.
    """
    marker = {
        "color": made.value.tolist(),
        "coloraxis": "coloraxis",
        "size": [size(count, most) for count in made["count"]],
        "symbol": list(map(symbol, made.value, made.clear)),
        "line": {"width": [line(clear) for clear in made.clear]},
        "opacity": 1,  # plotly would make marks of many sizes pale
    }
    return {
        "marker": marker,
        "hoverinfo": "text",
        "hovertext": hover(names, [mean_words(row, measure) for _, row in made.iterrows()]),
        "customdata": made.evidence.tolist(),
        "showlegend": False,
    }


def corrected_words(row: pd.Series) -> str:
    """What the hover says of the same number as a checked sample corrects it; else nothing.

    Args:
        row: with what `onrecord.summary.audited` adds.
    """
    if "corrected" not in row or pd.isna(row.corrected):
        return ""
    ends = words.interval(row.corrected_low, row.corrected_high)
    return f"<br>corrected {words.signed(row.corrected)}, {ends} ({int(row.checked):,} checked)"


def corrected_part(row: pd.Series, part: str, what: str) -> str:
    """The same of one part of a comparison, and of how far both are apart.

    Args:
        row: with what `onrecord.summary.audited_parts` adds.
        part: its name there.
        what: name of the difference.
    """
    if f"corrected_{part}" not in row or pd.isna(row[f"corrected_{part}"]):
        return ""
    said = f"<br>corrected {words.signed(row[f'corrected_{part}'])}"
    if not pd.isna(row[f"corrected_{what}"]):
        ends = words.interval(row[f"corrected_{what}_low"], row[f"corrected_{what}_high"])
        said += f", {what} {words.signed(row[f'corrected_{what}'])}, {ends}"
    return f"{said} ({int(row[f'checked_{part}']):,} checked)"


def misread(audit: Audit | None) -> str:
    """What a caption says of the model's errors."""
    if audit is None:
        return "The model's own misreading is not counted in."
    return f"{CHECKED}: {audit.caption}."


def mean_words(row: pd.Series, measure: str = "mean stance", noun: str = "statement") -> str:
    """What the hover says of an estimate.

    Args:
        row: with value, low, high, count and articles.
        measure: what the value is.
        noun: what is counted.
    """
    behind = words.counted(int(row["count"]), noun)
    return (
        f"{measure} {words.signed(row.value)}<br>{words.interval(row.low, row.high)}"
        f"<br>{behind} in {words.counted(int(row.articles), 'article')}"
    )


def count_words(count: int, articles: int, noun: str = "quote") -> str:
    """What the hover says of a count.

    >>> count_words(3, 1)
    '3 quotes in 1 article'
    """
    return f"{words.counted(count, noun)} in {words.counted(articles, 'article')}"


def mean_encode(
    names: Sequence[str],
    set_: dict[str, str],
    *,
    of: str = "score",
    measure: str = "mean stance",
    noun: str = "statement",
    most: int = 1,
    by: Sequence[str] = (),
    voice: str | None = None,
) -> dict:
    """How marks that show a mean follow from their evidence.

    `by` (columns of evidence) and `voice` tell the groups among which directions are told.
    """
    told = {"by": list(by), "voice": voice} if by else {}
    return told | {
        "stat": "mean", "of": of, "names": list(names), "set": set_, "measure": measure,
        "noun": noun, "size": [SMALLEST, LARGEST, most], "pale": PALE, "ring": RING,
    }  # fmt: skip


def count_encode(
    names: Sequence[str], set_: dict[str, str], *, noun: str = "quote", bare: bool = False
) -> dict:
    """How marks that show a count follow from their evidence; a bare one names no articles."""
    return {"stat": "count", "names": list(names), "set": set_, "noun": noun, "bare": bare}


def share_encode(
    names: Sequence[str], groups: Sequence[str], set_: dict[str, str], *, noun: str = "quote"
) -> dict:
    """How marks that show a share of their group's evidence follow from it."""
    return {
        "stat": "share", "names": list(names), "groups": list(groups), "set": set_,
        "noun": noun, "least": MIN_SHARE,
    }  # fmt: skip


def hover(names: Sequence[str], said: Sequence[str]) -> list[str]:
    """Hover texts: the name in bold and what is said of it. Names are made safe before."""
    return [f"<b>{name}</b><br>{text}" for name, text in zip(names, said, strict=True)]


def safe(names: Sequence[object], limit: int | None = None) -> list[str]:
    """Corpus text for a figure."""
    return texts_for_figure(names, limit) if limit else [text_for_figure(name) for name in names]
