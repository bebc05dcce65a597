"""The order of articles in a store: that in which files are loaded."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc


def in_order(rows: pa.Table) -> pa.Array:
    """Places of articles as files are loaded: folder by folder, the records of a file by number.

    >>> rows = pa.table({"path": ["a.jsonl#10", "a.jsonl#9", "a b/c.txt", "a/z.txt"]})
    >>> rows = rows.append_column("article_id", rows["path"])
    >>> rows.take(in_order(rows))["path"].to_pylist()
    ['a/z.txt', 'a b/c.txt', 'a.jsonl#9', 'a.jsonl#10']
    """
    path = rows.column("path")
    found = pc.extract_regex(path, r"(?s)^(?P<name>.+)#(?P<record>[0-9]{1,18})$")
    name, record = (pc.struct_field(found, part) for part in ("name", "record"))
    keys = {
        "name": pc.replace_substring(pc.coalesce(name, path), "/", "\x01"),
        "record": pc.cast(pc.coalesce(record, "0"), pa.int64()),
        "article_id": rows.column("article_id"),
    }
    return pc.sort_indices(pa.table(keys), sort_keys=[(key, "ascending") for key in keys])
