"""Several files in one zip, and what comes back in one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath

MOST = 1 << 28  # bytes of one file, and
FILES = 200_000  # files that are looked at
BEGAN = (1980, 1, 1, 0, 0, 0)  # the same bytes at any time


def packed(made: Mapping[str, bytes]) -> bytes:
    """A zip of files by name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in made.items():
            entry = zipfile.ZipInfo(name, BEGAN)
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def files(raw: bytes, ending: str) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The files of a zip with an ending: their names without folder and ending, and contents.

    Raises:
        ValueError: it is no zip, or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
            if len(entries) > FILES:
                raise ValueError("it holds too many files")
            for entry in entries:
                place = PurePosixPath(entry.filename)
                if place.suffix.casefold() != ending or place.name.startswith("."):
                    continue
                if entry.file_size > MOST:
                    raise ValueError(f"{place.name} in it is too large")
                yield place.stem, partial(archive.read, entry)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise ValueError("it is no zip that can be read") from error
