"""What only the whole corpus tells, into its store: one name per person, stories, actors."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from onrecord.corpus import stories
from onrecord.corpus.index import keyed
from onrecord.corpus.names import merged
from onrecord.corpus.who import who
from onrecord.corrections.book import Book
from onrecord.lexicon import Actor
from onrecord.stages import stage
from onrecord.store import Reading, Writer, rename
from onrecord.store.inspect import BESIDE, broken
from onrecord.store.layout import ACTORS, STORIES, STORIES_SCHEMA, arrow_schema


def put_whole(folder: Path, writer: Writer, users: Mapping[str, Actor], book: Book) -> None:
    """Compare all articles of a store, and write what that tells.

    Args:
        folder: the store.
        writer: writes into it.
        users: the user's own actors, by name; these names stay as they are.
        book: corrections, which say who is one and who is two.

    Raises:
        StoreError: a batch is damaged, or the folder cannot be written.
    """
    for name, columns in BESIDE.items():
        if broken(folder / name):  # nothing of it is asked, but it is opened
            writer.put(name, columns.empty_table())
    own = Reading(folder, named=False)
    with stage("one name for one person") as came:
        names = merged(own, frozenset(users) | book.apart, book.same)
        came(f"names changed: {names.num_rows}")
    with stage("near-copies of one story") as came:
        grouped = stories.group(own.signed())
        came(f"near-copies: {len(grouped) - grouped.story_id.nunique()}")
    with stage("writing what all articles tell"):
        # what was asked before reads the files that were
        changed = rename(own.state, writer, names) or names.num_rows
        table = pa.Table.from_pandas(grouped, schema=STORIES_SCHEMA, preserve_index=False)
        writer.put(STORIES, table)
    with stage("who the actors are") as came:
        found = who((Reading(folder) if changed else own).query, users)
        columns = arrow_schema("actors")
        writer.put(ACTORS, pa.Table.from_pandas(found, schema=columns, preserve_index=False))
        came(f"actors: {len(found)}")


def whole_key(key: str, book: Book) -> str:
    """What all rows of a store depend on besides the articles.

    Args:
        key: names the model and the settings.
        book: what reviewers say.
    """
    return keyed(key, [repr(book.verdicts), book.names_mark()] if book else ())
