"""How far a run is, shown in a terminal or in Jupyter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any, Protocol


class Bar(Protocol):
    """What is told how much is done; a context, and what it was given to go through."""

    def __enter__(self) -> Bar:
        """The bar itself."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool | None:
        """The run has ended."""

    def __iter__(self) -> Iterator[Any]:
        """One by one, counted."""

    def update(self, n: float = 1) -> bool | None:
        """So many more are done."""


class Hidden:
    """A bar that nobody sees: none of tqdm is imported for it."""

    def __init__(self, over: Iterable[Any] = ()) -> None:
        self._over = over

    def __enter__(self) -> Hidden:
        return self

    def __exit__(self, *error: object) -> None:
        return None

    def __iter__(self) -> Iterator[Any]:
        return iter(self._over)

    def update(self, n: float = 1) -> bool | None:
        """Nothing is shown."""
        return None


def bar(over: Iterable[Any] | None = None, *, disable: bool | None = None, **said: Any) -> Bar:
    """A bar of tqdm, or a hidden one.

    Args:
        over: what is gone through, where the bar counts it itself.
        disable: whether nothing is shown; None shows it in a terminal and in Jupyter alone.
        said: what tqdm takes, as `total`, `desc` and `unit`.

    >>> list(bar("ab", disable=True))
    ['a', 'b']
    """
    if disable:
        return Hidden(over or ())
    from tqdm.auto import tqdm

    made: Bar = tqdm(over, disable=disable, **said)
    return made
