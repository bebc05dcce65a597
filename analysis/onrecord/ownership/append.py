"""Lines added to a file of the user's, which is never written anew."""

from __future__ import annotations

import os
from pathlib import Path


def append_line(path: Path, line: bytes) -> None:
    """Add one line to the end of a file and wait until the disk has it.

    What stands in the file stays. A last line that a killed run left half written is closed
    first, so that it spoils nothing but itself.

    Args:
        path: the file, made if it is not there.
        line: without its line break.
    """
    with path.open("a+b", buffering=0) as stream:
        whole = stream.seek(0, os.SEEK_END) == 0
        if not whole:
            stream.seek(-1, os.SEEK_END)
            whole = stream.read(1) == b"\n"
        left = memoryview((b"" if whole else b"\n") + line + b"\n")
        while left:
            left = left[stream.write(left) :]
        os.fsync(stream.fileno())
