"""Paths, folders and globs to the files they mean, in a fixed order, each once."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from pathlib import Path, PurePath
from typing import IO, BinaryIO

from onrecord.errors import LoadError
from onrecord.load.draft import Rejected
from onrecord.load.passed import LOG, Passed, foreign
from onrecord.load.sidecar import Sidecars
from onrecord.load.source import Settings, Source, ignored, printable, saved_beside
from onrecord.load.standard_input import DASH, standard_input

Root = tuple[Path, Path]  # file or folder, and the folder up to which a metadata.csv counts


def roots(paths: tuple[str | os.PathLike[str], ...]) -> list[Root]:
    """What the user's paths stand for, sorted.

    Raises:
        LoadError: there are no paths, one does not exist, or a glob matches nothing.
    """
    if not paths:
        raise LoadError("Name at least one file, folder or glob to load.")
    return sorted({root for path in paths for root in _expand(path)})


def _expand(given: str | os.PathLike[str]) -> Iterator[Root]:
    if not isinstance(given, (str, os.PathLike)):
        raise LoadError(f"A path is text or a Path, not {type(given).__name__}: {given!r}.")
    name = os.fspath(given)
    if not isinstance(name, str) or not name.strip():
        raise LoadError(f"A path is empty or not text: {name!r}.")
    if name == DASH:
        yield Path(DASH), Path()
        return
    try:
        path = Path(name).expanduser()
    except RuntimeError as error:
        raise LoadError(f"There is no user whose folder {name} could be in.") from error
    if os.path.lexists(path):  # before the glob, so that "a[1].txt" means itself
        yield path, path if path.is_dir() else path.parent
        return
    if name[:8].lower().startswith(("http://", "https://")):
        raise LoadError(
            f"{name} is an address, and nothing is fetched unless asked for: "
            "`onrecord analyse ADDRESS --fetch FOLDER` takes feeds."
        )
    if not glob.has_magic(name):
        raise LoadError(f"There is no file or folder {name}.")
    matches = glob.glob(str(path), recursive=True)  # noqa: PTH207 - it may be absolute
    base = path
    while glob.has_magic(str(base)):
        base = base.parent
    listed = [Path(match) for match in matches if not ignored(Path(match).name)]
    found = foreign(listed, base)
    if not found:
        raise LoadError(f"No file matches {name}.")
    # `**` follows links in circles, and meets the same file again further down
    identity = _Identity()
    once = {identity(match): match for match in sorted(found, reverse=True)}
    yield from ((match, base) for match in once.values())


def find(given: list[Root], settings: Settings) -> Iterator[Source | Rejected]:
    """Every file to read, or the reason why there is nothing to read at a path.

    Hidden files, backups, `actors.yaml`, `issues.yaml` and `metadata.csv` are passed over. So
    is what On Record wrote, tables and reports, unless a file is named by itself; then its reader
    says what it is.
    """
    sidecars = Sidecars(_open_existing)
    identity = _Identity()
    done: set[tuple[str, str]] = set()
    for root, base in given:
        if root == Path(DASH):
            yield standard_input(settings)
            continue
        for entry in files(root, LOG.warning):
            path = entry if isinstance(entry, Path) else Path(entry.path)
            key = identity(path)
            if key in done:
                continue
            done.add(key)
            if isinstance(entry, Rejected):
                yield entry
            elif path.is_symlink() and not path.exists():
                yield Rejected(_shown(path), "is a link to nothing")
            elif not path.is_file():
                yield Rejected(_shown(path), "is not a regular file")
            elif not sidecars.holds(path):
                facts = sidecars.facts(path, base)
                yield Source(_shown(path), partial(_opened, path), settings, facts)


def _opened(path: Path) -> IO[bytes]:
    return path.open("rb")


def files(
    root: Path, tell: Callable[..., object] = lambda *said: None
) -> Iterator[Path | Rejected]:
    """Every path below a folder that is none itself, in a fixed order.

    Args:
        root: the folder, or a file.
        tell: is told what was passed over, as a logger is.
    """
    stack = [root]
    passed = Passed(tell)
    if root.is_dir() and not passed.begins(root):
        return
    entered: set[tuple[int, int]] = set()
    while stack:
        path = stack.pop()
        if path in passed:
            continue
        if not path.is_dir():
            yield path
            continue
        try:
            about = path.stat()
            if (about.st_dev, about.st_ino) in entered:  # links may lead in circles
                continue
            entered.add((about.st_dev, about.st_ino))
            names = sorted(os.listdir(path), reverse=True)  # noqa: PTH208 - names, not paths
        except OSError as error:
            yield Rejected(_shown(path), f"cannot be opened: {reason(error)}")
            continue
        if passed.enters(path, names):
            every = frozenset(names)
            stack.extend(
                path / name for name in names if not ignored(name) and not saved_beside(name, every)
            )


class _Identity:
    """Tells whether two paths are one: a folder reached twice is, a link to a file is not."""

    def __init__(self) -> None:
        self._real = lru_cache(maxsize=1024)(os.path.realpath)

    def __call__(self, path: Path) -> tuple[str, str]:
        return self._real(path.parent), path.name


def reason(error: OSError) -> str:
    """What the system says, without the path.

    >>> reason(PermissionError(13, "Permission denied", "a.txt"))
    'permission denied'
    """
    return (error.strerror or type(error).__name__).lower()


def _shown(path: Path) -> str:
    # a name that is not UTF-8 must not break the tables
    return printable(os.fsencode(path.as_posix()).decode("utf-8", "replace"))


def _open_existing(path: PurePath) -> BinaryIO | None:
    return Path(path).open("rb") if Path(path).is_file() else None
