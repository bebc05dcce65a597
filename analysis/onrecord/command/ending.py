"""An end from outside, by Ctrl-C or politely, comes in order: temporary folders are cleared."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import CodeType, FrameType

POLITE = 143  # exit code after SIGTERM, as shells count it
SOON = 0.05  # seconds until an end that came during an import is tried again


@contextmanager
def ends_in_order(door: CodeType) -> Iterator[None]:
    """Let Ctrl-C and SIGTERM raise, but never inside an import.

    Libraries in C++ abort the process where an exception hits their import, and a module that is
    half imported is broken for what still runs. So an end that comes then waits for the import.

    Args:
        door: code of the function that the run began with; imports around it do not count.
    """

    def end(number: int, frame: FrameType | None) -> None:
        if _importing(frame, door):
            again = threading.Timer(SOON, _send, (number,))
            again.daemon = True
            again.start()
        elif number == signal.SIGINT:
            raise KeyboardInterrupt
        else:
            sys.exit(POLITE)

    before = {}
    try:
        before[signal.SIGTERM] = signal.signal(signal.SIGTERM, end)
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            before[signal.SIGINT] = signal.signal(signal.SIGINT, end)
    except ValueError:  # not in the main thread
        pass
    try:
        yield
    finally:
        for number, handler in before.items():
            if handler is not None:
                signal.signal(number, handler)


def _send(number: int) -> None:
    # to the main thread: it may be waiting, and a signal to this one would not wake it
    if hasattr(signal, "pthread_kill") and (main := threading.main_thread().ident) is not None:
        signal.pthread_kill(main, number)
    else:
        signal.raise_signal(number)


def _importing(frame: FrameType | None, door: CodeType) -> bool:
    while frame is not None and frame.f_code is not door:
        if frame.f_code.co_filename == "<frozen importlib._bootstrap>":
            return True
        frame = frame.f_back
    return False
