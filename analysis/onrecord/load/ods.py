""".ods: one article per row of an OpenDocument table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from onrecord.load.bounds import COLUMNS
from onrecord.load.draft import Item
from onrecord.load.opendocument import TEXT, events, words
from onrecord.load.source import Source
from onrecord.load.xls import sheet_items

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
REPEATED = f"{TABLE}number-columns-repeated"


def read(source: Source) -> Iterator[Item]:
    """Articles of the sheets; the first row of each that is not empty is its header."""
    for name, rows in groupby(_rows(source), key=lambda row: row[0]):
        place = "" if name is None else f"/{name}"
        yield from sheet_items(source, place, (values for _, values in rows))


def _rows(source: Source) -> Iterator[tuple[str | None, list[Any]]]:
    """Each row with the name of its sheet, which is None for the first.

    A row that stands for many alike is one.
    """
    first: Any = None
    for row in events(source, f"{TABLE}table-row"):
        sheet = next(row.iterancestors(f"{TABLE}table"), None)
        if sheet is None:
            continue
        first = sheet if first is None else first
        yield (None if sheet is first else sheet.get(f"{TABLE}name") or "?"), _values(row)
        row.clear()


def _values(row: Any) -> list[Any]:
    values: list[Any] = []
    for cell in row:
        if cell.tag not in CELLS:
            continue
        value = _value(cell)
        count = cell.get(REPEATED) or "1"
        times = int(count) if count.isdigit() else 1
        room = COLUMNS - len(values)
        # what is empty far to the right takes no room
        values += [value] * min(times if value else min(times, 500), room)
    return values


def _value(cell: Any) -> Any:
    if day := cell.get(f"{OFFICE}date-value"):
        return day
    return "\n".join(words(part) for part in cell.iter(f"{TEXT}p", f"{TEXT}h"))
