""".parquet: one article per row, read in batches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from onrecord.load import fields, records
from onrecord.load.draft import Item, Unreadable
from onrecord.load.source import Source

BATCH = 256
DAMAGED = Unreadable("stands in a damaged part of the file")


def read(source: Source) -> Iterator[Item]:
    """Articles of a Parquet file; only the columns that fields stand in are read."""
    with source.open() as stream, pq.ParquetFile(stream) as file:
        columns = source.settings.columns
        names = file.schema_arrow.names
        fields.require_text(names, columns)
        wanted = [name for at in fields.places(names, columns).values() for name in at]
        number = 0
        for group in range(file.num_row_groups):
            for rows in _batches(file, group, sorted(set(wanted))):
                numbered = ((f"#{number + n}", row) for n, row in enumerate(rows, 1))
                yield from records.items(source, numbered)
                number += len(rows)


def _batches(file: pq.ParquetFile, group: int, columns: list[str]) -> Iterator[list[Any]]:
    """Rows of one row group; where its bytes are damaged, each row left is a reason."""
    left = file.metadata.row_group(group).num_rows
    try:
        for batch in file.iter_batches(BATCH, row_groups=[group], columns=columns):
            left -= batch.num_rows
            yield _rows(batch)
    except (pa.ArrowException, OSError):
        while left > 0:
            yield [DAMAGED] * min(left, BATCH)
            left -= BATCH


def _rows(batch: pa.RecordBatch) -> list[Any]:
    try:
        return batch.to_pylist()
    except (ValueError, pa.ArrowException):  # one value of it cannot be read
        if batch.num_rows == 1:
            return [Unreadable("holds a value that cannot be read")]
        return [row for n in range(batch.num_rows) for row in _rows(batch.slice(n, 1))]
