"""Corrections into a store at once: what they are about is read again, from the store itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from onrecord import schema
from onrecord.corpus.gather import Outcome, Run, whole_key
from onrecord.corpus.piece import Settings, keyed, tools
from onrecord.corpus.provenance import told
from onrecord.corpus.spread import spread
from onrecord.corpus.unfit import unfit
from onrecord.corpus.update import key_of
from onrecord.corrections import corrections_files
from onrecord.corrections.book import Book
from onrecord.errors import StoreError
from onrecord.load import Draft, Rejected
from onrecord.reader import Reader
from onrecord.store import Reading, State, writing


def correct(
    folder: str | Path,
    *,
    corrections: Sequence[str | Path] = (),
    reader: Callable[[], Reader] = Reader.load,
    jobs: int | None = None,
) -> Outcome:
    """Bring a store up to the corrections beside it; the articles' files are not needed.

    Args:
        folder: the store.
        corrections: more files of corrections.
        reader: makes the model; a function that other processes can import.
        jobs: processes; None for as many as there are cores, once there is enough to read.

    Returns:
        What was done: `read` counts the articles that were read again.

    Raises:
        StoreError: it was made with another version, model or `actors.yaml`, did not come to
            its end, or is held by a run.
        CorrectionsError: a file of corrections cannot be read.
    """
    folder = Path(folder)
    with writing(folder):
        reading = Reading(folder)
        last = reading.provenance
        given = tuple((name, text) for name, text in last.get("actors_text", ()))
        lexicon, model = tools(Settings("", given, reader=reader))
        settings = Settings(key_of(model.name, given), given, reader=reader)
        state = State.of(folder)
        if not last.get("complete") or not _made_with(state, settings.key):
            raise StoreError(
                f"{folder} was made by another version, with another model or other names, or its "
                "last run did not end; `onrecord analyse` brings it up and takes corrections in."
            )
        book = Book.read([*corrections_files(folder), *map(Path, corrections)])
        run = Run(folder, settings.key, book)
        run.outcome.rejected = [Rejected(*row) for row in reading.frame("rejected").to_numpy()]
        known = dict(zip(state.live.article_id, state.live.key, strict=True))
        drafts = list(_changed(reading, book, settings.key, known))
        for done in spread(settings, book, jobs, None, None, run.sift(iter(drafts))):
            run.take(done)
        run.finish(prune=False)
        state = State.of(folder)
        if run.stamped != (state.stamp, book.names_mark()):
            run.put_whole(lexicon)
        run.outcome.unfit = unfit(Reading(folder), book)
        said = {name: value for name, value in last.items() if name not in ("store", "names")}
        if "files" in said:
            said["files"] = [whole_key(settings.key, book), said["files"][1]]
        run.sign(said | {"corrections": told(book, len(run.outcome.unfit))}, state)
    return run.outcome


def _made_with(state: State, key: str) -> bool:
    return all(each.partition("-")[0] == key for each in state.live.key.unique())


def _changed(reading: Reading, book: Book, key: str, known: dict[str, str]) -> Iterator[Draft]:
    """The articles of which something else is said than when they were read."""
    wanted = [
        row.article_id
        for row in reading.listed.itertuples()
        if known[row.article_id] != keyed(key, book.about(row))
    ]
    for row in reading.some("articles", pd.Series(wanted, dtype="str")).itertuples():
        facts = {name: getattr(row, name) for name in schema.names("articles")[1:]}
        facts = {name: None if pd.isna(value) else value for name, value in facts.items()}
        if facts["published"] is not None:
            facts["published"] = facts["published"].to_pydatetime()
        draft = Draft(**facts)
        yield draft if draft.article_id == row.article_id else replace(draft, again=True)
