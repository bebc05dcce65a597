"""Tables saved in one piece: a folder of one Parquet file per table, and the provenance."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, NamedTuple

import pandas as pd
import pyarrow as pa

from onrecord import ownership, schema, store
from onrecord.errors import SchemaError, StoreError
from onrecord.ownership import Output
from onrecord.store.engine import pq
from onrecord.store.layout import PROVENANCE, STORIES

KIND = "tables"


class Piece(NamedTuple):
    """What stands in such a folder; see `Tables`."""

    frames: dict[str, pd.DataFrame]
    provenance: dict
    stories: pd.DataFrame | None


def save(folder: Path, piece: Piece) -> None:
    """Write tables into a folder.

    Raises:
        StoreError: the folder cannot be written, or is a store.
        OwnershipError: it holds files in their place that On Record did not write.
    """
    with store.unwritable(folder):
        ownership.reach(folder.resolve())
    claim(folder)
    try:
        with Output(folder, KIND) as output:
            for name, rows in piece.frames.items():
                output.write(f"{name}.parquet", _parquet(schema.check(name, rows)))
            if piece.stories is not None:
                output.write(STORIES, _parquet(piece.stories))
            said = json.dumps(piece.provenance, indent=2, default=str)
            output.write(PROVENANCE, said.encode())
    except OSError as error:
        told = f"Cannot write tables into {folder}: {error.strerror or error}."
        raise StoreError(told) from error


def claim(folder: Path) -> None:
    """Make sure that tables can be written into a folder.

    Raises:
        StoreError: it is a store.
        OwnershipError: it holds files in their place that On Record did not write, or is closed.
    """
    if store.holds(folder):
        raise StoreError(f"{folder} is a store that runs add to; save into another folder.")
    names = [*(f"{name}.parquet" for name in schema.TABLES), STORIES, PROVENANCE]
    ownership.claim(folder, names, KIND)


def read(folder: Path, names: Iterable[str]) -> Piece:
    """Read tables from a folder.

    Args:
        folder: that `save` wrote.
        names: of the tables.

    Raises:
        StoreError: the folder holds no tables, or a damaged or foreign one.
    """
    if not folder.is_dir():
        what = "is a file, no folder of tables" if folder.exists() else "is not there"
        raise StoreError(f"{folder} {what}; `onrecord analyse PATHS --into FOLDER` makes one.")
    frames = {name: _table(folder, name) for name in names}
    try:
        provenance = json.loads((folder / PROVENANCE).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise StoreError(f"{folder / PROVENANCE} cannot be read: {error}") from error
    beside = folder / STORIES
    stories = pq.read_table(beside).to_pandas() if beside.is_file() else None
    return Piece(frames, provenance, stories)


def _table(folder: Path, name: str) -> pd.DataFrame:
    path = folder / f"{name}.parquet"
    if not path.is_file():
        raise StoreError(
            f"{folder} holds no table {name}; `onrecord analyse PATHS --into {folder}` writes one."
        )
    try:
        found = pq.read_table(path).to_pandas()
        dtypes = {column.name: column.dtype for column in schema.TABLES[name]}
        return schema.check(name, found.astype(dtypes))
    except (pa.ArrowException, SchemaError, KeyError, ValueError) as error:
        raise StoreError(f"{path} is damaged or of another version: {error}") from error


def _parquet(rows: pd.DataFrame) -> Callable[[BinaryIO], None]:
    """Writes rows as a Parquet file."""
    table = pa.Table.from_pandas(rows, preserve_index=False)
    return lambda stream: pq.write_table(table, stream, compression="zstd")
