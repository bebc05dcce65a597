"""A table as a file that other programs open: Excel, CSV, JSON lines, Parquet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, TypeAlias

import pandas as pd

from onrecord.errors import AnalysisError
from onrecord.ownership import form_of, write_file
from onrecord.safe import for_xml

MOST_LETTERS, MOST_ROWS = 32_767, 1_048_575  # of a cell, and of a sheet below its header


Records: TypeAlias = Mapping[str, object] | Sequence[Mapping[str, object]]


def write_table(rows: pd.DataFrame | Records, path: Path, form: str | None = None) -> Path:
    """Write a table into a file; a file of the user's in its place stays.

    Args:
        rows: the table, whose row labels are left out, or records, or one of them.
        path: the file.
        form: one of `FORMS`; by default what the file's ending says.

    Raises:
        AnalysisError: the format is not known, or a sheet has no room for so many rows.
        OwnershipError: there is a file that On Record did not write.
    """
    name = form_of(path, form, FORMS)
    table = rows if isinstance(rows, pd.DataFrame) else _table(rows, nested=name in NESTED)
    return write_file(path, FORMS[name](table), "a table")


def _table(rows: Records, nested: bool) -> pd.DataFrame:
    """Records as a table; a column of several types is one of texts where lists have no place."""
    made = pd.DataFrame([rows] if isinstance(rows, Mapping) else list(rows))
    for name in made.columns if not nested else ():
        kinds = set(made[name].map(type))
        if len(kinds) > 1 or list in kinds:
            made[name] = [None if _missing(value) else _said(value) for value in made[name]]
    return made


def _missing(value: object) -> bool:
    return value is None or (isinstance(value, float) and value != value)


def _said(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _csv(rows: pd.DataFrame) -> Callable[[BinaryIO], object]:
    return lambda stream: stream.write(rows.to_csv(index=False, lineterminator="\n").encode())


def _jsonl(rows: pd.DataFrame) -> Callable[[BinaryIO], object]:
    if rows.empty:
        return lambda stream: None  # pandas would write an empty line, which is no JSON
    return lambda stream: rows.to_json(
        stream, orient="records", lines=True, force_ascii=False, date_format="iso"
    )


def _json(rows: pd.DataFrame) -> Callable[[BinaryIO], object]:
    return lambda stream: rows.to_json(
        stream, orient="records", indent=2, force_ascii=False, date_format="iso"
    )


def _parquet(rows: pd.DataFrame) -> Callable[[BinaryIO], object]:
    return lambda stream: rows.to_parquet(stream, index=False, compression="zstd")


def _xlsx(rows: pd.DataFrame) -> Callable[[BinaryIO], object]:
    if len(rows) > MOST_ROWS:
        raise AnalysisError(f"A sheet holds {MOST_ROWS:,} rows, not {len(rows):,}; write CSV.")
    return lambda stream: _book(rows, stream)


def _book(rows: pd.DataFrame, stream: BinaryIO) -> None:
    """Make a book and save it at once, as one that is never saved complains when it goes."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("table")
    sheet.freeze_panes = "A2"
    sheet.append([str(name) for name in rows])
    for row in rows.itertuples(index=False, name=None):
        cells = []
        for value in map(_value, row):
            cell = WriteOnlyCell(sheet, value)
            if isinstance(value, str):
                cell.data_type = "s"  # "=1+1" in an article is text, not a formula
            cells.append(cell)
        sheet.append(cells)
    book.save(stream)


def _value(value: object) -> str | int | float | datetime | None:
    """A cell's value; what Excel cannot hold in a text is left out of it."""
    if value is None or (not isinstance(value, str) and pd.isna(value)):
        return None
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime()
    if isinstance(value, bool | int | float | datetime):
        return value
    return for_xml(str(value))[:MOST_LETTERS]


NESTED = ("json", "jsonl")  # they hold lists and values of any type
FORMS = {"xlsx": _xlsx, "csv": _csv, "json": _json, "jsonl": _jsonl, "parquet": _parquet}
