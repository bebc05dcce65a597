"""What a walk passes over and says so: what On Record wrote itself, and hidden folders."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from onrecord.load.source import printable
from onrecord.ownership import MANIFEST, MARK, is_store, owned

LOG = logging.getLogger(__name__)


class Passed:
    """Tells what is no input, folder by folder."""

    def __init__(self, tell: Callable[..., object] = LOG.warning) -> None:
        self._tell = tell
        self._files: set[Path] = set()
        self._hidden: set[str] = set()

    def __contains__(self, path: Path) -> bool:
        """Whether On Record wrote a file, by the manifests of the folders entered so far."""
        return bool(self._files) and path.absolute() in self._files

    def begins(self, root: Path) -> bool:
        """Whether to walk a folder, by what On Record wrote into the folders above it."""
        inside = Path(os.path.abspath(root))  # noqa: PTH100 - no links followed
        above = reversed(inside.parents)
        return all(self.enters(folder, _marks(folder), inside) for folder in above)

    def enters(self, folder: Path, names: Collection[str], inside: Path | None = None) -> bool:
        """Whether to go into a folder; notes what its manifest lists.

        Args:
            folder: where the walk is.
            names: what lies in it.
            inside: the part of it that is walked, where it is not the whole.
        """
        held = MARK in names or any(name.startswith("month=") for name in names)
        if held and is_store(folder):
            self._tell("passed over %s: it holds tables that On Record wrote", _shown(folder))
            return False
        if MANIFEST in names:
            found = owned(folder.absolute())
            if inside is not None:
                found = frozenset(path for path in found if inside in path.parents)
            self._files |= found
            if found:
                some = "1 file" if len(found) == 1 else f"{len(found)} files"
                self._tell("passed over %s in %s that On Record wrote", some, _shown(folder))
        for name in names:
            if name.startswith(".") and name not in self._hidden and (folder / name).is_dir():
                self._hidden.add(name)
                self._tell("passed over hidden folders called %s", printable(name))
        return True


def foreign(matches: Iterable[Path], base: Path) -> list[Path]:
    """Those matches of a glob that On Record did not write.

    Args:
        matches: what the glob found.
        base: the folder from which it searched.
    """
    passed = Passed()
    entered: dict[Path, bool] = {}

    def within(folder: Path) -> bool:
        if folder not in entered:
            outer = folder == base or base not in folder.parents or within(folder.parent)
            entered[folder] = outer and passed.enters(folder, _marks(folder))
        return entered[folder]

    return [path for path in matches if within(path.parent) and path not in passed]


def _marks(folder: Path) -> list[str]:
    found = [name for name in (MARK, MANIFEST) if (folder / name).is_file()]
    return found + [path.name for path in folder.glob("month=*")]


def _shown(folder: Path) -> str:
    return printable(os.fsencode(folder.as_posix()).decode("utf-8", "replace"))
