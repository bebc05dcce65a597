""".parquet: one article per row, read in batches."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow.parquet as pq

from onrecord.load import fields, records
from onrecord.load.draft import Item
from onrecord.load.source import Source

BATCH = 256


def read(source: Source) -> Iterator[Item]:
    """Articles of a Parquet file; only the columns that fields stand in are read."""
    with source.open() as stream, pq.ParquetFile(stream) as file:
        columns = source.settings.columns
        names = file.schema_arrow.names
        fields.require_text(names, columns)
        wanted = [name for at in fields.places(names, columns).values() for name in at]
        number = 0
        for batch in file.iter_batches(BATCH, columns=sorted(set(wanted))):
            rows = batch.to_pylist()
            numbered = ((f"#{number + n}", row) for n, row in enumerate(rows, 1))
            yield from records.items(source, numbered)
            number += len(rows)
