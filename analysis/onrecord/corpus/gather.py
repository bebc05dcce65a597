"""What one run over a corpus gathers before it is written, and what it leaves in the store."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pyarrow as pa

from onrecord.corpus import stories
from onrecord.corpus.names import merged
from onrecord.corpus.piece import Done, article_row, facts, keyed
from onrecord.corpus.who import who
from onrecord.corrections.book import Book
from onrecord.errors import StoreError
from onrecord.lexicon import Actor, Lexicon
from onrecord.load import Draft, Rejected
from onrecord.ownership import place
from onrecord.store import (
    PROVENANCE,
    Moved,
    Reading,
    State,
    Writer,
    rename,
    restate,
    tidy,
    unwritable,
)
from onrecord.store.inspect import BESIDE, broken
from onrecord.store.layout import (
    ACTORS,
    INCOMPLETE,
    REJECTED,
    STORIES,
    STORIES_SCHEMA,
    arrow_schema,
)

HELD_BYTES = 64_000_000  # results in memory before they are written
HELD_SECONDS = 30.0  # what a killed run loses at most
MOVED = 20_000  # articles with new facts gathered before they are written


@dataclass(slots=True)
class Outcome:
    """What a run did.

    Attributes:
        articles: in the store now.
        read: read by the model in this run.
        known: left alone, as they were read before with the same model and settings.
        moved: known, but with another path, date, outlet or the like.
        removed: taken out, as they are no longer among the files.
        rejected: path and reason of what was not read.
        incomplete: path and reason of articles whose text is only a part.
        changed: files that changed while the run read them.
        unfit: corrections that no longer fit, and why.
    """

    articles: int = 0
    read: int = 0
    known: int = 0
    moved: int = 0
    removed: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    incomplete: list[Rejected] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unfit: list[tuple[str, str]] = field(default_factory=list)


class Run:
    """What one run gathers before it is written."""

    def __init__(self, folder: Path, key: str, book: Book | None = None) -> None:
        self.outcome = Outcome()
        self._folder, self._key, self._book = folder, key, book or Book()
        self._state = State.of(folder)
        self._known = self._state.known()
        self._left = dict.fromkeys(self._known)  # not met yet in this run
        self._writer = Writer.of(folder)
        self._held: dict[str, list[dict[str, pa.Table]]] = {}
        self._bytes, self._since = 0, time.monotonic()
        self._moved: list[Moved] = []
        self._started, self._path = time.time(), ""
        self._signed = False
        try:
            self._last = Reading(folder).provenance
        except StoreError:  # the first run, or one that is lost: nothing hangs on it
            self._last = {}
        last = self._last if self._last.get("complete") else {}
        self.stamped = last.get("store"), last.get("names", "")

    def sift(self, items: Iterable[Draft | Rejected]) -> Iterator[Draft]:
        """Hand on what has to be read; note what is known, moved or rejected."""
        for item in items:
            self._watch(item.path)
            if isinstance(item, Rejected):
                self.outcome.rejected.append(item)
                continue
            if item.incomplete:
                self.outcome.incomplete.append(Rejected(item.path, item.incomplete))
            item = self._identified(item)
            article = item.article_id
            self._left.pop(article, None)
            known = self._known.get(article)
            if known is None or known.key != self._key_of(item):
                yield item
            elif known.facts != facts(item):
                self._moved.append(Moved(article_row(item), facts(item), known))
                if len(self._moved) >= MOVED:
                    self._restate()
            else:
                self.outcome.known += 1
        self._watch("")

    def _identified(self, item: Draft) -> Draft:
        """With the id of the last run, though a text's outlets may come in another order now."""
        if item.outlet and replace(item, again=True).article_id in self._known:
            return replace(item, again=True)
        if item.again and replace(item, again=False).article_id in self._left:
            return replace(item, again=False)
        return item

    def _key_of(self, item: Draft) -> str:
        return keyed(self._key, self._book.about(item))

    def take(self, done: Done) -> None:
        """Hold the results of a piece; write when there are many or it is long ago."""
        self.outcome.rejected.extend(done.failed)
        self.outcome.read += done.count - len(done.failed)
        for month, tables in done.months.items():
            self._held.setdefault(month, []).append(tables)
            self._bytes += sum(table.nbytes for table in tables.values())
        if self._bytes > HELD_BYTES or time.monotonic() - self._since > HELD_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write what is held, a batch for each month."""
        for month in sorted(self._held):
            self._open()
            parts = self._held[month]
            self._writer.add(
                month, {name: pa.concat_tables([p[name] for p in parts]) for name in parts[0]}
            )
        self._held, self._bytes, self._since = {}, 0, time.monotonic()

    def finish(self, prune: bool) -> None:
        """Write the rest, take out what is gone, clear away what is dead."""
        self.flush()
        self._restate()
        if prune and self._left:
            self._open()
            self._writer.remove(self._left)
            self.outcome.removed = len(self._left)
        state = State.of(self._folder)
        if tidy(self._folder, state, self._writer):
            state = State.of(self._folder)
        self._tell(REJECTED, self.outcome.rejected)
        self._tell(INCOMPLETE, self.outcome.incomplete)
        self.outcome.articles = len(state.live)
        # nobody asks any more, and of a million articles it is half a gigabyte
        self._known, self._state = {}, State((), self._state.index.head(0))

    def _tell(self, name: str, told: list[Rejected]) -> None:
        rows = [{"path": each.path, "reason": each.reason} for each in told]
        self._writer.put(name, pa.Table.from_pylist(rows, schema=arrow_schema("rejected")))

    def put_whole(self, lexicon: Lexicon) -> None:
        """Write what only the whole corpus tells: one name per person, stories, actors."""
        self._open()
        put_whole(self._folder, self._writer, lexicon.users, self._book)

    def sign(self, said: dict, state: State) -> None:
        """Write the provenance: the run came to its end."""
        signed = {"store": state.stamp, "complete": True}
        if names := self._book.names_mark():
            signed["names"] = names
        self._writer.sign(_json({**said, **signed}))

    def stamp(self, seen: str | None, prune: bool) -> dict[str, list[str]]:
        """What tells the next run that it need not read, if the store is all that was found."""
        whole = prune or not self._left
        return (
            {"files": [whole_key(self._key, self._book), seen]}
            if seen and whole and not self.outcome.changed
            else {}
        )

    def _open(self) -> None:
        """Say, before the first change, that the store is not complete."""
        if not self._signed:
            with unwritable(self._folder):
                place(self._folder / PROVENANCE, _json({**self._last, "complete": False}))
            self._signed = True

    def _restate(self) -> None:
        if self._moved:
            self._open()
            restate(self._state, self._writer, self._moved)
            self.outcome.moved += len(self._moved)
            self._moved = []

    def _watch(self, path: str) -> None:
        """Note a file that is younger than the run, once all of it was read."""
        name = path.partition("#")[0]
        if name == self._path:
            return
        done, self._path = self._path, name
        try:
            if done and Path(done).stat().st_mtime > self._started:
                self.outcome.changed.append(done)
        except OSError:
            return  # a member of an archive, or gone by now


def whole_key(key: str, book: Book) -> str:
    """What all rows of a store depend on besides the articles."""
    return keyed(key, [repr(book.verdicts), book.names_mark()] if book else ())


def put_whole(folder: Path, writer: Writer, users: Mapping[str, Actor], book: Book) -> None:
    """Write what only the whole corpus tells: one name per person, stories, actors.

    Args:
        folder: the store.
        writer: writes into it.
        users: the user's own actors, by name; these names stay as they are.
        book: corrections, which say who is one and who is two.
    """
    for name, columns in BESIDE.items():
        if broken(folder / name):  # nothing of it is asked, but it is opened
            writer.put(name, columns.empty_table())
    own = Reading(folder, named=False)
    names = merged(own, frozenset(users) | book.apart, book.same)
    grouped = stories.group(own.signed())
    rename(own.state, writer, names)
    table = pa.Table.from_pandas(grouped, schema=STORIES_SCHEMA, preserve_index=False)
    writer.put(STORIES, table)
    found = who(Reading(folder).query, users)
    columns = arrow_schema("actors")
    writer.put(ACTORS, pa.Table.from_pandas(found, schema=columns, preserve_index=False))


def _json(said: dict) -> bytes:
    return json.dumps(said, indent=2, default=str).encode()
