""".xlsx: one article per row, on any of the sheets."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.utils.datetime import from_excel
from openpyxl.utils.escape import unescape

from onrecord.load import fields, records
from onrecord.load.archive import check
from onrecord.load.draft import Item, Rejected, Unreadable
from onrecord.load.source import Source


def read(source: Source) -> Iterator[Item]:
    """Articles of a workbook; the first row of each sheet that is not empty is its header.

    Where there are several sheets, a record's path names its sheet.
    """
    data = source.read(many=True)
    check(data)
    book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
    try:
        sheets = [(sheet.title, _rows(sheet)) for sheet in book.worksheets]
        several = len(sheets) > 1
        for title, rows in sheets:
            header = next(rows, None)
            if header is None:
                continue
            place = f"/{title}" if several else ""
            names = ["" if value is None else str(value) for value in header]
            try:
                fields.require_text(names, source.settings.columns)
            except Unreadable as fault:
                yield Rejected(source.path + place, str(fault))
                continue
            found = enumerate(_records(names, rows, book.epoch, source), 1)
            yield from records.items(source, ((f"{place}#{n}", row) for n, row in found))
    finally:
        book.close()


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()  # some programs write a wrong size, which would hide rows
    for row in sheet.iter_rows(values_only=True):
        if any(value is not None and str(value).strip() for value in row):
            yield tuple(unescape(v) if isinstance(v, str) else v for v in row)


def _records(
    names: list[str], rows: Iterator[tuple[Any, ...]], epoch: Any, source: Source
) -> Iterator[dict[str, Any]]:
    dated = fields.places(names, source.settings.columns).get("published", [])
    for row in rows:
        record = {name: value for name, value in zip(names, row, strict=False) if name}
        for name in dated:
            # in a workbook, a bare number in a column of dates counts days
            if isinstance(record.get(name), (int, float)) and 1 <= record[name] < 100_000:
                record[name] = from_excel(record[name], epoch)
        yield record
