"""Invented articles, for measuring at any size: words as often as in real ones, as a store."""

from __future__ import annotations

import numpy as np
import pandas as pd

BATCH = 4_000  # articles
KNOWN = 50_000  # words


def word(n: int) -> str:
    """An invented word: five letters on average, the common ones fewer, as in English.

    >>> word(3), word(5000)
    ('wda', 'wikhaabc')
    """
    letters = "".join(chr(97 + n // 26**place % 26) for place in range(4))
    return f"w{letters}abc"[: 3 if n < 26 else 5 if n < 600 else 8]


def words() -> np.ndarray:
    """All of them, the common ones first."""
    return np.array([word(n) for n in range(KNOWN)])


def english() -> tuple[np.ndarray, np.ndarray]:
    """29,000 English words, the common ones first, and which share of books each is."""
    from onrecord.tone import books

    counts = pd.Series(books()).sort_values(ascending=False, kind="stable")
    return counts.index.to_numpy(str), (counts / counts.sum()).to_numpy()


def batch_of(made: dict[str, dict]) -> dict:
    """A batch of a store: a table each, empty where there are no columns.

    Args:
        made: columns by table; of articles at least.
    """
    import pyarrow as pa

    from onrecord import schema
    from onrecord.store.layout import HELD, INDEX, arrow_schema

    found = {}
    for name in HELD:
        columns = made.get(name)
        if columns is None:
            found[name] = arrow_schema(name).empty_table()
            continue
        rows = pd.DataFrame(columns).reindex(columns=schema.names(name))
        rows = rows.astype({column.name: column.dtype for column in schema.TABLES[name]})
        found[name] = pa.Table.from_pandas(rows, arrow_schema(name), preserve_index=False)
    ids = made["articles"]["article_id"]
    index = [{"article_id": each, "key": "k", "facts": "f", "gone": False} for each in ids]
    found[INDEX] = pa.Table.from_pylist(index, schema=arrow_schema(INDEX))
    return found
