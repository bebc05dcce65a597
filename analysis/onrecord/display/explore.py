"""Any of the tables, or any other frame, to be sorted, searched and taken along."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from onrecord.display.fragment import Fragment
from onrecord.display.style import style
from onrecord.display.table import Column, table
from onrecord.summary.words import counted

IDS = ("evidence", "evidence_before", "evidence_after", "evidence_one", "evidence_other")
LONG = 60  # mean length in characters from which a text is set like a quote


def explore(
    rows: pd.DataFrame, *, caption: str | None = None, name: str = "table", ids: bool = False
) -> Fragment:
    """Show a frame so that it can be sorted by a heading, searched, and saved as CSV.

    Args:
        rows: any frame, such as `view.tables.attributions`; all its rows can be reached.
        caption: what it holds, in a sentence; by default its size.
        name: of the CSV file.
        ids: show columns of ids as well (`attribution_id`, `evidence`), which lead from table to
            table and tell a reader nothing; the CSV file has them in any case.
    """
    rows = rows.reset_index(drop=True).rename(columns=str)
    rows = rows.loc[:, ~rows.columns.duplicated()]
    size = f"{counted(len(rows), 'row')}, {counted(len(rows.columns), 'column')}."
    hidden = set() if ids else {key for key in rows.columns if key.endswith("_id") or key in IDS}
    if hidden == set(rows.columns):
        hidden = set()
    columns = [Column(key, key, _kind(rows[key]), hidden=key in hidden) for key in rows.columns]
    plain = rows.assign(**{c.key: _text(rows[c.key]) for c in columns if c.kind in TEXTS})
    made = table(plain, columns, caption=caption or size, name=name)
    return replace(made, html=style() + made.html)  # no header may stand before it


TEXTS = ("text", "quote")


def _kind(values: pd.Series) -> str:
    if pd.api.types.is_datetime64_any_dtype(values.dtype):
        return "date"
    if pd.api.types.is_bool_dtype(values.dtype):
        return "text"
    if pd.api.types.is_numeric_dtype(values.dtype):
        return "number"
    lengths = values.dropna().astype("str").str.len()
    return "quote" if len(lengths) and lengths.mean() > LONG else "text"


def _text(values: pd.Series) -> pd.Series:
    # lists and truth values as well; what is missing stays missing
    return pd.Series(
        [None if _missing(v) else str(v) for v in values], index=values.index, dtype=object
    )


def _missing(value: object) -> bool:
    return value is None or (pd.api.types.is_scalar(value) and bool(pd.isna(value)))
