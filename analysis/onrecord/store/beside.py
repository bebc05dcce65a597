"""The files beside the batches: of the last run, and of the corpus as a whole."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pyarrow as pa

from onrecord.errors import StoreError
from onrecord.store.layout import PROVENANCE, RUNS, RUNS_SCHEMA, damaged, read


def provenance(folder: Path) -> dict:
    """The last run, with `complete` false where it did not come to its end.

    Raises:
        StoreError: the file is damaged.
    """
    path = folder / PROVENANCE
    try:
        said = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise StoreError(damaged(path, error)) from error
    if not isinstance(said, dict):
        raise StoreError(damaged(path, ValueError("it tells of no run")))
    return said


def beside(folder: Path, name: str, columns: pa.Schema) -> pa.Table:
    """A file beside the batches; before the first run has ended there may be none.

    Args:
        folder: the store.
        name: of the file.
        columns: those that are read.

    Raises:
        StoreError: the file is damaged, or gone though the last run came to its end.
    """
    path = folder / name
    if not path.exists() and not _ended(folder):
        return columns.empty_table()
    try:
        return read(path).select(columns.names).cast(columns)
    except (pa.ArrowException, KeyError) as error:
        raise StoreError(damaged(path, error)) from error


def runs(folder: Path) -> pd.DataFrame | None:
    """Which run brought each article: article_id, run (UTC); None in a store that tells none.

    Stores that were written before runs were told apart have no such file until a run adds it.
    """
    if not (folder / RUNS).is_file():
        return None
    return beside(folder, RUNS, RUNS_SCHEMA).to_pandas()


def _ended(folder: Path) -> bool:
    """Whether the last run came to its end, so that all files are there."""
    said = provenance(folder) if (folder / PROVENANCE).exists() else {}
    return bool(said.get("complete") and said.get("store"))
