"""Tables that a reader can sort, search, filter and take along."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from analysis.display.fragment import TABLE, Fragment, element, text
from analysis.errors import ReportError

KINDS = ("text", "quote", "number", "score", "share", "interval", "date", "speaker", "actor",
         "article")  # fmt: skip
NUMERIC = frozenset({"number", "score", "share", "interval"})
STYLES = {"quote": "or-quote", "date": "or-date", "article": "or-title"}
SHOWN = 60  # rows in a notebook; a page holds all
UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class Column:
    """How one column is shown.

    Attributes:
        key: name in the frame; for `interval` the frame holds a pair (low, high) or None.
        label: heading.
        kind: one of `KINDS`; `speaker`, `actor` and `article` link to their page.
        made_of: for a table of groups, what the page's script computes again from the
            statements that a filter leaves: count, articles, mean or interval, then the
            measure (score, polarity) and the voice, separated by spaces.
        less: leave it out on a narrow screen.
    """

    key: str
    label: str
    kind: str = "text"
    made_of: str | None = None
    less: bool = False


def table(
    rows: pd.DataFrame,
    columns: list[Column],
    *,
    caption: str,
    name: str = "table",
    ids: str | None = None,
    places: tuple[str, str] | None = None,
) -> Fragment:
    """A table for the page, and for JupyterLab.

    Args:
        rows: the data.
        columns: which columns, in order.
        caption: what the table holds, in a sentence.
        name: of the CSV file that the page offers.
        ids: column with the evidence ids behind a row, separated by spaces.
        places: columns with the article_id and the offset that an `article` cell leads to.

    Raises:
        ReportError: a column is missing or of an unknown kind.
    """
    for column in columns:
        if column.kind not in KINDS:
            raise ReportError(f"There is no kind of column {column.kind!r}.")
        if column.key not in rows:
            raise ReportError(f"The table lacks the column {column.key!r}.")
    data = {
        "name": name,
        "caption": caption,
        "columns": [
            {"label": c.label, "kind": c.kind, "of": c.made_of, "less": c.less} for c in columns
        ],
        "rows": [
            [_plain(value) for value in row]
            for row in zip(*(rows[c.key] for c in columns), strict=True)
        ],
        "ids": rows[ids].fillna("").tolist() if ids else None,
        "places": _places(rows, places),
    }
    plain = rows[[c.key for c in columns]].head(10).to_string(index=False)
    return Fragment(table_html(data, SHOWN), plain, TABLE, data)


def table_html(data: dict, first: int) -> str:
    """The first rows of a table's data, as markup.

    Args:
        data: as `table` makes it.
        first: how many rows.
    """
    head = "".join(
        element("th", text(column["label"]), scope="col", class_=_class(column))
        for column in data["columns"]
    )
    body = []
    for number, row in enumerate(data["rows"][:first]):
        cells = (
            _cell(value, column, data, number)
            for value, column in zip(row, data["columns"], strict=True)
        )
        body.append(element("tr", *cells))
    if not body:
        body = [element("tr", element("td", "Nothing to show.", colspan=len(data["columns"])))]
    more = len(data["rows"]) - first
    note = element("p", f"{more:,} more rows.", class_="or-more") if more > 0 else ""
    return (
        element(
            "table",
            element("caption", text(data["caption"])),
            element("thead", element("tr", head)),
            element("tbody", *body),
            class_="or-rows",
        )
        + note
    )


def shown(value: object, kind: str) -> str:
    """A value as the page writes it.

    >>> shown(0.314, "score"), shown(-0.2, "score"), shown(1200, "number"), shown(0.25, "share")
    ('+0.31', '−0.20', '1,200', '25 %')
    >>> shown([-0.5, 0.25], "interval"), shown(None, "score"), shown("2025-06-02", "date")
    ('−0.50 to +0.25', '–', '2 Jun 2025')
    """
    if value is None or value == "":
        return UNKNOWN
    if kind == "score":
        return "0.00" if abs(value) < 0.005 else f"{value:+.2f}".replace("-", "−")
    if kind == "share":
        return f"{value:.0%}".replace("%", " %")
    if kind == "interval":
        return f"{shown(value[0], 'score')} to {shown(value[1], 'score')}"
    if kind == "number":
        return f"{value:,}" if isinstance(value, int) else f"{value:,.2f}"
    if kind == "date":
        day = datetime.fromisoformat(value)
        return f"{day.day} {day:%b %Y}"
    return str(value)


def _cell(value: object, column: dict, data: dict, number: int) -> str:
    kind = column["kind"]
    inner = text(shown(value, kind))
    if value is not None and kind in ("speaker", "actor"):
        inner = element("a", inner, href=f"onrecord:{kind}/{value}")
    if kind == "article" and data["places"]:
        article, offset = data["places"][number]
        anchor = f"#at-{offset}" if offset is not None else ""
        inner = element("a", inner, href=f"onrecord:article/{article}{anchor}")
    return element("td", inner, class_=_class(column))


def _class(column: dict) -> str | None:
    kind = column["kind"]
    names = [STYLES.get(kind, "or-number" if kind in NUMERIC else "")]
    names += ["or-less"] if column["less"] else []
    return " ".join(filter(None, names)) or None


def _places(rows: pd.DataFrame, places: tuple[str, str] | None) -> list | None:
    if not places:
        return None
    article, offset = places
    return [[a, _plain(o)] for a, o in zip(rows[article], rows[offset], strict=True)]


def _plain(value: object) -> object:
    """A value that JSON can hold; missing ones are None."""
    if isinstance(value, list | tuple):
        return None if any(pd.isna(v) for v in value) else [round(float(v), 4) for v in value]
    if value is None or pd.isna(value):
        return None
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, str):
        return value
    number = value.item() if hasattr(value, "item") else value
    if isinstance(number, float):
        if not math.isfinite(number):
            return None
        return round(number, 4)
    return number
