"""The tables of a store in SQL, over its Parquet files."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord import schema
from onrecord.store.layout import NAMED, own

SQL = {
    schema.STR: "varchar",
    schema.INT: "bigint",
    schema.FLOAT: "double",
    schema.TIME: "timestamp",
}


def rows(
    table: str, clean: Sequence[str], dirty: Sequence[str], *, named: bool, numbered: bool
) -> str:
    """The rows of a table that count.

    Args:
        table: of the contract.
        clean: files whose rows all count.
        dirty: files without the rows that `_dead` (batch, article_id) tells.
        named: with the names that the corpus gives, not each article's own.
        numbered: with the `file_row_number` of each row.
    """
    shown = [*schema.names(table), *(["file_row_number"] if numbered else [])]
    first = () if named else NAMED.get(table, ())
    columns = ", ".join(
        f'coalesce({own(name)}, "{name}") as "{name}"' if name in first else f'"{name}"'
        for name in shown
    )
    parts = []
    if clean:
        parts.append(f"select {columns} from {_parquet(clean)}")
    if dirty:
        parts.append(
            f"select {columns} from {_parquet(dirty)} as r where not exists (select 1 "
            f"from _dead where _dead.article_id = r.article_id "
            f"and r.filename = _dead.batch || '/{table}.parquet')"
        )
    if not parts:
        types = [f'null::{SQL[c.dtype]} as "{c.name}"' for c in schema.TABLES[table]]
        types += ["null::bigint as file_row_number"] if numbered else []
        return f"select {', '.join(types)} where false"
    return " union all ".join(parts)


def _parquet(files: Sequence[str]) -> str:
    listed = ", ".join("'" + name.replace("'", "''") + "'" for name in files)
    return (
        f"read_parquet([{listed}], filename = true, file_row_number = true, "
        "hive_partitioning = false)"
    )
