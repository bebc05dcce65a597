"""Every damage of a store, found by the checksums that were written with its files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from onrecord.errors import StoreError
from onrecord.ownership import place
from onrecord.store.layout import (
    ACTORS,
    FORMAT,
    INCOMPLETE,
    MARK,
    PROVENANCE,
    REJECTED,
    RUNS,
    RUNS_SCHEMA,
    STORIES,
    STORIES_SCHEMA,
    Batch,
    arrow_schema,
    batches,
    check,
    read,
)
from onrecord.store.state import State
from onrecord.store.sums import batch_faults, faults, listed

BESIDE = {
    STORIES: STORIES_SCHEMA,
    ACTORS: arrow_schema("actors"),
    REJECTED: arrow_schema("rejected"),
    INCOMPLETE: arrow_schema("rejected"),
    RUNS: RUNS_SCHEMA,
}
LOST = "articles of the last run"


@dataclass(frozen=True, slots=True)
class Damage:
    """A file that is not as it was written.

    Attributes:
        name: of the file, or of what is missing.
        what: is wrong, to be read after the name.
        batch: that it belongs to; None for a file beside the batches.
        path: where it lies, below the store.
    """

    name: str
    what: str
    batch: Batch | None
    path: str

    def __str__(self) -> str:
        return f"{self.path} {self.what}"


def inspect(folder: Path, *, whole: bool = True) -> list[Damage]:
    """What is damaged in a store; empty where nothing is.

    Args:
        folder: the store.
        whole: read every file; otherwise those alone that were written to after their run.

    Raises:
        StoreError: it is no store, or one of another version.
    """
    if not marked(folder):
        return [Damage(MARK, "is damaged", None, MARK), *_inspected(folder, whole)]
    check(folder)
    return list(_inspected(folder, whole))


def marked(folder: Path) -> bool:
    """Whether what marks a store can be read.

    Raises:
        StoreError: there is neither a mark nor a batch.
    """
    try:
        return "format" in json.loads((folder / MARK).read_bytes())
    except (OSError, ValueError, TypeError) as error:
        if batches(folder):
            return False
        raise StoreError(f"{folder} is no store; `onrecord analyse` makes one.") from error


def mark(folder: Path) -> None:
    """Mark a store again whose mark is damaged; another's is left."""
    if not marked(folder):
        place(folder / MARK, json.dumps({"format": FORMAT}).encode(), settle=True)


def _inspected(folder: Path, whole: bool) -> Iterator[Damage]:
    found = []
    for batch in batches(folder):
        place = batch.folder.relative_to(folder).as_posix()
        known = listed(batch.folder)
        for name, what in batch_faults(batch, whole=whole):
            found.append(Damage(name, what, batch, f"{place}/{name}"))
        met = {damage.name for damage in found if damage.batch == batch}
        for path in sorted(batch.folder.glob("*.parquet")) if whole else []:
            if path.name not in known and path.name not in met and broken(path):
                found.append(Damage(path.name, "cannot be read", batch, f"{place}/{path.name}"))
    yield from found
    yield from _beside(folder, whole)
    if whole and not any(damage.name == "index.parquet" for damage in found):
        yield from _missing(folder)


def _beside(folder: Path, whole: bool) -> Iterator[Damage]:
    said = provenance(folder)
    signed = bool(said and said.get("complete") and said.get("store"))
    if said is None and ((folder / PROVENANCE).exists() or batches(folder)):
        yield Damage(PROVENANCE, "is missing or damaged", None, PROVENANCE)
    met = set()
    # sums are those of the last run that came to its end
    for name, what in faults(folder, BESIDE, whole=whole) if signed else ():
        met.add(name)
        yield Damage(name, what, None, name)
    for name in BESIDE:
        if name not in met and broken(folder / name):
            yield Damage(name, "cannot be read", None, name)


def _missing(folder: Path) -> Iterator[Damage]:
    said = provenance(folder) or {}
    if said.get("complete") and said.get("store") not in (None, State.of(folder).stamp):
        yield Damage(LOST, "are missing: a folder of them is gone or was added", None, LOST)


def provenance(folder: Path) -> dict | None:
    """What the last run said; None where it cannot be understood."""
    try:
        said = json.loads((folder / PROVENANCE).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return said if isinstance(said, dict) else None


def broken(path: Path) -> bool:
    """Whether a table cannot be read, or has other columns; one that is not there can."""
    if not path.exists():
        return False
    columns = BESIDE.get(path.name) or arrow_schema(path.stem)
    try:
        read(path).select(columns.names).cast(columns)
    except (StoreError, pa.ArrowException, KeyError):
        return True
    return False
