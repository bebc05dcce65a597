""".zip: its members as sources; nothing is ever written to disk."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from onrecord.load.bounds import FACTS, PART, RATIO, ROWS, SMALL, TOTAL
from onrecord.load.draft import Rejected, Unreadable
from onrecord.load.ours import in_archive
from onrecord.load.passed import LOG
from onrecord.load.sidecar import Sidecars
from onrecord.load.source import Source, ignored, in_words, printable, saved_beside

PASSED = "passed over what On Record wrote in %s"


def members(source: Source) -> Iterator[Source | Rejected]:
    """The files of an archive, by name; each that cannot be read is a reason.

    The sources can be opened until the next one is asked for.

    Raises:
        Unreadable: it unpacks to more than the limit.
        BadZipFile: it is no archive.
    """
    with source.open() as stream, ZipFile(stream) as archive:
        _check_total(archive)
        files = {info.filename: info for info in archive.infolist()}
        sidecars = Sidecars(partial(_open_sidecar, archive, files), ROWS)
        whose = in_archive(files, partial(_small, archive, files))
        told: set[PurePosixPath] = set()
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            name = PurePosixPath(info.filename.replace("\\", "/"))
            if info.is_dir() or any(ignored(part) for part in name.parts if part != ".."):
                continue
            if sidecars.holds(name) or _saved_beside(name, files):
                continue
            if (folder := whose(name)) is not None:
                if folder not in told:
                    LOG.warning(PASSED, f"{source.path}/{printable(str(folder))}")
                    told.add(folder)
                continue
            path = f"{source.path}/{printable(info.filename)}"
            reason = _fault(info, name)
            if reason:
                yield Rejected(path, reason)
                continue
            facts = {**source.known, **sidecars.facts(name, PurePosixPath())}
            yield replace(source, path=path, open=partial(archive.open, info), known=facts, kind="")


def _saved_beside(name: PurePosixPath, files: Mapping[str, ZipInfo]) -> bool:
    """Whether a member lies in the folder of a saved page."""
    return any(saved_beside(str(folder), files) for folder in name.parents)


def check(data: bytes, part: int = PART) -> None:
    """Refuse a document that is an archive and would unpack beyond measure.

    Args:
        data: the document.
        part: most bytes of one of its parts, pictures aside.

    Raises:
        Unreadable: it is no archive, is locked, or unpacks to too much.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            _check_total(archive)
            bomb = any(_is_bomb(info) for info in archive.infolist())
            markup = (i for i in archive.infolist() if i.filename.endswith((".xml", ".rels")))
            large = max((info.file_size for info in markup), default=0)
    except BadZipFile as error:
        raise Unreadable("is damaged, locked by a password, or of another format") from error
    if bomb:
        raise Unreadable(f"unpacks to more than {RATIO} times its size")
    if large > part:
        raise Unreadable(f"holds a part larger than {in_words(part)}")


def _check_total(archive: ZipFile) -> None:
    total = sum(info.file_size for info in archive.infolist())
    if total > TOTAL:
        raise Unreadable(f"unpacks to {in_words(total)}, over {in_words(TOTAL)}")


def _is_bomb(info: ZipInfo) -> bool:
    return info.file_size > SMALL and info.file_size > RATIO * max(1, info.compress_size)


def _fault(info: ZipInfo, name: PurePosixPath) -> str | None:
    if name.is_absolute() or ".." in name.parts or re.match(r"[A-Za-z]:", str(name)):
        return "has a name that leads out of the archive"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a link inside an archive"
    if name.suffix.lower() == ".zip":
        return "is an archive inside an archive"
    if info.flag_bits & 1:
        return "is protected by a password"
    if _is_bomb(info):
        return f"unpacks to more than {RATIO} times its size"
    return None


def _small(archive: ZipFile, files: Mapping[str, ZipInfo], name: str) -> bytes:
    """The bytes of a member that is not large; none of another."""
    info = files[name]
    return b"" if info.file_size > FACTS or _is_bomb(info) else archive.read(info)


def _open_sidecar(
    archive: ZipFile, files: Mapping[str, ZipInfo], path: PurePosixPath
) -> BinaryIO | None:
    info = files.get(str(path))
    if info is None or info.flag_bits & 1 or _is_bomb(info) or info.file_size > FACTS:
        return None
    return archive.open(info)  # type: ignore[return-value]
