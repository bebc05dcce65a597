"""`onrecord clean`: what On Record wrote is taken away, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

from onrecord import store
from onrecord.ownership import MANIFEST, clear, discard


def clean(folder: Path) -> tuple[int, list[str]]:
    """Take away the stores and reports in a folder and below it.

    Args:
        folder: to be cleaned; it goes too where nothing else is in it.

    Returns:
        How many were taken away, and files that stay, as they were changed since.

    Raises:
        StoreError: a run is writing there, or a store is of another version.
    """
    found, kept = 0, []
    for where, _, names in os.walk(folder, topdown=False):
        here = Path(where)
        if store.holds(here):
            found += 1
            store.clear(here)
        elif MANIFEST in names:
            found += 1
            kept += [(here / name).as_posix() for name in clear(here)]
            discard(here, ())
    return found, kept
