"""Ask, before any work, whether something can be written; nothing is made and nothing touched."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from onrecord.ownership.output import Output
from onrecord.ownership.writable import writable


def claim(folder: str | Path, names: Iterable[str], kind: str) -> None:
    """Make sure that files can be written into a folder, which need not be there yet.

    Args:
        folder: where.
        names: paths below it, with slashes.
        kind: what is written, in words: "a report".

    Raises:
        OwnershipError: there are files in their places that On Record did not write, it is a
            store, or the system lets nothing be written there.
    """
    with writable(folder, kind):
        Output(folder, kind).claim(names)
        reach(Path(folder).resolve())


def reach(folder: Path) -> None:
    """Make sure that a folder is there and open, or could be made.

    Raises:
        OSError: a file stands in its way, or it, or where it would be made, is closed.
    """
    there = folder
    while not os.path.lexists(there) and there != there.parent:
        there = there.parent
    if not there.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(there))
    if not os.access(there, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(there))
