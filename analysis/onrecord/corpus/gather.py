"""One run into a store: it reads, holds for a while, writes, and signs, in an order of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Generator, Iterable, Mapping
from contextlib import closing
from pathlib import Path

import pyarrow as pa

from onrecord.corpus.outcome import Outcome
from onrecord.corpus.piece import Done
from onrecord.corpus.sift import Sift
from onrecord.corpus.signature import Signature
from onrecord.corpus.unfit import unfit
from onrecord.corpus.whole import put_whole, whole_key
from onrecord.corrections.book import Book
from onrecord.errors import AnalysisError, StoreError
from onrecord.lexicon import Actor
from onrecord.load import Draft, Rejected
from onrecord.stages import tell
from onrecord.store import (
    PROVENANCE,
    Moved,
    Reading,
    State,
    Writer,
    add_run,
    restate,
    tidy,
)
from onrecord.store.layout import INCOMPLETE, INDEX, REJECTED, arrow_schema

HELD_BYTES = 64_000_000  # results in memory before they are written
HELD_SECONDS = 30.0  # what a killed run loses at most

Pool = Callable[[Iterable[Draft]], Generator[Done, None, None]]
Sign = Callable[[Collection[str], Outcome], dict]


class Gather:
    """One run over a corpus, for who holds the store by `writing`.

    It may be ended at any moment: what was read is kept, and the store says that it is not
    complete.
    """

    def __init__(
        self,
        folder: Path,
        key: str,
        book: Book,
        users: Mapping[str, Actor],
        outcome: Outcome,
        *,
        corrects: bool = False,
    ) -> None:
        """A run into a store.

        Args:
            folder: the store.
            key: names the model and the settings.
            book: what reviewers say.
            users: the user's own actors, by name.
            outcome: where the run counts what it does.
            corrects: it only brings in corrections; where it is killed, another such run may go on.
        """
        self.outcome = outcome
        self._folder, self._key, self._book, self._users = folder, key, book, users
        self._state = State.of(folder)
        self._writer = Writer.of(folder)
        self._held: dict[str, list[dict[str, pa.Table]]] = {}
        self._bytes, self._since = 0, time.monotonic()
        self._signature = Signature(folder, corrects=corrects)

    def run(
        self,
        items: Iterable[Draft | Rejected],
        pool: Pool,
        sign: Sign,
        *,
        seen: str | None = None,
        prune: bool = False,
        afresh: bool = False,
    ) -> Generator[int, None, None]:
        """Read what is new, and leave in the store what is there now.

        Args:
            items: the corpus, as `onrecord.load` finds it.
            pool: reads articles, a piece at a time.
            sign: gives the provenance, from the ids of all articles and what was done.
            seen: stamp of the files, by which the next run knows that none has changed.
            prune: forget articles that are no longer among the items.
            afresh: make anew what only the whole corpus tells, though no article has changed.

        Yields:
            How many articles were read, piece by piece; the run has ended after the last.

        Raises:
            StoreError: a batch is damaged, or the folder cannot be written.
            AnalysisError: a process that reads was lost; what was read before is kept.
        """
        found = self._state
        sift = Sift(self._state, self._key, self._book, self.outcome, self._restate)
        try:
            with closing(pool(sift.new(items))) as pieces:
                for done in pieces:
                    self._take(done)
                    tell("articles read so far: %s", self.outcome.read)
                    yield done.count
        except StoreError:  # it could not be written: a second try may write some of it twice
            raise
        except (KeyboardInterrupt, SystemExit, GeneratorExit, AnalysisError):
            self._flush()
            raise
        self._flush()
        if prune and sift.left:
            self._remove(sift.left)
        self._say()
        state = self._tidied()
        if afresh or self._signature.signed_for != (state.stamp, self._book.names_mark()):
            self._signature.open()
            put_whole(self._folder, self._writer, self._users, self._book)
        add_run(self._writer, found, state, self._signature.made)
        self.outcome.articles = len(state.live)
        self.outcome.unfit = unfit(Reading(self._folder), self._book)
        said = sign(state.live.article_id, self.outcome)
        if seen and (prune or not sift.left) and not self.outcome.changed:
            said = said | {"files": [whole_key(self._key, self._book), seen]}
        self._signature.close(self._writer, said, state, self._book.names_mark())
        tell("wrote %s, articles in it: %s", self._folder / PROVENANCE, self.outcome.articles)

    def _take(self, done: Done) -> None:
        """Hold the results of a piece; write when there are many or it is long ago."""
        self.outcome.rejected.extend(done.failed)
        self.outcome.read += done.count - len(done.failed)
        for month, tables in done.months.items():
            self._held.setdefault(month, []).append(tables)
            self._bytes += sum(table.nbytes for table in tables.values())
        if self._bytes > HELD_BYTES or time.monotonic() - self._since > HELD_SECONDS:
            self._flush()

    def _flush(self) -> None:
        """Write what is held, a batch for each month."""
        for month in sorted(self._held):
            self._signature.open()
            parts = self._held[month]
            whole = {name: pa.concat_tables([p[name] for p in parts]) for name in parts[0]}
            self._writer.add(month, whole)
            tell("wrote %s, articles: %s", month, whole[INDEX].num_rows)
        self._held, self._bytes, self._since = {}, 0, time.monotonic()

    def _say(self) -> None:
        did = self.outcome
        tell(
            "articles read: %s, known: %s, with new facts: %s, removed: %s; rejected: %s, cut: %s",
            *(did.read, did.known, did.moved, did.removed),
            *(len(did.rejected), len(did.incomplete)),
        )

    def _restate(self, moved: list[Moved]) -> None:
        self._signature.open()
        restate(self._state, self._writer, moved)

    def _remove(self, gone: Collection[str]) -> None:
        self._signature.open()
        self._writer.remove(gone)
        self.outcome.removed = len(gone)

    def _tidied(self) -> State:
        """What the store holds now, without what is dead, and with what was not read beside it."""
        state = self._state = State.of(self._folder)
        if tidy(self._folder, state, self._writer):
            state = self._state = State.of(self._folder)
        self._tell(REJECTED, self.outcome.rejected)
        self._tell(INCOMPLETE, self.outcome.incomplete)
        return state

    def _tell(self, name: str, told: list[Rejected]) -> None:
        rows = [{"path": each.path, "reason": each.reason} for each in told]
        self._writer.put(name, pa.Table.from_pylist(rows, schema=arrow_schema("rejected")))
