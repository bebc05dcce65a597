"""One run over a corpus: what is new is read, what is known is left, the store is brought up."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.metadata import version
from itertools import chain, islice
from pathlib import Path

import pyarrow as pa
from tqdm.auto import tqdm

from analysis import stories
from analysis.cluster import cluster
from analysis.errors import AnalysisError, LexiconError, StoreError
from analysis.load import Draft, Rejected, iter_articles, stamp
from analysis.pipeline import provenance
from analysis.processes import in_order, processes
from analysis.reader import Reader
from analysis.store import (
    PROVENANCE,
    Moved,
    Reading,
    State,
    Writer,
    restate,
    tidy,
    unwritable,
    writing,
)
from analysis.store.layout import NAMES, REJECTED, STORIES, STORIES_SCHEMA, arrow_schema
from analysis.unify import merged
from analysis.work import Done, Settings, article_row, facts, tools, work

PIECE = 16  # articles that are handed out together: what is handed out has its price, too
ALONE = 2  # pieces up to which starting more processes costs more than it saves
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
        changed: files that changed while the run read them.
    """

    articles: int = 0
    read: int = 0
    known: int = 0
    moved: int = 0
    removed: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)


def update(
    folder: str | Path,
    *paths: str | os.PathLike[str],
    actors: Sequence[str | Path] = (),
    reader: Callable[[], Reader] = Reader.load,
    jobs: int | None = None,
    workers: int | None = None,
    scheduler: str | None = None,
    prune: bool = False,
    check_contents: bool = False,
    progress: bool | None = None,
) -> Outcome:
    """Bring a store up to a corpus; memory stays flat, and a killed run goes on where it was.

    Args:
        folder: the store; made if it is not there.
        paths: as for `analysis.load`.
        actors: the user's own `actors.yaml` files.
        reader: makes the model; a function that other processes can import.
        jobs: processes of this machine; None for as many as there are cores, once there is
            enough to read.
        workers: processes of a dask cluster on this machine, instead.
        scheduler: address of a dask cluster, instead.
        prune: forget articles that are no longer under the paths.
        check_contents: read every file; by default nothing is read where the system says that
            no file has come, gone or changed since the last run.
        progress: show a bar; None shows it in a terminal.

    Raises:
        LoadError: as `analysis.load`.
        StoreError: the folder cannot be written, is held by another run, or is damaged;
            what was there before is kept.
        AnalysisError: a cluster cannot be reached, or a process ended early.
    """
    folder, own = Path(folder), [Path(path) for path in actors]
    items = iter_articles(*paths, progress=False)
    # paths that do not exist are found before a folder is made
    items = chain(list(islice(items, 1)), items)
    given = tuple((path.name, _text(path)) for path in own)
    lexicon, model = tools(Settings("", given, reader))
    settings = Settings(_key(model.name, given), given, reader)
    pool = partial(_results, settings, jobs, workers, scheduler)
    with writing(folder):
        seen = None if check_contents else stamp(*paths)
        same = _unchanged(folder, settings.key, seen)
        if same is not None:
            return same
        run = _Run(folder, settings.key)
        hidden = None if progress is None else not progress
        with tqdm(desc="reading", unit="article", disable=hidden) as bar:
            try:
                for done in pool(_pieces(run.sift(items))):
                    run.take(done)
                    bar.update(done.count)
            except KeyboardInterrupt:
                run.flush()
                raise
        run.finish(prune)
        state = State.of(folder)
        if run.stamped != state.stamp:
            run.put_whole(state, lexicon.user_names)
        said = provenance(state.live.article_id, len(run.outcome.rejected), own, model)
        run.sign(said | run.stamp(seen, prune), state)
    return run.outcome


def _unchanged(folder: Path, key: str, seen: str | None) -> Outcome | None:
    """What a run would do where the files, the settings and the store are as they were."""
    reading = Reading(folder)
    try:
        last = reading.provenance
    except StoreError:
        return None
    if seen is None or not last.get("complete") or last.get("files") != [key, seen]:
        return None
    if reading.state.stamp != last.get("store"):
        return None
    rejected = [Rejected(*row) for row in reading.frame("rejected").itertuples(index=False)]
    count = len(reading.state.live)
    return Outcome(articles=count, known=count, rejected=rejected)


