"""Files put in their place whole, and taken away by name."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

PART = ".onrecord-"  # begins the name of what is being written
Content = bytes | Callable[[BinaryIO], object]


def place(
    path: Path,
    content: Content,
    *,
    settle: bool = False,
    keep_mode: bool = False,
    before: Callable[[Path], object] | None = None,
) -> None:
    """Write a file beside its place and move it there: it is there whole or not at all.

    Args:
        path: its place; a file that is there is replaced, so ask first whose it is.
        content: its bytes, or a function that writes them.
        settle: wait until the disk has it.
        keep_mode: let whoever may read and write the file that is there do so after, too.
        before: called with what was written, before it is moved.
    """
    part = path.with_name(f"{PART}{uuid4().hex}.part")
    try:
        with part.open("xb") as stream:
            if callable(content):
                content(stream)
            else:
                stream.write(content)
            if settle:
                stream.flush()
                os.fsync(stream.fileno())
        if keep_mode:
            shutil.copymode(path, part)
        if before is not None:
            before(part)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def discard(folder: Path, names: Iterable[str]) -> bool:
    """Delete files of a folder by name, and the folder if nothing else is in it.

    Of a folder whose files go, so does what a killed run was writing into it.

    Returns:
        Whether the folder is gone.
    """
    names = tuple(names)
    if names:
        leave_no_part(folder)
    for name in names:
        (folder / name).unlink(missing_ok=True)
    try:
        folder.rmdir()
    except OSError:  # something else is in it
        return False
    return True


def leave_no_part(folder: Path) -> None:
    """Delete what a killed run was writing into a folder."""
    for part in folder.glob(f"{PART}{'[0-9a-f]' * 32}.part"):
        part.unlink(missing_ok=True)
