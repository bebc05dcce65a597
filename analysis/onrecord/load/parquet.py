""".parquet: one article per row, read in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from onrecord.load import fields, records
from onrecord.load.aliases import LEADS
from onrecord.load.bounds import RATIO, TEXTS
from onrecord.load.draft import Item, Unreadable
from onrecord.load.source import Source

BATCH = 64
DAMAGED = Unreadable("stands in a damaged part of the file")
TOO_LARGE = Unreadable("holds a text that is too large")
UNREAD = Unreadable("holds a value that cannot be read")

Row = dict[str, Any] | Unreadable


def read(source: Source) -> Iterator[Item]:
    """Articles of a Parquet file; only the columns that fields stand in are read.

    A value that many rows share stays one until its row is read.
    """
    with source.open() as stream:
        size = stream.seek(0, 2)
        with pq.ParquetFile(stream) as file:
            columns = source.settings.columns
            names = file.schema_arrow.names
            fields.require_text(names, columns)
            wanted = {name for at in fields.places(names, columns).values() for name in at}
            wanted |= {name for name in names if fields.squash(name) in LEADS}
    texts = [name for name in wanted if _is_text(file.schema_arrow.field(name).type)]
    with source.open() as stream, pq.ParquetFile(stream, read_dictionary=texts) as file:
        found = chain.from_iterable(
            _rows(file, group, sorted(wanted), source.settings.max_bytes)
            for group in range(file.num_row_groups)
        )
        numbered = ((f"#{number}", row) for number, row in enumerate(_bounded(found, size), 1))
        yield from records.items(source, numbered)


def _is_text(kind: pa.DataType) -> bool:
    return pa.types.is_string(kind) or pa.types.is_binary(kind)


def _bounded(rows: Iterable[Row], size: int) -> Iterator[Row]:
    unpacked = 0
    for row in rows:
        if isinstance(row, dict):
            unpacked += sum(len(value) for value in row.values() if isinstance(value, str))
        if unpacked > max(TEXTS, RATIO * size):
            raise Unreadable(f"unpacks to more than {RATIO} times its size")
        yield row


def _rows(file: pq.ParquetFile, group: int, columns: list[str], limit: int) -> Iterator[Row]:
    """Rows of one row group; where its bytes are damaged, each row left is a reason."""
    left = file.metadata.row_group(group).num_rows
    try:
        for batch in file.iter_batches(BATCH, row_groups=[group], columns=columns):
            large = _large(batch, limit)
            for number in range(batch.num_rows):
                left -= 1
                yield TOO_LARGE if large[number] else _row(batch, number)
    except (pa.ArrowException, OSError):
        yield from repeat(DAMAGED, left)


def _large(batch: pa.RecordBatch, limit: int) -> list[bool]:
    """Which rows hold a text beyond the limit, before any is unfolded."""
    found = [False] * batch.num_rows
    for column in batch.columns:
        if pa.types.is_dictionary(column.type):
            sizes = pc.binary_length(column.dictionary).take(column.indices)
            found = [a or (b or 0) > limit for a, b in zip(found, sizes.to_pylist(), strict=True)]
    return found


def _row(batch: pa.RecordBatch, number: int) -> Row:
    try:
        return {
            name: column[number].as_py()
            for name, column in zip(batch.schema.names, batch.columns, strict=True)
        }
    except (ValueError, pa.ArrowException):  # a text that is not UTF-8, a day that is none
        return UNREAD
