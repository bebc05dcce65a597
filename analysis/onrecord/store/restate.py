"""New facts for articles that were read before: another path, date or outlet, the same text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pyarrow as pa

from onrecord.store.layout import HELD, INDEX, arrow_schema, month_of
from onrecord.store.state import Known, State
from onrecord.store.tidy import rows
from onrecord.store.write import Writer


@dataclass(frozen=True, slots=True)
class Moved:
    """An article whose facts have changed.

    Attributes:
        row: of the table articles, as it is now.
        facts: the hash of what stands beside the text.
        known: what the store had.
    """

    row: dict
    facts: str
    known: Known


def restate(state: State, writer: Writer, moved: Iterable[Moved]) -> None:
    """Write articles anew with other facts; what the model said of them is copied.

    Raises:
        StoreError: a batch is damaged, or the folder cannot be written.
    """
    groups: dict[tuple[int, str], list[Moved]] = defaultdict(list)
    for each in moved:
        groups[each.known.batch, month_of(each.row["published"])].append(each)
    for (b, month), some in sorted(groups.items(), key=lambda pair: pair[0]):
        now = {each.row["article_id"]: each for each in some}
        tables = dict(zip((*HELD, INDEX), rows(state.batches[b], frozenset(now)), strict=True))
        tables["articles"] = pa.Table.from_pylist(
            [each.row for each in some], schema=arrow_schema("articles")
        )
        index = [
            {**row, "facts": now[row["article_id"]].facts} for row in tables[INDEX].to_pylist()
        ]
        tables[INDEX] = pa.Table.from_pylist(index, schema=arrow_schema(INDEX))
        writer.add(month, tables)
