"""One run at a time: the lock of a store, and the sentence for a folder that cannot be written."""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from onrecord.errors import StoreError
from onrecord.store.layout import FORMAT, MARK, UNFINISHED, check, holds

LOCK = ".lock"


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold a folder for one run; it becomes a store if it is new.

    The system lets go of the lock when a process ends, however it ends.

    Raises:
        StoreError: another run holds it, it cannot be written, it is a store of another
            version, or it holds tables that are no store.
    """
    if (folder / "articles.parquet").exists() and not holds(folder):
        raise StoreError(
            f"{folder} holds tables that were saved in one piece, not a store; nothing in it was "
            "touched: name another folder, or move them away."
        )
    with unwritable(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK)
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise StoreError(
                f"Another run is writing into {folder}; wait until it ends, or name another folder."
            ) from error
    try:
        with unwritable(folder):
            _enter(folder)
        yield
    finally:
        lock.release()


@contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """Turn what the system says about a folder into one sentence.

    Raises:
        StoreError: for any error of the system inside.
    """
    try:
        yield
    except OSError as error:
        said = error.strerror or str(error)
        kept = " What was written before is kept." if error.errno in _FULL else ""
        raise StoreError(f"Cannot write tables into {folder}: {said}.{kept}") from error


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


def _enter(folder: Path) -> None:
    if holds(folder):
        check(folder)
        # what a killed run left half done
        shutil.rmtree(folder / UNFINISHED, ignore_errors=True)
        return
    part = folder / f"{MARK}.part"
    part.write_text(json.dumps({"format": FORMAT}), "utf-8")
    part.replace(folder / MARK)