class _Run:
    """What one run gathers before it is written."""

    def __init__(self, folder: Path, key: str) -> None:
        self.outcome = Outcome()
        self._folder, self._key = folder, key
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
        self.stamped = self._last.get("store") if self._last.get("complete") else None

    def sift(self, items: Iterable[Draft | Rejected]) -> Iterator[Draft]:
        """Hand on what has to be read; note what is known, moved or rejected."""
        for item in items:
            self._watch(item.path)
            if isinstance(item, Rejected):
                self.outcome.rejected.append(item)
                continue
            article = item.article_id
            self._left.pop(article, None)
            known = self._known.get(article)
            if known is None or known.key != self._key:
                yield item
            elif known.facts != facts(item):
                self._moved.append(Moved(article_row(item), facts(item), known))
                if len(self._moved) >= MOVED:
                    self._restate()
            else:
                self.outcome.known += 1
        self._watch("")

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
        rows = [{"path": each.path, "reason": each.reason} for each in self.outcome.rejected]
        self._writer.put(REJECTED, pa.Table.from_pylist(rows, schema=arrow_schema("rejected")))
        self.outcome.articles = len(state.live)

    def put_whole(self, state: State, fixed: frozenset[str]) -> None:
        """Write what only the whole corpus tells: one name per person, and the stories."""
        self._open()
        own = Reading(self._folder, named=False)
        self._writer.put(NAMES, merged(own, fixed))
        grouped = stories.group(own.signed())
        table = pa.Table.from_pandas(grouped, schema=STORIES_SCHEMA, preserve_index=False)
        self._writer.put(STORIES, table)

    def sign(self, said: dict, state: State) -> None:
        """Write the provenance: the run came to its end."""
        _write_json(self._folder / PROVENANCE, {**said, "store": state.stamp, "complete": True})

    def stamp(self, seen: str | None, prune: bool) -> dict[str, list[str]]:
        """What tells the next run that it need not read, if the store is all that was found."""
        whole = prune or not self._left
        return {"files": [self._key, seen]} if seen and whole and not self.outcome.changed else {}

    def _open(self) -> None:
        """Say, before the first change, that the store is not complete."""
        if not self._signed:
            _write_json(self._folder / PROVENANCE, {**self._last, "complete": False})
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


def _results(
    settings: Settings,
    jobs: int | None,
    workers: int | None,
    scheduler: str | None,
    pieces: Iterator[list[Draft]],
) -> Iterator[Done]:
    some = list(islice(pieces, 1))
    if not some:
        return  # nothing to read: no processes, no cluster
    pieces = chain(some, pieces)
    if workers or scheduler:
        yield from _spread(cluster(workers=workers or 1, scheduler=scheduler), settings, pieces)
        return
    first = [] if jobs else list(islice(pieces, ALONE))
    jobs = jobs or _cores()
    if jobs == 1 or (first and len(first) < ALONE):
        yield from map(partial(work, settings), chain(first, pieces))
    else:
        yield from _spread(processes(jobs), settings, chain(first, pieces))


def _spread(
    engine: AbstractContextManager[tuple[Executor, int]],
    settings: Settings,
    pieces: Iterator[list[Draft]],
) -> Iterator[Done]:
    one = replace(settings, threads=1)  # the processes must not fight over the cores
    try:
        with engine as (executor, width):
            # twice as many as can run, so that loading and writing never let one wait
            yield from in_order(executor, partial(work, one), pieces, 2 * width)
    except BrokenExecutor as error:
        raise AnalysisError(
            "A process that reads articles was ended from outside, perhaps for want of memory; "
            "what was read is kept: run again, or with fewer --jobs."
        ) from error


def _pieces(drafts: Iterable[Draft]) -> Iterator[list[Draft]]:
    drafts = iter(drafts)
    while piece := list(islice(drafts, PIECE)):
        yield piece


def _key(model: str, actors: tuple[tuple[str, str], ...]) -> str:
    """What an article's rows depend on besides its text."""
    said = repr((version("onrecord"), stories.SCHEME, model, [text for _, text in actors]))
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        raise LexiconError(f"{path} cannot be read: {error}.") from error


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _write_json(path: Path, said: dict) -> None:
    with unwritable(path.parent):
        part = path.with_name(f".{path.name}.part")
        part.write_text(json.dumps(said, indent=2, default=str), "utf-8")
        part.replace(path)
