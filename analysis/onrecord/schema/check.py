"""Tables made from rows, and held to the contract."""

from __future__ import annotations

import pandas as pd

from onrecord.errors import SchemaError
from onrecord.schema.columns import TABLES, names


def frame(table: str, rows: list[dict] | list[tuple] | None = None) -> pd.DataFrame:
    """A table from rows, with the contract's columns and dtypes.

    Args:
        table: name of the table.
        rows: one dict or tuple per row; a dict may leave optional columns out.

    Returns:
        DataFrame with exactly the table's columns; missing values are NaN or NaT.

    >>> frame("rejected", [("a.txt", "is empty")]).reason[0]
    'is empty'
    """
    made = pd.DataFrame(rows if rows else None, columns=names(table))
    return made.astype({column.name: column.dtype for column in TABLES[table]})


def check(table: str, given: pd.DataFrame) -> pd.DataFrame:
    """The table itself, if it keeps the contract.

    Raises:
        SchemaError: a column is missing or extra, has another dtype, or holds a missing
            value where the contract allows none.
    """
    wanted = names(table)
    missing = [name for name in wanted if name not in given.columns]
    extra = [name for name in given.columns if name not in wanted]
    if missing or extra:
        said = [f"lacks {', '.join(missing)}"] * bool(missing)
        said += [f"has an unknown {', '.join(map(str, extra))}"] * bool(extra)
        raise SchemaError(f"The table {table} {' and '.join(said)}.")
    for column in TABLES[table]:
        found = given[column.name]
        if str(found.dtype) != column.dtype:
            raise SchemaError(
                f"The column {table}.{column.name} is {found.dtype}, not {column.dtype}."
            )
        if not column.optional and found.isna().any():
            raise SchemaError(f"The column {table}.{column.name} holds a missing value.")
    return given
