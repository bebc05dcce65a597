""".csv and .tsv: one article per row."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TextIO

from onrecord.load import fields, records
from onrecord.load.bounds import COLUMNS
from onrecord.load.draft import Item, Unreadable
from onrecord.load.encoding import open_text
from onrecord.load.source import Source, in_words

DELIMITERS = ",;\t|"


def read(source: Source) -> Iterator[Item]:
    """Articles of a table with a header; the delimiter is the header's commonest."""
    limit = source.settings.max_bytes
    with open_text(source) as stream:
        header, rows = table(stream, limit)
        if not header:
            raise Unreadable("is empty")
        fields.require_text(header, source.settings.columns)
        yield from records.items(source, ((f"#{n}", row) for n, row in enumerate(rows, 1)))


def table(stream: TextIO, limit: int) -> tuple[list[str], Iterator[dict[str, str] | Unreadable]]:
    r"""Header and rows of delimited text; a broken row is a reason, the others stay.

    Args:
        stream: text, its newlines as `\n`.
        limit: most characters of one value.

    >>> import io
    >>> header, rows = table(io.StringIO("title;text\nTalks stall;Both left.\n"), 100)
    >>> list(rows)
    [{'title': 'Talks stall', 'text': 'Both left.'}]
    """
    # the csv module has one limit for the whole process, so it is only ever raised
    csv.field_size_limit(max(csv.field_size_limit(), limit))
    first = ""
    while not first.strip():
        first = stream.readline(limit)
        if not first:
            return [], iter(())
    delimiter = max(DELIMITERS, key=_outside_quotes(first).count)
    rows = Rows(chain([first], stream), delimiter)
    try:
        header = rows.next() or []
    except csv.Error as error:
        raise Unreadable("has a header that cannot be read") from error
    while header and not header[-1].strip():
        header.pop()
    if len(header) > COLUMNS:
        raise Unreadable(f"has more than {COLUMNS} columns")
    return header, _records(rows, header, limit)


class Rows:
    """Rows of delimited lines; after a broken one, the next whole row is found again.

    A quotation mark that is not closed runs on into the rows below it. So the lines that a
    broken row took are read once more, all but the first.

    Attributes:
        line: number of the last line that was read, from 1.
    """

    def __init__(self, lines: Iterable[str], delimiter: str) -> None:
        self.line = 0
        self._lines = iter(lines)
        self._again: list[str] = []  # lines to be read once more, the next one last
        self._taken: list[str] = []  # lines of the last row
        self._reader = csv.reader(self, delimiter=delimiter, strict=True)

    def __iter__(self) -> Iterator[str]:
        """The lines, as the csv module wants them."""
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._lines)
        self._taken.append(line)
        self.line += 1
        return line

    def next(self) -> list[str] | None:
        """The next row; None after the last.

        Raises:
            csv.Error: it is broken.
        """
        self._taken = []
        return next(self._reader, None)

    def find(self, values: int) -> None:
        """Pass over what is left of a broken row, to the next row of so many values."""
        while self._taken:
            self._return(self._taken[1:])
            try:
                row = self.next()
            except csv.Error:
                continue
            even = sum(line.count('"') for line in self._taken) % 2 == 0
            if row is None or (len(row) == values and even):
                self._return(self._taken)
                return

    def _return(self, lines: list[str]) -> None:
        self._again += reversed(lines)
        self.line -= len(lines)


def _records(rows: Rows, header: list[str], limit: int) -> Iterator[dict[str, str] | Unreadable]:
    while True:
        first = rows.line + 1
        try:
            row = rows.next()
        except csv.Error as error:
            rows.find(len(header))
            yield Unreadable(_fault(error, first, rows.line, limit))
            continue
        if row is None:
            return
        if not any(value.strip() for value in row):
            continue
        if any(value.strip() for value in row[len(header) :]):
            yield Unreadable(f"has {len(row)} values for {len(header)} columns")
            continue
        missing = [""] * (len(header) - len(row))
        yield dict(zip(header, row + missing, strict=False))


def _fault(error: csv.Error, first: int, last: int, limit: int) -> str:
    where = f"line {first}" if first >= last else f"lines {first} to {last}"
    if "larger than" in str(error):
        return f"is larger than {in_words(limit)} ({where})"
    return f"has quotation marks that are not doubled or not closed ({where})"


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
