"""The log: lines with the time to stderr, each warning once."""

from __future__ import annotations

import logging
import sys
import time

LOG = logging.getLogger("onrecord")


def start_log(*, quiet: bool, verbose: bool) -> None:
    """Send the package's log to stderr.

    Args:
        quiet: errors alone.
        verbose: also what is being done.
    """
    for old in [handler for handler in LOG.handlers if isinstance(handler, _Once)]:
        LOG.removeHandler(old)
    LOG.addHandler(_Once())
    LOG.setLevel(logging.ERROR if quiet else logging.INFO if verbose else logging.WARNING)
    LOG.propagate = False


class _Once(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self._said: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        if sys.stderr is None or said in self._said:
            return
        if record.levelno >= logging.WARNING:  # what is done can be done twice
            self._said.add(said)
        moment = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(record.created))
        print(moment, record.levelname, said, file=sys.stderr)
