""".parquet: one article per row, read in batches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, repeat
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from onrecord.load import fields, records
from onrecord.load.aliases import ABSTRACTS, LEADS
from onrecord.load.bounds import RATIO, TEXTS
from onrecord.load.draft import Item, Unreadable
from onrecord.load.source import Source
from onrecord.load.unfolded import unfolded

BATCH = 64
DAMAGED = Unreadable("stands in a damaged part of the file")
HELD = 40_000_000  # bytes of texts held at a time
TIMES = 10  # the limit that the rows of a group may have on average, to be read at all
PREFIXED = ("DELTA_BYTE_ARRAY", "DELTA_LENGTH_BYTE_ARRAY")
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
            wanted |= {name for name in names if fields.squash(name) in (*LEADS, *ABSTRACTS)}
            leaves = [file.schema.column(at) for at in range(len(file.schema))]
    texts = [
        leaf.path
        for leaf in leaves
        if leaf.physical_type == "BYTE_ARRAY" and _of(leaf.path, wanted)
    ]
    with source.open() as stream, pq.ParquetFile(stream, read_dictionary=texts) as file:
        found = chain.from_iterable(
            _rows(file, group, sorted(wanted), source.settings.max_bytes)
            for group in range(file.num_row_groups)
        )
        numbered = ((f"#{number}", row) for number, row in enumerate(_bounded(found, size), 1))
        yield from records.items(source, numbered)


def _of(path: str, columns: Collection[str]) -> bool:
    """Whether a place in a file belongs to one of its columns."""
    return any(path == name or path.startswith(f"{name}.") for name in columns)


def _bounded(rows: Iterable[Row], size: int) -> Iterator[Row]:
    unpacked = 0
    for row in rows:
        if isinstance(row, dict):
            unpacked += sum(map(_length, row.values()))
        if unpacked > max(TEXTS, RATIO * size):
            raise Unreadable(f"unpacks to more than {RATIO} times its size")
        yield row


def _rows(file: pq.ParquetFile, group: int, columns: list[str], limit: int) -> Iterator[Row]:
    """Rows of one row group; where its bytes are damaged, each row left is a reason."""
    left = file.metadata.row_group(group).num_rows
    size = _batch_size(file.metadata.row_group(group), columns, limit)
    if not size:
        yield from repeat(TOO_LARGE, left)
        return
    try:
        for batch in file.iter_batches(size, row_groups=[group], columns=columns):
            large = unfolded(batch) > limit
            for number in range(batch.num_rows):
                left -= 1
                yield TOO_LARGE if large[number] else _row(batch, number)
    except (pa.ArrowException, OSError):
        yield from repeat(DAMAGED, left)


def _batch_size(group: Any, columns: list[str], limit: int) -> int:
    """How many rows may be read at a time; 0 where a single one may be too large."""
    chunks = [group.column(at) for at in range(group.num_columns)]
    wanted = [each for each in chunks if _of(each.path_in_schema, columns)]
    whole = sum(each.total_uncompressed_size for each in wanted)
    if group.num_rows and whole > TIMES * limit * group.num_rows:
        return 0
    # texts that share their beginnings unfold to more than the file says
    shared = any(encoding in PREFIXED for each in wanted for encoding in each.encodings)
    each = limit if shared else whole // max(group.num_rows, 1)
    return max(1, min(BATCH, HELD // max(each, 1)))


def _length(value: object) -> int:
    if isinstance(value, (list, tuple)):
        return sum(map(_length, value))
    if isinstance(value, dict):
        return sum(map(_length, value.values()))
    return len(value) if isinstance(value, (str, bytes)) else 0


def _row(batch: pa.RecordBatch, number: int) -> Row:
    try:
        return {
            name: column[number].as_py()
            for name, column in zip(batch.schema.names, batch.columns, strict=True)
        }
    except (ValueError, pa.ArrowException):  # a text that is not UTF-8, a day that is none
        return UNREAD
