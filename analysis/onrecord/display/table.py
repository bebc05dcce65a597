"""Tables that a reader can sort, search, filter and take along."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from onrecord.display.fragment import TABLE, Fragment
from onrecord.display.live import live
from onrecord.display.markup import table_html
from onrecord.display.sentences import beside
from onrecord.errors import ReportError

KINDS = ("text", "quote", "number", "rate", "score", "share", "interval", "range", "date",
         "speaker", "actor", "article")  # fmt: skip
DIGITS = 4  # of a number that a page is given
SHOWN = 12  # rows where no script runs; with it, all are there


@dataclass(frozen=True, slots=True)
class Column:
    """How one column is shown.

    Attributes:
        key: name in the frame; for `interval` (of scores) and `range` (of shares) the frame holds
            a pair (low, high) or None.
        label: heading.
        kind: one of `KINDS`; `speaker`, `actor` and `article` link to their page.
        less: leave it out on a narrow screen.
        under: key of the column below whose values these stand, in small; the CSV file has
            both.
        hidden: in the CSV file alone.
    """

    key: str
    label: str
    kind: str = "text"
    less: bool = False
    under: str | None = None
    hidden: bool = False


# of one toward another; the frame's own intervals are `ends`
MEAN_STANCE = (
    Column("value", "Mean stance", "score"),
    Column("interval", "95% interval", "interval", under="value"),
    Column("count", "Statements", "number"),
    Column("articles", "Articles", "number", less=True),
)


def table(
    rows: pd.DataFrame,
    columns: list[Column],
    *,
    caption: str,
    name: str = "table",
    ids: str | None = None,
    places: tuple[str, str] | None = None,
    recount: str | None = None,
    fixed: bool = False,
    capped: str = "",
    filtered: str | None = None,
) -> Fragment:
    """A table for the page, and for JupyterLab.

    Args:
        rows: the data.
        columns: which columns, in order.
        caption: what the table holds, in a sentence.
        name: of the CSV file that the page offers.
        ids: column with the evidence ids behind a row, separated by spaces.
        places: columns with the article_id and the offset that an `article` cell leads to.
        recount: under which name the page's script makes the table of filtered rows
            (`summary/people.js`, `display/sources.js` and its neighbours); a page then needs none
            of these.
        fixed: the rows stay as they are under a page's filter, and the page says so.
        capped: what to say of rows that are left out here, and not in a page.
        filtered: the caption under a page's filter, where the other counts all rows.

    Raises:
        ReportError: a column is missing or of an unknown kind.
    """
    keys = [column.key for column in columns]
    if fixed and ids and any("+" in each for each in rows[ids].dropna()):
        caption += " Behind a large count stand the newest of its sentences."
    for column in columns:
        if column.kind not in KINDS:
            raise ReportError(f"There is no kind of column {column.kind!r}.")
        if column.key not in rows:
            raise ReportError(f"The table lacks the column {column.key!r}.")
        if column.under is not None and column.under not in keys:
            raise ReportError(f"The table lacks the column {column.under!r}.")
    data = {
        "name": name,
        "caption": caption + capped,
        "recount": recount,
        "fixed": fixed,
        "filtered": filtered,
        "columns": [
            {
                "key": c.key,
                "label": c.label,
                "kind": c.kind,
                "less": c.less,
                "hidden": c.hidden,
                "under": None if c.under is None else keys.index(c.under),
            }
            for c in columns
        ],
        "rows": [
            [_plain(value) for value in row]
            for row in zip(*(rows[c.key] for c in columns), strict=True)
        ],
        "ids": rows[ids].fillna("").tolist() if ids else None,
        "places": _places(rows, places),
    }
    # a site's page shows none of it
    plain = "" if beside() else rows[keys].head(10).to_string(index=False)
    html = table_html(data, SHOWN)
    if recount and beside():
        return Fragment(html, plain, TABLE, data | {"caption": caption, "rows": [], "ids": None})
    return Fragment(live(html, data), plain, TABLE, data | {"whole_caption": caption})


def ends(rows: pd.DataFrame, low: str = "low", high: str = "high") -> pd.Series:
    """Both ends of intervals, for columns of the kinds `interval` and `range`.

    >>> ends(pd.DataFrame({"low": [0.1], "high": [0.25]})).tolist()
    [(0.1, 0.25)]
    """
    pairs = list(zip(rows[low], rows[high], strict=True))
    return pd.Series(pairs, index=rows.index, dtype=object)


def _places(rows: pd.DataFrame, places: tuple[str, str] | None) -> list | None:
    if not places:
        return None
    article, offset = places
    return [[a, _plain(o)] for a, o in zip(rows[article], rows[offset], strict=True)]


def _plain(value: object) -> object:
    """A value that JSON can hold; missing ones are None."""
    if isinstance(value, list | tuple):
        return None if any(pd.isna(v) for v in value) else [round(float(v), DIGITS) for v in value]
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
        return round(number, DIGITS)
    return number
