"""Batches into a store: each is there whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pyarrow as pa

from onrecord.ownership import discard
from onrecord.ownership import place as put_in_place
from onrecord.store.engine import pq
from onrecord.store.groups import GROUP
from onrecord.store.layout import (
    ACTORS,
    BATCH_FILES,
    DAMAGED,
    HELD,
    INCOMPLETE,
    INDEX,
    INDEX_SCHEMA,
    NAMED,
    PROVENANCE,
    REJECTED,
    REMOVED,
    RUNS,
    STORIES,
    SUMS,
    TABLE_FILES,
    UNFINISHED,
    Batch,
    batches,
    own,
    place,
    read,
)
from onrecord.store.lock import unwritable
from onrecord.store.sums import sums


@dataclass(slots=True)
class Writer:
    """Adds to a store; only for who holds it by `writing`.

    Attributes:
        folder: the store.
        number: the number of the last batch.
    """

    folder: Path
    number: int

    @classmethod
    def of(cls, folder: Path) -> Writer:
        """A writer that goes on after the last batch."""
        found = batches(folder)
        return cls(folder, found[-1].number if found else 0)

    def add(self, month: str, tables: Mapping[str, pa.Table], like: Batch | None = None) -> Batch:
        """Write one batch.

        Args:
            month: of its articles, as `month_of` gives it.
            tables: the tables of the contract but `rejected`, and `index`.
            like: another batch, whose files stand for tables that are not given.

        Raises:
            StoreError: the disk is full or the folder cannot be written; nothing is left
                of the batch then.
        """
        with unwritable(self.folder):
            part = self.folder / UNFINISHED / uuid4().hex
            part.mkdir(parents=True)
            try:
                for name in (*HELD, INDEX):
                    if name in tables:
                        group = GROUP if name == "articles" else None
                        write_table(_whole(name, tables[name]), part / f"{name}.parquet", group)
                    elif like is not None:
                        _same(like.file(name), part / f"{name}.parquet")
                put_in_place(part / SUMS, sums(part, TABLE_FILES), settle=True)
                return self._move(part, month)
            except OSError:
                discard(part, BATCH_FILES)
                raise

    def remove(self, articles: Iterable[str]) -> Batch | None:
        """Say that articles are no longer there; None where there are none to remove."""
        ids = sorted(articles)
        if not ids:
            return None
        rows = [{"article_id": name, "gone": True} for name in ids]
        return self.add(REMOVED, {INDEX: pa.Table.from_pylist(rows, schema=INDEX_SCHEMA)})

    def replace(self, batch: Batch, tables: Mapping[str, pa.Table]) -> None:
        """Write a batch anew with other tables of the same articles; the rest stays."""
        self.add(batch.month, tables, batch)
        self.drop(batch)

    def drop(self, batch: Batch) -> None:
        """Take a batch away whose articles are elsewhere, in one step.

        A file in its folder that is none of its tables goes back to where it was.
        """
        with unwritable(self.folder):
            away = self.folder / UNFINISHED / uuid4().hex
            away.parent.mkdir(exist_ok=True)
            batch.folder.rename(away)
            if not discard(away, BATCH_FILES):
                away.rename(batch.folder)
            discard(batch.folder.parent, ())

    def put(self, name: str, table: pa.Table) -> None:
        """Write or replace one of the files beside the batches."""
        with unwritable(self.folder):
            put_in_place(
                self.folder / name,
                lambda stream: pq.write_table(table, stream, compression="zstd"),
                settle=True,
            )

    def mend(self, batch: Batch, index: pa.Table | None) -> None:
        """Replace the index of a batch, or only its sums."""
        with unwritable(self.folder):
            if index is not None:
                self.put(str(batch.file(INDEX).relative_to(self.folder)), index)
            put_in_place(batch.folder / SUMS, sums(batch.folder, TABLE_FILES), settle=True)

    def set_aside(self, batch: Batch) -> None:
        """Move a damaged batch out of the way, as it is."""
        with unwritable(self.folder):
            target = self.folder / DAMAGED / f"{batch.folder.parent.name}-{batch.folder.name}"
            if target.exists():
                target = target.with_name(f"{target.name}-{uuid4().hex[:8]}")
            target.parent.mkdir(exist_ok=True)
            batch.folder.rename(target)
            discard(batch.folder.parent, ())

    def sign(self, provenance: bytes) -> None:
        """Write the provenance of a run that came to its end, and the sums of what it left."""
        with unwritable(self.folder):
            told = sums(
                self.folder, (STORIES, ACTORS, REJECTED, INCOMPLETE, RUNS), {PROVENANCE: provenance}
            )
            put_in_place(self.folder / SUMS, told, settle=True)
            put_in_place(self.folder / PROVENANCE, provenance, settle=True)

    def _move(self, part: Path, month: str) -> Batch:
        self.number += 1
        index = read(part / f"{INDEX}.parquet", ["article_id"])
        ids = "\n".join(index.column("article_id").to_pylist())
        name = f"{self.number:08}-{hashlib.sha256(ids.encode()).hexdigest()[:8]}"
        target = self.folder / place(month) / name
        target.parent.mkdir(exist_ok=True)
        part.rename(target)
        _settle(target.parent)
        return Batch(self.number, target)


def _whole(name: str, table: pa.Table) -> pa.Table:
    """With columns for articles' own names; what was just read has none that differ."""
    for column in map(own, NAMED.get(name, ())):
        if column not in table.column_names:
            table = table.append_column(column, pa.nulls(table.num_rows, pa.string()))
    return table


def _same(old: Path, new: Path) -> None:
    """The same file in a second place, without a copy where the disk can."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)


def write_table(table: pa.Table, path: Path, group: int | None = None) -> None:
    """Write a Parquet file, in groups of some rows, and wait until the disk has it."""
    with path.open("wb") as stream:
        pq.write_table(table, stream, compression="zstd", row_group_size=group)
        stream.flush()
        os.fsync(stream.fileno())


def _settle(folder: Path) -> None:
    if os.name != "posix":  # elsewhere a folder cannot be opened
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
