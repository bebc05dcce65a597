""".csv and .tsv: one article per row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any, TextIO

from onrecord.load import fields, records
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
    reader = csv.reader(_again(first, stream), delimiter=delimiter, strict=True)
    try:
        header = next(reader)
    except csv.Error as error:
        raise Unreadable("has a header that cannot be read") from error
    while header and not header[-1].strip():
        header.pop()
    return header, _rows(reader, header, limit)


def _rows(reader: Any, header: list[str], limit: int) -> Iterator[dict[str, str] | Unreadable]:
    while True:
        before = reader.line_num
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Unreadable(_fault(error, before + 1, reader.line_num, limit))
            continue
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


def _again(first: str, stream: TextIO) -> Iterator[str]:
    yield first
    yield from stream


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
