"""Articles handed out: to this process, to more of them, or to a cluster."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor
from contextlib import AbstractContextManager
from dataclasses import replace
from itertools import chain, islice

from onrecord.corpus.piece import Done, Settings, work
from onrecord.corpus.spread.cluster import cluster
from onrecord.corpus.spread.processes import in_order, processes
from onrecord.corrections.book import Book
from onrecord.errors import AnalysisError
from onrecord.load import Draft
from onrecord.reader import cores
from onrecord.stages import tell

PIECE = 16  # articles that are handed out together: what is handed out has its price, too
Piece = tuple[Settings, list[Draft]]
ALONE = 2  # pieces up to which starting more processes costs more than it saves


def spread(
    settings: Settings,
    book: Book,
    jobs: int | None,
    workers: int | None,
    scheduler: str | None,
    drafts: Iterable[Draft],
) -> Generator[Done, None, None]:
    """Analyse articles, a piece at a time, in their order.

    Args:
        settings: what every process needs to know.
        book: what reviewers say; only what concerns its articles travels with a piece.
        jobs: processes of this machine; None for as many as there are cores, once there is
            enough to read.
        workers: processes of a dask cluster on this machine, instead.
        scheduler: address of a dask cluster, instead.
        drafts: the articles; taken as they are needed.

    Raises:
        AnalysisError: a cluster cannot be reached, or a process ended early.
    """
    told = ((settings.about(piece, book), piece) for piece in _pieces(drafts))
    some = list(islice(told, 1))
    if not some:
        return  # nothing to read: no processes, no cluster
    pieces = chain(some, told)
    if workers or scheduler:
        yield from _spread(cluster(workers=workers or 1, scheduler=scheduler), pieces)
        return
    first = [] if jobs else list(islice(pieces, ALONE + 1))
    jobs = jobs or cores()
    if jobs == 1 or (first and len(first) <= ALONE):
        yield from map(_work, chain(first, pieces))
    else:
        yield from _spread(processes(jobs), chain(first, pieces))


def _spread(
    engine: AbstractContextManager[tuple[Executor, int]],
    pieces: Iterator[Piece],
) -> Iterator[Done]:
    # the processes must not fight over the cores
    alone = ((replace(settings, threads=1), piece) for settings, piece in pieces)
    try:
        with engine as (executor, width):
            tell("reading side by side, processes: %s", width)
            # twice as many as can run, so that loading and writing never let one wait
            yield from in_order(executor, _work, alone, 2 * width)
    except BrokenExecutor as error:
        raise AnalysisError(
            "A process that reads articles was ended from outside, perhaps for want of memory; "
            "what was read is kept: run again, or with fewer --jobs."
        ) from error


def _work(piece: Piece) -> Done:
    return work(*piece)


def _pieces(drafts: Iterable[Draft]) -> Iterator[list[Draft]]:
    drafts = iter(drafts)
    while piece := list(islice(drafts, PIECE)):
        yield piece
