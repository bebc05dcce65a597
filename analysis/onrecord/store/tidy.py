"""Dead rows cleared away, and small batches of a month joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from onrecord.store.layout import HELD, INDEX, Batch, read
from onrecord.store.state import State
from onrecord.store.write import Writer

FEW = 1000  # articles; batches below it are joined when a month has many of them
MANY = 8
MOST = 4000  # articles of a joined batch, so that memory stays flat


def tidy(folder: Path, state: State, writer: Writer) -> bool:
    """Rewrite what holds dead rows or is too small; returns whether anything changed.

    Safe at any moment: what is rewritten is there twice for a while, with equal rows, and
    the later one counts.

    Raises:
        StoreError: a batch is damaged, or the folder cannot be written.
    """
    sizes = state.live.groupby("batch").size().to_dict()
    tombs = set(state.tombs)
    changed = False
    for group in _groups(state, sizes, tombs):
        if any(sizes.get(b, 0) for b in group):
            month = state.batches[group[0]].month
            writer.add(month, joined(state, group))
        for b in group:
            writer.drop(state.batches[b])
        changed = True
    # last of all, as a batch that is still there may hold rows of what they removed
    for b in sorted(tombs):
        writer.drop(state.batches[b])
    return changed or bool(tombs)


def joined(state: State, group: Sequence[int]) -> dict[str, pa.Table]:
    """The rows of some batches that count, as one."""
    parts = [list(rows(state.batches[b], state.dirty.get(b))) for b in group]
    return {
        name: pa.concat_tables([part[at] for part in parts]).combine_chunks()
        for at, name in enumerate((*HELD, INDEX))
    }


def rows(batch: Batch, keep: frozenset[str] | None) -> Iterator[pa.Table]:
    """Each table of a batch, only rows of some articles (None: of all)."""
    wanted = None if keep is None else pa.array(sorted(keep), pa.string())
    for name in (*HELD, INDEX):
        table = read(batch.file(name))
        if wanted is not None:
            table = table.filter(pc.is_in(table.column("article_id"), wanted))
        yield table


def _groups(state: State, sizes: dict[int, int], tombs: set[int]) -> Iterator[list[int]]:
    """Batches to be written anew as one."""
    by_month: dict[str, list[int]] = defaultdict(list)
    for b, batch in enumerate(state.batches):
        if b not in tombs:
            by_month[batch.month].append(b)
    for here in by_month.values():
        small = [b for b in here if sizes.get(b, 0) < FEW]
        again = set(small if len(small) > MANY else []) | (state.dirty.keys() & set(here))
        group: list[int] = []
        for b in sorted(again):
            if group and sum(sizes.get(other, 0) for other in [*group, b]) > MOST:
                yield group
                group = []
            group.append(b)
        if group:
            yield group
