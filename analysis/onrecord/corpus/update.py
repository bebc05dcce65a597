"""One run over a corpus: what is new is read, what is known is left, the store is brought up."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from functools import partial
from importlib.metadata import version
from itertools import chain, islice
from pathlib import Path

from onrecord.bar import bar
from onrecord.corpus import stories
from onrecord.corpus.gather import Gather
from onrecord.corpus.outcome import Outcome
from onrecord.corpus.piece import Settings, tools
from onrecord.corpus.provenance import provenance, told
from onrecord.corpus.spread import spread
from onrecord.corpus.unfit import unfit
from onrecord.corpus.whole import whole_key
from onrecord.corrections import corrections_files
from onrecord.corrections.book import Book
from onrecord.errors import LexiconError, StoreError, why
from onrecord.learnt import NOTHING, Learnt, read_learnt
from onrecord.lexicon.user import read_user_actors
from onrecord.load import iter_articles
from onrecord.load.find import roots
from onrecord.load.stamps import stamp
from onrecord.ownership import keep_apart
from onrecord.reader import Reader
from onrecord.stages import stage, tell
from onrecord.store import Damage, Reading, could_write, inspect, outdated, way_out, writing
from onrecord.store.layout import batches


def update(
    folder: str | Path,
    *paths: str | os.PathLike[str],
    actors: Sequence[str | Path] = (),
    corrections: Sequence[str | Path] = (),
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
        paths: as for `onrecord.load`.
        actors: the user's own `actors.yaml` files.
        corrections: files of corrections, on top of those that lie in the store.
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
        LoadError: as `onrecord.load`.
        StoreError: the folder cannot be written, is held by another run, or is damaged;
            what was there before is kept.
        CorrectionsError: a file of corrections cannot be read.
        LearntError: the file of what was learnt cannot be understood.
        OwnershipError: the folder is or holds one of the paths, or holds files of the user's.
        AnalysisError: a cluster cannot be reached, or a process ended early.
    """
    folder, own = Path(folder), [Path(path) for path in actors]
    keep_apart(folder, [root for root, _ in roots(paths)])
    could_write(folder)
    items = iter_articles(*paths, progress=False)
    # paths that do not exist are found before a folder is made
    items = chain(list(islice(items, 1)), items)
    given = tuple((path.name, _text(path)) for path in own)
    with stage("opening the names and the model") as found:
        lexicon, model = tools(Settings("", given, reader=reader))
        found(model.name)
    learnt = read_learnt(folder, model.name)
    key = key_of(model.name, given, learnt)
    settings = Settings(key, given, reader=reader, learnt=learnt)
    book = Book.read([*corrections_files(folder), *map(Path, corrections)])
    problems = book.unclear
    pool = partial(spread, settings, book, jobs, workers, scheduler)

    def sign(articles: Collection[str], outcome: Outcome) -> dict:
        counts = len(outcome.rejected), len(outcome.incomplete)
        said = provenance(articles, counts, own, model)
        # the text of the names, so that corrections can be applied without the files
        return (
            said
            | {"corrections": told(book, len(outcome.unfit))}
            | ({"actors_text": given} if given else {})
            | ({"learnt": learnt.told() | {"key": key}} if learnt else {})
        )

    with writing(folder):
        with stage("looking at the store and the files"):
            harmed = inspect(folder, whole=False)
            _stop_for(folder, harmed)
            seen = None if check_contents else stamp(*paths)
            same = None if harmed else _unchanged(folder, whole_key(settings.key, book), seen)
        if same is not None:
            tell("no file has come, gone or changed since the last run")
            same.unfit, same.problems = unfit(Reading(folder), book), problems
            return same
        run = Gather(folder, settings.key, book, lexicon.users, Outcome(problems=problems))
        done = run.run(items, pool, sign, seen=seen, prune=prune, afresh=bool(harmed))
        hidden = None if progress is None else not progress
        with (
            bar(desc="reading", unit="article", disable=hidden) as shown,
            closing(done) as counts,
        ):
            for count in counts:
                shown.update(count)
    return run.outcome


def _stop_for(folder: Path, harmed: Sequence[Damage]) -> None:
    """Stop before a batch that is damaged or of an earlier version; the rest is made again."""
    if said := outdated(folder, batches(folder)[:1]):
        raise StoreError(said)
    broken = [each for each in harmed if each.batch]
    if broken:
        more = f" and {len(broken) - 1} more" if len(broken) > 1 else ""
        raise StoreError(
            f"{folder} is damaged: {broken[0]}{more}; run {way_out(folder)}, and then this again."
        )


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
    outcome = Outcome.of_last(reading)
    outcome.known = outcome.articles
    return outcome


def key_of(model: str, actors: tuple[tuple[str, str], ...], learnt: Learnt = NOTHING) -> str:
    """What an article's rows depend on besides its text."""
    said = repr((version("onrecord"), stories.SCHEME, model, [text for _, text in actors]))
    said += repr(learnt) if learnt else ""
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def _text(path: Path) -> str:
    read_user_actors(path)  # what is wrong in it is said of the user's own file
    try:
        return path.read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        raise LexiconError(f"{path} cannot be read: {why(error)}.") from error
