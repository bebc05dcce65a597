"""What is being done and how long it took, as lines of the log for who asks for them (`-v`)."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter

LOG = logging.getLogger("onrecord")


def tell(said: str, *given: object) -> None:
    """A line of the log.

    Args:
        said: with a `%s` for each thing that is given.
        given: what stands there; it is put there only where somebody listens.
    """
    LOG.info(said, *given)


@contextmanager
def stage(doing: str) -> Iterator[Callable[[str], None]]:
    """A line when a stage begins, and one with its seconds when it has ended.

    Args:
        doing: what is done, without a full stop.

    Yields:
        Takes what came of it, for the second line.

    >>> with stage("comparing names") as found:
    ...     found("people: 2")
    """
    LOG.info("%s ...", doing)
    begun = perf_counter()
    came: list[str] = []
    yield came.append
    LOG.info("%s", f"{doing}: {', '.join([*came, f'{perf_counter() - begun:.2f} s'])}")
