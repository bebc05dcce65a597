"""A damaged store made whole: what follows from its batches is made again, what is lost is said."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from onrecord.corpus.index import index_row
from onrecord.corpus.whole import put_whole
from onrecord.corrections import corrections_files
from onrecord.corrections.book import Book
from onrecord.errors import StoreError
from onrecord.lexicon import Actor
from onrecord.lexicon.user import read_user_actors
from onrecord.load import Draft
from onrecord.store import Batch, Damage, State, Writer, inspect, mark, tidy, writing
from onrecord.store.inspect import LOST, provenance
from onrecord.store.layout import (
    INCOMPLETE,
    INDEX,
    PROVENANCE,
    REJECTED,
    REMOVED,
    SUMS,
    arrow_schema,
    read,
)

LATER = "run `onrecord analyse` again"


def repair(folder: Path, actors: Sequence[Path] = ()) -> list[str]:
    """Rebuild what can be rebuilt, and set aside what cannot.

    A batch that is damaged beyond its index is moved, as it is, into the folder `damaged` of the
    store; the next run reads its articles anew.

    Args:
        folder: the store.
        actors: the user's own `actors.yaml` files; by default the names that the last run knew.

    Returns:
        What was done, a sentence each; empty where nothing is damaged.

    Raises:
        StoreError: a run is writing there, or it is a store of another version.
    """
    found = inspect(folder)
    if not found:
        return []
    mark(folder)
    with writing(folder):
        writer = Writer.of(folder)
        said = provenance(folder)
        known = said or {}
        # a repair that is killed leaves a store that says it is not complete
        writer.sign(_json({**known, "complete": False}))
        done, whole = _batches(writer, found)
        beside = {each.name for each in found if each.batch is None}
        for name in beside & {REJECTED, INCOMPLETE}:
            writer.put(name, arrow_schema("rejected").empty_table())
            done.append(f"{name} is empty now; {LATER} to list what it should hold")
        book = Book.read(corrections_files(folder))
        own = [actor for path in actors for actor in read_user_actors(path).actors]
        own = own or [Actor(name, "person") for name in known.get("own_names") or ()]
        tidy(folder, State.of(folder), writer)
        put_whole(folder, writer, {actor.name: actor for actor in own}, book)
        done.append("one name a person, and the stories, were made again from the articles")
        if said is None:
            done.append(f"{PROVENANCE} was made again; {LATER} to complete it")
        whole &= said is not None and not beside & {REJECTED, INCOMPLETE, LOST}
        state = State.of(folder)
        complete = bool(known.get("complete")) and whole
        made = {**known, "articles": len(state.live), "store": state.stamp, "complete": complete}
        writer.sign(_json(made))
        if not complete:
            done.append(f"the store is not complete: {LATER} over the same articles")
        return done


def _batches(writer: Writer, found: Sequence[Damage]) -> tuple[list[str], bool]:
    """What was done about batches, and whether all of their articles are still there."""
    done, whole = [], True
    for batch in sorted({each.batch for each in found if each.batch}):
        where = batch.folder.relative_to(writer.folder).as_posix()
        names = {each.name for each in found if each.batch == batch}
        if _mended(writer, batch, names):
            done.append(f"{where}: the list of its articles was made again")
            whole &= names == {SUMS}
        else:
            writer.set_aside(batch)
            whole = False
            done.append(f"{where} was set aside into damaged/; {LATER} to read its articles anew")
    return done, whole


def _mended(writer: Writer, batch: Batch, names: set[str]) -> bool:
    """Make the index of a batch again, where all else of it is as it was."""
    if batch.month == REMOVED or not names <= {f"{INDEX}.parquet", SUMS}:
        return False
    try:
        writer.mend(batch, _index(batch) if f"{INDEX}.parquet" in names else None)
    except StoreError:
        return False
    return True


def _index(batch: Batch) -> pa.Table:
    """The index of a batch from its articles; which settings they were read with is lost."""
    rows = []
    for row in read(batch.file("articles")).to_pylist():
        name = row.pop("article_id")
        rows.append(index_row(name, Draft(**row), key=""))
    return pa.Table.from_pylist(rows, schema=arrow_schema(INDEX))


def _json(said: dict) -> bytes:
    return json.dumps(said, indent=2, default=str).encode()
