"""The tables of a store in SQL, over its Parquet files."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord import schema

# columns that hold names, which the corpus as a whole may change
NAMED = {
    "attributions": ("speaker", "affiliation"),
    "mentions": ("actor",),
    "stances": ("speaker", "target"),
}
SQL = {
    schema.STR: "varchar",
    schema.INT: "bigint",
    schema.FLOAT: "double",
    schema.TIME: "timestamp",
}


def rows(
    table: str, clean: Sequence[str], dirty: Sequence[str], *, renamed: bool, numbered: bool
) -> str:
    """The rows of a table that count.

    Args:
        table: of the contract.
        clean: files whose rows all count.
        dirty: files without the rows that `_dead` (batch, article_id) tells.
        renamed: with the names of `_names` (article_id, name, becomes).
        numbered: with the `file_row_number` of each row.
    """
    shown = [*schema.names(table), *(["file_row_number"] if numbered else [])]
    columns = ", ".join(f'"{name}"' for name in shown)
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
    raw = " union all ".join(parts)
    return _renamed(table, raw, shown) if renamed and table in NAMED else raw


def _renamed(table: str, raw: str, shown: Sequence[str]) -> str:
    joins = "".join(
        f" left join _names as n{at} on n{at}.article_id = r.article_id "
        f'and n{at}.name = r."{column}"'
        for at, column in enumerate(NAMED[table])
    )
    given = ", ".join(
        f'coalesce(n{NAMED[table].index(name)}.becomes, r."{name}") as "{name}"'
        if name in NAMED[table]
        else f'r."{name}"'
        for name in shown
    )
    return f"select {given} from ({raw}) as r{joins}"


def _parquet(files: Sequence[str]) -> str:
    listed = ", ".join("'" + name.replace("'", "''") + "'" for name in files)
    return (
        f"read_parquet([{listed}], filename = true, file_row_number = true, "
        "hive_partitioning = false)"
    )
