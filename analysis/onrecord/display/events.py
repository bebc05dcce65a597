"""Events that the user names in a file, to be marked on charts of time."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from onrecord.errors import ReportError, why

DAYS, LABELS = ("day", "date", "published"), ("event", "label", "title", "name")

Event = tuple[str, str]


def read_events(file: str | Path) -> tuple[Event, ...]:
    """Day (like 2031-03-02) and label of each event, in order of time.

    Args:
        file: a CSV file with a column `day` (or `date`) and a column `event` (or `label`,
            `title`, `name`); empty for none. Other columns are passed over.

    Raises:
        ReportError: the file cannot be read, a column is missing, or a day is none.

    >>> read_events("")
    ()
    """
    if not str(file):
        return ()
    name = Path(file).name
    try:
        with Path(file).open(encoding="utf-8-sig", newline="") as stream:
            head = stream.readline()
            stream.seek(0)
            mark = ";" if head.count(";") > head.count(",") else ","
            lines = csv.DictReader(stream, delimiter=mark)
            columns = {str(head).strip().lower(): head for head in lines.fieldnames or ()}
            day, label = (_column(columns, wanted, name) for wanted in (DAYS, LABELS))
            found = [_event(line.get(day), line.get(label), name, lines.line_num) for line in lines]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReportError(f"The events in {file} cannot be read: {why(error)}.") from error
    return tuple(sorted(event for event in found if event))


def _column(columns: dict[str, str], wanted: tuple[str, ...], name: str) -> str:
    for each in wanted:
        if each in columns:
            return columns[each]
    raise ReportError(f"{name} has no column `{wanted[0]}`; events need the columns day and event.")


def _event(day: str | None, label: str | None, name: str, line: int) -> Event | None:
    day, label = (" ".join((value or "").split()) for value in (day, label))
    if not day and not label:
        return None  # an empty line
    try:
        at = date.fromisoformat(day)
    except ValueError:
        raise ReportError(
            f"Line {line} of {name} has no day like 2025-06-02, but {day!r}."
        ) from None
    if not label:
        raise ReportError(f"Line {line} of {name} names no event.")
    return at.isoformat(), label
