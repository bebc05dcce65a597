"""One run at a time: the lock of a store, and the sentence for a folder that cannot be written."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import OwnershipError, StoreError
from onrecord.ownership import MARK, PART, discard, is_store, leave_no_part, place, reach
from onrecord.store.layout import BATCH_FILES, FORMAT, UNFINISHED, check, holds, way_out

LOCK = f"{PART}lock"


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold a folder for one run; it becomes a store if it is new.

    A run that fails before it has written anything leaves no new store behind. The system lets go
    of the lock when a process ends, however it ends.

    Raises:
        StoreError: another run holds it, it cannot be written, it is a store of another
            version, or it holds tables that are no store.
        OwnershipError: it holds files that On Record did not write.
    """
    could_write(folder)
    made = [each for each in (folder, *folder.parents) if not os.path.lexists(each)]
    with unwritable(folder):
        folder.mkdir(parents=True, exist_ok=True)
        from filelock import FileLock, Timeout

        lock = FileLock(folder / LOCK)
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise StoreError(
                f"Another run is writing into {folder}; wait until it ends, or name another folder."
            ) from error
    new = not holds(folder)
    try:
        with unwritable(folder):
            _enter(folder)
        yield
    except BaseException:
        if new:
            _leave(folder, made)
        raise
    finally:
        lock.release()


def _leave(folder: Path, made: Iterable[Path]) -> None:
    """Take a new store away that holds nothing yet, and the folders that were made for it."""
    names = {path.name for path in folder.iterdir()} - {LOCK}
    if UNFINISHED in names or any(not _users(name) for name in names - {MARK}):
        return
    discard(folder, [MARK])
    if not names - {MARK}:
        discard(folder, [LOCK])
    for each in made:
        if each.exists() and not discard(each, ()):
            break


def could_write(folder: Path) -> None:
    """Make sure that a folder is a store, or could be one; nothing is made.

    Raises:
        StoreError: it cannot be written, is a store of another version, or holds tables that are
            no store.
        OwnershipError: it holds files that On Record did not write.
    """
    with unwritable(folder):
        if (folder / "articles.parquet").exists() and not holds(folder):
            raise StoreError(
                f"{folder} holds tables that were saved in one piece, not a store; nothing in it "
                "was touched: name another folder, or move them away."
            )
        reach(folder.resolve())
        if not folder.is_dir():
            return
        _nothing_foreign(folder)
        if holds(folder):
            check(folder)


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


def _users(name: str) -> bool:
    """Whether a file may lie in a new store: corrections, and what was learnt, outlive tables."""
    corrections = name.startswith("corrections") and name.endswith(".jsonl")
    return name.startswith(".") or corrections or name == "learnt.json"


def _nothing_foreign(folder: Path) -> None:
    if holds(folder):
        return
    if is_store(folder):
        raise StoreError(f"{folder / MARK} is not there any more; run {way_out(folder)}.")
    found = sorted(path.name for path in folder.iterdir() if not _users(path.name))
    if found:
        raise OwnershipError(
            f"{folder} holds files that On Record did not write ({', '.join(found[:3])}"
            f"{' and others' if len(found) > 3 else ''}); nothing was touched: name an empty "
            "folder for the tables, or one that is not there yet."
        )


def _enter(folder: Path) -> None:
    if not holds(folder):
        place(folder / MARK, json.dumps({"format": FORMAT}).encode(), settle=True)
        return
    check(folder)
    # what a killed run left half done
    unfinished = folder / UNFINISHED
    if unfinished.is_dir():
        for part in unfinished.iterdir():
            if part.is_dir():
                discard(part, BATCH_FILES)
        discard(unfinished, ())
    leave_no_part(folder)
