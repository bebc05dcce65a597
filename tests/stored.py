"""Small invented analyses, kept in a store."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pyarrow as pa

from onrecord import schema, store
from onrecord.store.layout import (
    ACTORS,
    HELD,
    INDEX,
    NAMES_SCHEMA,
    REJECTED,
    STORIES,
    STORIES_SCHEMA,
    arrow_schema,
)
from onrecord.tables import Stored, Tables

# analyses and their stores, by identity: one that is asked for again is copied
_written: dict[int, tuple[Tables, TemporaryDirectory]] = {}


def stored(made: Tables, folder: Path, names: list[dict] | None = None) -> Stored:
    """A store of an analysis: months apart, two batches a month, articles of it in any order.

    Args:
        made: the analysis.
        folder: of the store.
        names: article_id, name, becomes: what the corpus calls someone.
    """
    if names:
        _write(made, folder, names)
        return Tables.open(folder)
    if id(made) not in _written:
        _written[id(made)] = made, TemporaryDirectory()
        _write(made, Path(_written[id(made)][1].name, "store"), [])
    shutil.copytree(Path(_written[id(made)][1].name, "store"), folder)
    return Tables.open(folder)


def _write(made: Tables, folder: Path, names: list[dict]) -> None:
    months = made.articles.published.map(store.month_of, na_action=None)
    months = months.where(made.articles.published.notna(), "unknown")
    with store.writing(folder):
        writer = store.Writer.of(folder)
        for month, part in made.articles.groupby(months, sort=False):
            ids = list(part.article_id)[::-1]
            for some in (ids[::2], ids[1::2]):
                if some:
                    writer.add(month, _batch(made, some))
        told = made.stories
        told = pd.DataFrame(columns=STORIES_SCHEMA.names) if told is None else told
        writer.put(STORIES, pa.Table.from_pandas(told, STORIES_SCHEMA, preserve_index=False))
        told = pa.Table.from_pylist(names, schema=NAMES_SCHEMA)
        store.rename(store.State.of(folder), writer, told)
        lost = pa.Table.from_pandas(made.rejected, arrow_schema("rejected"), preserve_index=False)
        writer.put(REJECTED, lost)
        known = pa.Table.from_pandas(made.actors, arrow_schema("actors"), preserve_index=False)
        writer.put(ACTORS, known)
        (folder / store.PROVENANCE).write_text(json.dumps({"model": "m", "complete": True}))


def held(tables: Tables) -> Tables:
    """The same tables as frames in memory."""
    frames = {name: getattr(tables, name) for name in schema.TABLES}
    return Tables(**frames, provenance=tables.provenance, stories=tables.stories)


def _batch(made: Tables, ids: list[str]) -> dict[str, pa.Table]:
    tables = {}
    for name in HELD:
        rows = getattr(made, name)
        turn = rows.article_id.map({each: n for n, each in enumerate(ids)}).dropna()
        rows = rows.loc[turn.sort_values(kind="stable").index]
        tables[name] = pa.Table.from_pandas(rows, arrow_schema(name), preserve_index=False)
    index = [{"article_id": each, "key": "k", "facts": "f", "gone": False} for each in ids]
    tables[INDEX] = pa.Table.from_pylist(index, schema=arrow_schema(INDEX))
    return tables
