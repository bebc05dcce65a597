"""A bound on the processor time between two articles, so that no file holds up a corpus."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from typing import Any

from onrecord.load.bounds import SECONDS
from onrecord.load.draft import Item, Rejected, Unreadable


class _Spent(BaseException):
    """Time is up; no library takes it for a fault that it may pass over."""


class _Clock:
    """One for the process: a signal reaches the main thread alone."""

    def __init__(self) -> None:
        self.until: float | None = None

    def ring(self, number: int, frame: Any) -> None:
        # the timer counts all threads, the bound only this one
        if self.until is not None and time.thread_time() >= self.until:
            raise _Spent

    def start(self, seconds: float) -> bool:
        if threading.current_thread() is not threading.main_thread():
            return False
        if not hasattr(signal, "setitimer") or self.until is not None:  # Windows has none
            return False
        if signal.getsignal(signal.SIGPROF) == signal.SIG_DFL:
            signal.signal(signal.SIGPROF, self.ring)
        if signal.getsignal(signal.SIGPROF) != self.ring:  # a profiler has it
            return False
        self.until = time.thread_time() + seconds
        signal.setitimer(signal.ITIMER_PROF, seconds, 0.5)
        return True

    def stop(self) -> None:
        self.until = None
        signal.setitimer(signal.ITIMER_PROF, 0)


_clock = _Clock()


def timed(items: Iterator[Item], seconds: float = SECONDS) -> Iterator[Item]:
    """The same items, where no article takes longer to come, with what is rejected before it.

    Holds in the main thread, where the system has timers; else there is no bound.

    Args:
        items: what is read.
        seconds: processor time from one article to the next.

    Raises:
        Unreadable: one took longer.

    >>> [item.path for item in timed(iter([Rejected("a.txt", "is empty")]))]
    ['a.txt']
    """
    left = seconds
    while True:
        began = time.thread_time()
        ticking = _clock.start(left)
        try:
            try:
                item = next(items)
            finally:
                if ticking:
                    _clock.stop()
        except StopIteration:
            return
        except _Spent:
            if ticking:
                _clock.stop()  # letting go of much takes time: it may have rung on the way out
            raise Unreadable(f"takes more than {seconds:g} seconds to read") from None
        spent = time.thread_time() - began
        left = max(left - spent, 0.001) if isinstance(item, Rejected) else seconds
        yield item
