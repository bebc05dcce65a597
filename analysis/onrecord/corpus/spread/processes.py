"""Processes of this machine, side by side, each with one thread for the model."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any, TypeVar

Given = TypeVar("Given")
Result = TypeVar("Result")


@contextmanager
def processes(count: int) -> Iterator[tuple[Executor, int]]:
    """A pool of processes that start clean, so that no lock or thread is carried over.

    Yields:
        An executor, and how many pieces can run at a time.
    """
    pool = _Pool(
        count, mp_context=get_context("spawn"), initializer=_leave_with, initargs=(os.getpid(),)
    )
    try:
        yield pool, count
    finally:
        pool.shutdown(cancel_futures=True)


def in_order(
    executor: Executor,
    function: Callable[[Given], Result],
    given: Iterable[Given],
    ahead: int,
) -> Iterator[Result]:
    """Results in the order of what was given, which is taken no more than `ahead` early.

    Args:
        executor: where the function runs.
        function: can be pickled.
        given: may be endless.
        ahead: pieces that wait or run at a time.
    """
    waiting: deque[Future[Result]] = deque()
    try:
        for each in given:
            waiting.append(executor.submit(function, each))
            if len(waiting) >= ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


class _Pool(ProcessPoolExecutor):
    """Processes that do not hear Ctrl-C, from their first moment on.

    In a terminal it reaches all of them: the one that started them sees to it. What it hears
    while it starts them waits until they are there.
    """

    def submit(self, *given: Any, **more: Any) -> Future:
        if not hasattr(signal, "pthread_sigmask"):  # Windows
            return super().submit(*given, **more)
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # children inherit it
        try:
            return super().submit(*given, **more)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_with(parent: int) -> None:
    """End this process when the one that started it is gone; a killed parent cannot say so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
