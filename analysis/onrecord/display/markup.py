"""The rows of a table as markup; `tables.js` makes the same of the same data."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from onrecord.day import written
from onrecord.display.fragment import element, text

NUMERIC = frozenset({"number", "rate", "score", "share", "interval", "range"})
STYLES = {"quote": "or-quote", "date": "or-date", "article": "or-title"}
LONG = frozenset({"text", "speaker", "actor", "article"})  # kinds of columns with many words
MANY = 7  # columns that not every screen has room for
UNKNOWN = "–"


def table_html(data: dict, first: int) -> str:
    """The first rows of a table's data, as markup.

    Args:
        data: as `display.table` makes it.
        first: how many rows.
    """
    columns = data["columns"]
    tops = [
        number
        for number, column in enumerate(columns)
        if column["under"] is None and not column["hidden"]
    ]
    head = "".join(
        element("th", text(columns[top]["label"]), *_below(columns, top), scope="col",
                class_=_class(columns[top]))
        for top in tops
    )  # fmt: skip
    body = [
        element("tr", *(_cell(data, number, top) for top in tops))
        for number in range(min(first, len(data["rows"])))
    ]
    if not body:
        return element("p", "Nothing to show.", class_="or-note")
    more = len(data["rows"]) - first
    note = element("p", f"{more:,} more rows.", class_="or-left") if more > 0 else ""
    # on a phone a row with many words is a card
    worded = [n for n in tops if columns[n]["kind"] in LONG]
    cards = any(column["kind"] == "quote" for column in columns) or len(worded) > 2
    look = "or-rows or-wide" if len(tops) > MANY else "or-rows"
    return (
        element(
            "table",
            element("caption", text(data["caption"])),
            element("thead", element("tr", head)),
            element("tbody", *body),
            class_="or-rows or-cards" if cards else look,
        )
        + note
    )


def shown(value: Any, kind: str) -> str:
    """A value as the page writes it.

    >>> shown(0.314, "score"), shown(-0.2, "score"), shown(1200, "number"), shown(0.25, "share")
    ('+0.31', '−0.20', '1,200', '25%')
    >>> shown([-0.5, 0.25], "interval"), shown(None, "score"), shown("2025-06-02", "date")
    ('−0.50 to +0.25', '–', '2 Jun 2025')
    >>> shown([0.1, 0.254], "range")
    '10–25%'
    """
    if value is None or value == "":
        return UNKNOWN
    if kind == "score":
        return "0.00" if abs(value) < 0.005 else f"{value:+.2f}".replace("-", "−")
    if kind == "share":
        return f"{value:.0%}"
    if kind == "interval":
        return f"{shown(value[0], 'score')} to {shown(value[1], 'score')}"
    if kind == "range":
        return f"{100 * value[0]:.0f}–{value[1]:.0%}"
    if kind == "number":
        return f"{value:,}" if isinstance(value, int) else f"{value:,.2f}"
    if kind == "rate":
        return f"{value:,.1f}"
    if kind == "date":
        return written(datetime.fromisoformat(value), short=True)
    return str(value)


def _cell(data: dict, row: int, top: int) -> str:
    columns = data["columns"]
    column, value = columns[top], data["rows"][row][top]
    kind = column["kind"]
    inner = text(shown(value, kind))
    if value is not None and kind in ("speaker", "actor"):
        inner = element("a", inner, href=f"onrecord:{kind}/{value}")
    if kind == "article" and data["places"]:
        article, offset = data["places"][row]
        anchor = f"#at-{offset}" if offset is not None else ""
        inner = element("a", inner, href=f"onrecord:article/{article}{anchor}")
    below = [
        element("span", text(shown(data["rows"][row][n], under["kind"])), class_="or-under")
        for n, under in enumerate(columns)
        if under["under"] == top and data["rows"][row][n] not in (None, "")
    ]
    return element("td", inner, *below, class_=_class(column))


def _below(columns: list[dict], top: int) -> list[str]:
    return [
        element("span", text(column["label"]), class_="or-under")
        for column in columns
        if column["under"] == top
    ]


def _class(column: dict) -> str | None:
    kind = column["kind"]
    names = [STYLES.get(kind, "or-number" if kind in NUMERIC else "")]
    names += ["or-less"] if column["less"] else []
    return " ".join(filter(None, names)) or None
