"""Corrections into a store at once: what they are about is read again, from the store itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pandas as pd

from onrecord import schema
from onrecord.corpus.gather import Gather
from onrecord.corpus.index import keyed
from onrecord.corpus.outcome import Outcome
from onrecord.corpus.piece import Settings, tools
from onrecord.corpus.provenance import told
from onrecord.corpus.spread import spread
from onrecord.corpus.update import key_of
from onrecord.corpus.whole import whole_key
from onrecord.corrections import corrections_files
from onrecord.corrections.book import Book
from onrecord.errors import StoreError
from onrecord.learnt import read_learnt
from onrecord.load import Draft
from onrecord.reader import Reader
from onrecord.store import Reading, State, writing

ANEW = ("store", "names", "correcting")  # what every run says for itself


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
        learnt = read_learnt(folder, model.name)
        key = key_of(model.name, given, learnt)
        settings = Settings(key, given, reader=reader, learnt=learnt)
        state = State.of(folder)
        begun = last.get("complete") or last.get("correcting")  # by a run like this
        if not begun or not _made_with(
            state, {key, key_of(model.name, given), _learnt_before(last)}
        ):
            raise StoreError(
                f"{folder} was made by another version, with another model or other names, or its "
                "last run did not end; `onrecord analyse` brings it up and takes corrections in."
            )
        book = Book.read([*corrections_files(folder), *map(Path, corrections)])
        outcome = Outcome.of_last(reading)
        outcome.problems = book.unclear
        known = dict(zip(state.live.article_id, state.live.key, strict=True))
        drafts = list(_changed(reading, book, settings.key, known))

        def sign(_articles: Collection[str], outcome: Outcome) -> dict:
            said = {name: value for name, value in last.items() if name not in ANEW}
            if "files" in said:
                said["files"] = [whole_key(settings.key, book), said["files"][1]]
            said.pop("learnt", None)
            mine = {"learnt": learnt.told() | {"key": key}} if learnt else {}
            return said | {"corrections": told(book, len(outcome.unfit))} | mine

        pool = partial(spread, settings, book, jobs, None, None)
        run = Gather(folder, settings.key, book, lexicon.users, outcome, corrects=True)
        for _ in run.run(iter(drafts), pool, sign):
            pass
    return outcome


def _made_with(state: State, keys: Collection[str]) -> bool:
    return all(each.partition("-")[0] in keys for each in state.live.key.unique())


def _learnt_before(last: dict) -> str:
    """The key of what had been learnt at the last run, which may be another by now, or gone."""
    said = last.get("learnt")
    return str(said.get("key", "")) if isinstance(said, dict) else ""


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
