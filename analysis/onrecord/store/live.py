"""The rows of a store that count: as Arrow tables, and as SQL over its files."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from onrecord.errors import StoreError
from onrecord.store import views
from onrecord.store.layout import (
    HELD,
    NAMED,
    REMOVED,
    UNKNOWN,
    Batch,
    arrow_schema,
    month_of,
    own,
    read,
)
from onrecord.store.outdated import outdated
from onrecord.store.state import State


@dataclass(frozen=True)
class Live:
    """The rows that count, in the months that are wanted; as `Reading` has them."""

    folder: Path
    since: date | None
    until: date | None
    named: bool

    @cached_property
    def state(self) -> State:
        """Its batches and which of their articles count."""
        return State.of(self.folder)

    @cached_property
    def batches(self) -> list[tuple[int, Batch, frozenset[str] | None]]:
        """Batches in the months wanted, with the articles that count where not all do."""
        low = "" if self.since is None else month_of(self.since)
        high = "\uffff" if self.until is None else month_of(self.until)
        known = self.since is None and self.until is None
        found = []
        for b, batch in enumerate(self.state.batches):
            month = batch.month
            if month == REMOVED or not (known if month == UNKNOWN else low <= month <= high):
                continue
            found.append((b, batch, self.state.dirty.get(b)))
        return found

    @property
    def undated(self) -> int:
        """Articles without a date of publication, whichever months are read."""
        months = [batch.month for batch in self.state.batches]
        return sum(months[b] == UNKNOWN for b in self.state.live.batch)

    def rows(
        self,
        table: str,
        columns: list[str] | None = None,
        batches: Collection[int] | None = None,
        articles: pa.Array | None = None,
    ) -> pa.Table:
        """Rows that count; with `batches` only of these, with `articles` only of those.

        Raises:
            StoreError: a file is damaged, or of another version.
        """
        columns = columns or arrow_schema(table).names
        parts = [arrow_schema(table).empty_table().select(columns)]
        try:
            for number, batch, keep in self.batches:
                if batches is not None and number not in batches:
                    continue
                part = self._named(table, batch, columns, articles)
                counts = None if keep is None else pa.array(sorted(keep), pa.string())
                for wanted in (counts, articles):
                    if wanted is not None:
                        part = part.filter(pc.is_in(part.column("article_id"), wanted))
                parts.append(part)
            return pa.concat_tables(parts)
        except (StoreError, pa.ArrowException) as error:
            told = f"{self.folder} holds a table {table} of another version: {error}"
            told = str(error) if isinstance(error, StoreError) else told
            raise StoreError(outdated(self.folder, self.state.batches) or told) from error

    def view(self, table: str, *, numbered: bool = False) -> str:
        """A table in SQL; numbered, with the `file_row_number` of each row."""
        asked = table, numbered
        if asked not in self._views:
            self._views[asked] = self._view(table, numbered)
        return self._views[asked]

    @cached_property
    def _views(self) -> dict[tuple[str, bool], str]:
        return {}

    @cached_property
    def _place(self) -> str:
        return self.folder.resolve().as_posix()

    def _shown(self, path: Path) -> str:
        return f"{self._place}/{path.relative_to(self.folder).as_posix()}"

    def _view(self, table: str, numbered: bool) -> str:
        clean = [self._shown(batch.file(table)) for _, batch, keep in self.batches if keep is None]
        dirty = [
            self._shown(batch.file(table)) for _, batch, keep in self.batches if keep is not None
        ]
        return views.rows(table, clean, dirty, named=self.named, numbered=numbered)

    def files(self) -> list[str]:
        """Whole paths of the files that views read."""
        return [self._shown(batch.file(t)) for _, batch, _ in self.batches for t in HELD]

    def dead(self) -> pa.Table:
        """Batch and article_id of rows that no longer count, for the views as `_dead`."""
        index, batches = self.state.index, self.state.batches
        dead = index[~index["last"] & ~index.gone]
        folders = [self._shown(batches[b].folder) for b in dead.batch]
        return pa.table(
            {
                "batch": pa.array(folders, pa.string()),
                "article_id": pa.array(list(dead.article_id), pa.string()),
            }
        )

    def _named(
        self, table: str, batch: Batch, columns: list[str], articles: pa.Array | None
    ) -> pa.Table:
        if self.named or table not in NAMED:
            return read(batch.file(table), columns, articles)
        first = [name for name in NAMED[table] if name in columns]
        rows = read(batch.file(table), [*columns, *map(own, first)], articles)
        for name in first:
            at = rows.column_names.index(name)
            values = pc.coalesce(rows.column(own(name)), rows.column(name))
            rows = rows.set_column(at, rows.schema.field(at), values)
        return rows.select(columns)
