"""What On Record wrote into a folder, taken away again."""

from __future__ import annotations

import os
from pathlib import Path

from onrecord.ownership.hold import LOCK, hold
from onrecord.ownership.manifest import MANIFEST, Manifest, is_foreign
from onrecord.ownership.output import remove
from onrecord.ownership.place import leave_no_part
from onrecord.ownership.writable import shown


def clear(folder: Path) -> list[str]:
    """Delete the files that the manifest of a folder lists, if they are as they were written.

    Returns:
        Files that stay, as they were changed since or are reached through a link.

    Raises:
        OwnershipError: another run is writing there.
    """
    if not (folder / MANIFEST).is_file() or is_foreign(folder):
        return []
    lock = hold(folder, shown(folder))
    try:
        return _cleared(folder)
    finally:
        lock.release()
        (folder / LOCK).unlink(missing_ok=True)


def _cleared(folder: Path) -> list[str]:
    manifest = Manifest.of(folder)
    kept = []
    for name in manifest.files:
        path = folder / name
        leave_no_part(path.parent)
        if manifest.holds(name):
            remove(folder, name)
        elif os.path.lexists(path):
            kept.append(name)
    leave_no_part(folder)
    (folder / MANIFEST).unlink(missing_ok=True)
    return sorted(kept)
