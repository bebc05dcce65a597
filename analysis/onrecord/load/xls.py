""".xls: one article per row; text and pages that are only called so, too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from io import StringIO
from typing import Any

import lxml.html
import xlrd
from xlrd.xldate import xldate_as_datetime

from onrecord.load import delimited, fields, markup, records, workbook
from onrecord.load.bounds import PACKED
from onrecord.load.draft import Item, Rejected, Unreadable
from onrecord.load.encoding import decode
from onrecord.load.source import Source

OLD = (b"\xd0\xcf\x11\xe0", b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
DATE = 3  # the type of a cell that holds a day


def read(source: Source) -> Iterator[Item]:
    """Articles of a workbook; the first row of each sheet that is not empty is its header."""
    with source.open() as stream:
        head = stream.read(512)
    if head.startswith(b"PK"):
        yield from workbook.read(source)
    elif not head.startswith(OLD):
        page = b"<" in head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1]
        yield from _page(source) if page else delimited.read(replace(source, kind=".csv"))
    else:
        yield from _book(source)


def _book(source: Source) -> Iterator[Item]:
    # rows are as long as what stands in them: one cell far right costs no more than itself
    try:
        book = xlrd.open_workbook(
            file_contents=source.read(limit=PACKED), ragged_rows=True, logfile=StringIO()
        )
    except xlrd.XLRDError as error:
        raise Unreadable("is damaged, locked by a password, or of another format") from error
    several = book.nsheets > 1
    for number in range(book.nsheets):
        sheet = book.sheet_by_index(number)
        rows = (
            [_value(cell, book.datemode) for cell in sheet.row(at)] for at in range(sheet.nrows)
        )
        yield from sheet_items(source, f"/{sheet.name}" if several else "", rows)


def sheet_items(source: Source, place: str, rows: Iterator[list[Any]]) -> Iterator[Item]:
    """The articles of one sheet, or why it has none.

    Args:
        source: the workbook.
        place: what a record's path has behind the file's.
        rows: values, the header first.
    """
    filled = (row for row in rows if any(str(value or "").strip() for value in row))
    header = [str(value or "").strip() for value in next(filled, [])]
    if not header:
        return
    try:
        fields.require_text(header, source.settings.columns)
    except Unreadable as fault:
        yield Rejected(source.path + place, str(fault))
        return
    found = (dict(zip(header, row, strict=False)) for row in filled)
    yield from records.items(source, ((f"{place}#{n}", row) for n, row in enumerate(found, 1)))


def _value(cell: Any, mode: int) -> Any:
    if cell.ctype != DATE:
        return cell.value
    try:
        moment: datetime = xldate_as_datetime(cell.value, mode)
    except (ValueError, OverflowError):
        return None
    return moment


def _page(source: Source) -> Iterator[Item]:
    """A table of a page, as some programs save it under this name."""
    tables = lxml.html.fromstring(decode(source.read(many=True))).iter("table")
    table = max(tables, key=lambda each: len(each.findall(".//tr")), default=None)
    if table is None:
        raise Unreadable("holds no table")
    rows = ([_cell(cell) for cell in row.xpath("./td|./th")] for row in table.iter("tr"))
    yield from sheet_items(source, "", rows)


def _cell(cell: Any) -> str:
    return markup.plain(lxml.html.tostring(cell, encoding="unicode", with_tail=False))
