"""Whether files are as they were: names, sizes and times, without reading them."""

from __future__ import annotations

import hashlib
import os
import time
from itertools import chain
from pathlib import Path

from onrecord.load.draft import Rejected
from onrecord.load.find import files, roots
from onrecord.load.sidecar import NAME
from onrecord.load.standard_input import DASH

YOUNG = 2.0  # seconds; a file changed so lately may change again without another time


def stamp(*paths: str | os.PathLike[str]) -> str | None:
    """Hash of what the system says of every file under the paths.

    A file with other words has another stamp, also where its size is the same and its time was
    set back: the system keeps the moment of every change by itself (not on Windows, where size
    and time must do).

    Returns:
        None where the answer cannot be trusted, as a file was changed just now, and for standard
        input.

    Raises:
        LoadError: as `onrecord.load`.
    """
    made = hashlib.sha256()
    if DASH in [os.fspath(path) for path in paths]:
        return None  # what is piped in has no times
    trusted = time.time_ns() - int(YOUNG * 1e9)
    for root, base in roots(paths):
        for path in chain(files(root), _beside(root, base)):
            if isinstance(path, Rejected) or (about := _about(path)) is None:
                return None
            *facts, changed = about
            if changed > trusted:
                return None
            made.update(repr((os.fspath(path), facts, changed)).encode("utf-8", "replace"))
    return made.hexdigest()[:32]


def _about(path: Path) -> tuple[int, int, int, int] | None:
    """Number, size and times of a file, the time of its last change last."""
    try:
        about = path.stat()
    except OSError:
        return None
    changed = about.st_ctime_ns if os.name == "posix" else about.st_mtime_ns
    return about.st_ino, about.st_size, about.st_mtime_ns, changed


def _beside(root: Path, base: Path) -> list[Path]:
    """Tables of facts in the folders above a path that speak of its files."""
    above = [folder for folder in root.parents if folder == base or base in folder.parents]
    return [folder / NAME for folder in above if (folder / NAME).is_file()]
