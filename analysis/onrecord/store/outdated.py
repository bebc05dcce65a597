"""A store of an earlier version, told by the tables and columns that it does not have."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa

from onrecord import schema
from onrecord.store.engine import pq
from onrecord.store.layout import HELD, REMOVED, Batch
from onrecord.store.sums import listed


def outdated(folder: Path, batches: Iterable[Batch]) -> str | None:
    """What to say of a store that lacks tables or columns of today; None where none is missing.

    Args:
        folder: the store.
        batches: those that are looked at; a file's columns stand at its end, so that little
            is read.
    """
    for batch in batches:
        if batch.month == REMOVED:
            continue
        for table in HELD:
            lacks = _lacks(batch, table)
            if lacks:
                return (
                    f"{folder} was written by an earlier version of On Record ({lacks}); nothing "
                    "in it was touched: name another folder, or use that version."
                )
    return None


def _lacks(batch: Batch, table: str) -> str | None:
    path = batch.file(table)
    if not path.exists():  # one that was written and is gone is damage, and said as such
        sums = listed(batch.folder)
        return f"it has no table {table}" if sums and path.name not in sums else None
    try:
        there = pq.read_schema(path).names
    except (pa.ArrowException, OSError):
        return None
    missing = [name for name in schema.names(table) if name not in there]
    return f"its table {table} has no column {missing[0]}" if missing else None
