"""Names that the corpus as a whole gives, written into the files: whoever reads them sees the same.

Beside each name stands the article's own, where the corpus gives another, so that the next
run can compare all articles anew.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from onrecord.store.layout import NAMED, REMOVED, own, read
from onrecord.store.state import State
from onrecord.store.write import Writer


def rename(state: State, writer: Writer, names: pa.Table) -> int:
    """Bring the names in a store's files to what the corpus gives.

    Args:
        state: of the store, without dead rows.
        writer: of the store.
        names: article_id, name (the article's own), becomes; all that change.

    Returns:
        How many batches were written anew; those that have these names already stay.

    Raises:
        StoreError: a batch is damaged, or the folder cannot be written.
    """
    written = 0
    for batch in state.batches:
        if batch.month == REMOVED:
            continue
        changed = {}
        for table, columns in NAMED.items():
            pairs = [name for column in columns for name in (column, own(column))]
            held = read(batch.file(table), ["article_id", *pairs])
            now = _renamed(held, columns, names)
            if not now.equals(held):
                whole = read(batch.file(table))
                for name in pairs:
                    at = whole.column_names.index(name)
                    whole = whole.set_column(at, whole.schema.field(at), now.column(name))
                changed[table] = whole
        if changed:
            writer.replace(batch, changed)
            written += 1
    return written


def _renamed(held: pa.Table, columns: Sequence[str], names: pa.Table) -> pa.Table:
    ids = held.column("article_id")
    some = names.filter(pc.is_in(names.column("article_id"), pc.unique(ids)))
    known = _keys(some.column("article_id"), some.column("name"))
    for column in columns:
        first = pc.coalesce(held.column(own(column)), held.column(column))
        becomes = some.column("becomes").take(pc.index_in(_keys(ids, first), known))
        kept = pc.if_else(pc.is_valid(becomes), first, pa.scalar(None, pa.string()))
        for name, values in ((column, pc.coalesce(becomes, first)), (own(column), kept)):
            at = held.column_names.index(name)
            held = held.set_column(at, held.schema.field(at), values)
    return held


def _keys(articles: pa.ChunkedArray, names: pa.ChunkedArray) -> pa.Array:
    return pc.binary_join_element_wise(articles, names, "\t").combine_chunks()
