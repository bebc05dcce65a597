"""One file that is packed, as .jsonl.gz: unpacked while it is read, within bounds."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from onrecord.load.bounds import RATIO, SMALL, TOTAL
from onrecord.load.draft import Unreadable
from onrecord.load.source import Source, in_words

OPENERS: dict[str, Any] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}
ARCHIVES = {".zip", ".tar", ".gz", ".bz2", ".xz"}


def member(source: Source) -> Source:
    """The file inside, under the same path.

    Raises:
        Unreadable: it is itself an archive.
    """
    inner = PurePosixPath(PurePosixPath(source.path).stem).suffix.lower()
    if inner in ARCHIVES:
        raise Unreadable("is an archive inside an archive")
    opener = OPENERS[source.suffix]

    def unpacked() -> BinaryIO:
        stream = source.open()
        size = stream.seek(0, 2)
        stream.seek(0)
        most = min(TOTAL, max(SMALL, RATIO * size))
        return io.BufferedReader(Bounded(opener(stream, "rb"), most))

    return replace(source, open=unpacked, kind=inner or ".")


class Bounded(io.RawIOBase):
    """A stream that gives no more than so many bytes.

    Args:
        stream: what is read.
        most: bytes after which it is refused.

    >>> Bounded(io.BytesIO(b"Both left."), 100).read(4)
    b'Both'
    """

    def __init__(self, stream: BinaryIO, most: int) -> None:
        self._stream = stream
        self._most = most

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is, from the start."""
        return True

    def seek(self, place: int, whence: int = 0) -> int:
        """Go to a place that was read before."""
        return self._stream.seek(place, whence)

    def tell(self) -> int:
        """How far it was read."""
        return self._stream.tell()

    def readinto(self, buffer: Any) -> int:
        """Read some bytes.

        Raises:
            Unreadable: they are too many.
        """
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        if self._stream.tell() > self._most:
            raise Unreadable(f"unpacks to more than {in_words(self._most)}")
        return len(data)

    def close(self) -> None:
        """Close what is read."""
        self._stream.close()
        super().close()
