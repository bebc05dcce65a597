""".xlsx: one article per row, on any of the sheets."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.utils.datetime import from_excel
from openpyxl.utils.escape import unescape
from openpyxl.worksheet._reader import VALUE_TAG, WorkSheetParser

from onrecord.load import fields, records
from onrecord.load.archive import check
from onrecord.load.bounds import RATIO
from onrecord.load.draft import Item, Rejected, Unreadable
from onrecord.load.source import Source


def read(source: Source) -> Iterator[Item]:
    """Articles of a workbook; the first row of each sheet that is not empty is its header.

    Where there are several sheets, a record's path names its sheet.
    """
    data = source.read(many=True)
    check(data, len(data) * RATIO)
    book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
    try:
        sheets = [(sheet.title, _rows(book, sheet)) for sheet in book.worksheets]
        several = len(sheets) > 1
        for title, rows in sheets:
            header = next(rows, None)
            if header is None:
                continue
            place = f"/{title}" if several else ""
            names = {at: str(value) for at, value in header.items()}
            try:
                fields.require_text(names.values(), source.settings.columns)
            except Unreadable as fault:
                yield Rejected(source.path + place, str(fault))
                continue
            found = enumerate(_records(names, rows, book.epoch, source), 1)
            yield from records.items(source, ((f"{place}#{n}", row) for n, row in found))
    finally:
        book.close()


class _Parser(WorkSheetParser):
    """Reads cells one by one: a broken one is empty, and no gap between them is filled."""

    def parse_cell(self, element: Any) -> dict[str, Any]:
        try:
            return super().parse_cell(element)
        except (ValueError, LookupError, TypeError, AttributeError):
            value = element.findtext(VALUE_TAG)
            return {"row": self.row_counter, "column": self.col_counter, "value": value}


def _rows(book: Any, sheet: Any) -> Iterator[dict[int, Any]]:
    """The cells of each row by column, from 1, where one holds more than white space.

    A row far down or a cell far right costs no more than its neighbours.
    """
    with sheet._get_source() as stream:
        parser = _Parser(
            stream,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for _, cells in parser.parse():
            row = {cell["column"]: cell["value"] for cell in cells if cell["value"] is not None}
            if any(str(value).strip() for value in row.values()):
                yield {at: unescape(v) if isinstance(v, str) else v for at, v in row.items()}


def _records(
    names: dict[int, str], rows: Iterator[dict[int, Any]], epoch: Any, source: Source
) -> Iterator[dict[str, Any]]:
    dated = fields.places(names.values(), source.settings.columns).get("published", [])
    for row in rows:
        record = {name: row.get(at) for at, name in names.items()}
        for name in dated:
            # in a workbook, a bare number in a column of dates counts days
            value = record.get(name)
            if isinstance(value, (int, float)) and 1 <= value < 100_000:
                record[name] = from_excel(value, epoch)
        yield record
