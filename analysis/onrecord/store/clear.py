"""A store taken away, without what else lies in its folder."""

from __future__ import annotations

from pathlib import Path

from onrecord.ownership import discard, leave_no_part
from onrecord.store.layout import (
    ACTORS,
    BATCH_FILES,
    DAMAGED,
    INCOMPLETE,
    MARK,
    PROVENANCE,
    REJECTED,
    RUNS,
    SEARCH,
    STORIES,
    SUMS,
    UNFINISHED,
    batches,
    check,
    is_search,
)
from onrecord.store.lock import LOCK, unwritable, writing


def clear(folder: Path) -> bool:
    """Delete the files of a store, and its folder if nothing else is in it.

    What was moved elsewhere, with a link in its place, stays.

    Returns:
        Whether the folder is gone.

    Raises:
        StoreError: another run holds it, it is of another version, or cannot be written.
    """
    check(folder)
    with writing(folder), unwritable(folder):
        for batch in batches(folder):
            if _linked(batch.folder, folder):
                continue
            discard(batch.folder, BATCH_FILES)
            discard(batch.folder.parent, ())
        discard(folder / UNFINISHED, ())
        aside = folder / DAMAGED
        for old in aside.iterdir() if aside.is_dir() else ():
            if not _linked(old, folder):
                discard(old, BATCH_FILES)
        discard(aside, ())
        leave_no_part(folder)
        if is_search(folder / SEARCH):
            discard(folder, (SEARCH,))
        discard(folder, (STORIES, ACTORS, REJECTED, INCOMPLETE, RUNS, PROVENANCE, SUMS, MARK))
    return discard(folder, (LOCK,))


def _linked(path: Path, folder: Path) -> bool:
    """Whether a folder of the store is reached through a link below it."""
    return path.is_symlink() or (path.parent != folder and path.parent.is_symlink())
