"""One run at a time writes into a folder, or clears it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import OwnershipError
from onrecord.ownership.place import PART

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK = f"{PART}lock"


def hold(folder: Path, named: str, patience: float = 0) -> BaseFileLock:
    """The lock of a folder, to be released.

    Args:
        folder: where it lies.
        named: the folder, as a sentence names it.
        patience: seconds to wait for another run.

    Raises:
        OwnershipError: another run holds it.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=patience)
    except Timeout as error:
        raise OwnershipError(
            f"Another run is writing into {named}; wait until it ends, or name another folder."
        ) from error
    return lock
