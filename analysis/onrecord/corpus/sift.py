"""What of a corpus has to be read: the known is left, the moved noted, the rejected listed."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from onrecord.corpus.index import article_row, facts, keyed
from onrecord.corpus.outcome import Outcome
from onrecord.corrections.book import Book
from onrecord.load import Draft, Rejected
from onrecord.store import Moved, State

MOVED = 20_000  # articles with new facts gathered before they are handed on


class Sift:
    """Compares a corpus with what a store holds."""

    def __init__(
        self,
        state: State,
        key: str,
        book: Book,
        outcome: Outcome,
        restate: Callable[[list[Moved]], None],
    ) -> None:
        """A sift for one run.

        Args:
            state: what the store holds.
            key: names the model and the settings.
            book: what reviewers say; an article of which they say something else is new.
            outcome: where it is counted what became of the articles.
            restate: takes articles that have another path, date, outlet or the like.
        """
        self._key, self._book, self._outcome, self._restate = key, book, outcome, restate
        self._known = state.known()
        self._left = dict.fromkeys(self._known)
        self._moved: list[Moved] = []
        self._started, self._path = time.time(), ""

    @property
    def left(self) -> Collection[str]:
        """Ids of articles in the store that were not met yet in this run."""
        return self._left

    def new(self, items: Iterable[Draft | Rejected]) -> Iterator[Draft]:
        """Hand on what has to be read; count what is known, moved or rejected."""
        for item in items:
            self._watch(item.path)
            if isinstance(item, Rejected):
                self._outcome.rejected.append(item)
            elif self._is_new(draft := self._identified(item)):
                yield draft
        self._watch("")
        self._hand_on()
        self._known = {}  # nobody asks any more, and of a million articles it is half a gigabyte

    def _is_new(self, draft: Draft) -> bool:
        if draft.incomplete:
            self._outcome.incomplete.append(Rejected(draft.path, draft.incomplete))
        self._left.pop(draft.article_id, None)
        known = self._known.get(draft.article_id)
        if known is None or known.key != keyed(self._key, self._book.about(draft)):
            return True
        if known.facts == facts(draft):
            self._outcome.known += 1
        else:
            self._moved.append(Moved(article_row(draft), facts(draft), known))
            if len(self._moved) >= MOVED:
                self._hand_on()
        return False

    def _identified(self, item: Draft) -> Draft:
        """With the id of the last run, though a text's outlets may come in another order now."""
        if item.outlet and replace(item, again=True).article_id in self._known:
            return replace(item, again=True)
        if item.again and replace(item, again=False).article_id in self._left:
            return replace(item, again=False)
        return item

    def _hand_on(self) -> None:
        if self._moved:
            self._restate(self._moved)
            self._outcome.moved += len(self._moved)
            self._moved = []

    def _watch(self, path: str) -> None:
        """Note a file that is younger than the run, once all of it was read."""
        name = path.partition("#")[0]
        if name == self._path:
            return
        done, self._path = self._path, name
        try:
            if done and Path(done).stat().st_mtime > self._started:
                self._outcome.changed.append(done)
        except OSError:
            return  # a member of an archive, or gone by now
