"""What the system says of a folder, as one sentence that names it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import OwnershipError, why


@contextmanager
def writable(folder: str | Path, kind: str) -> Iterator[None]:
    """Turn what the system says about a folder into one sentence.

    Args:
        folder: where something is written.
        kind: what it is, in words: "a table".

    Raises:
        OwnershipError: for any error of the system inside.
    """
    try:
        yield
    except OSError as error:
        raise OwnershipError(f"Cannot write {kind} into {shown(folder)}: {why(error)}.") from error


def shown(folder: str | Path) -> str:
    """A folder as a sentence names it; the one where the user stands by its whole path."""
    return str(Path.cwd()) if Path(folder) == Path() else str(folder)
