"""metadata.csv: what the user knows about the files beside it and below."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, islice
from pathlib import PurePath
from typing import Any, BinaryIO

from onrecord.letters import composed
from onrecord.load import fields
from onrecord.load.bounds import CELLS, FACTS, ROWS
from onrecord.load.delimited import table
from onrecord.load.draft import Unreadable
from onrecord.load.encoding import open_text
from onrecord.load.records import HEAD
from onrecord.load.source import Source

NAME = "metadata.csv"
STATED = ("outlet", "published", "author", "url")

Facts = dict[str, Any]


class Sidecars:
    """The `metadata.csv` of every folder, read once.

    Its column `path` names a file as seen from its folder; outlet, published, author and
    url say what is known of it. A `metadata.csv` without a column `path` is a table of
    articles like any other.
    """

    def __init__(
        self, open: Callable[[PurePath], BinaryIO | None], together: int | None = None
    ) -> None:
        """What is known of some files.

        Args:
            open: gives a file's bytes, or None where there is no such file.
            together: most rows of all of them; by default only each is bounded.
        """
        self._open = open
        self._left = together
        self._read: dict[PurePath, dict[str, Facts] | None] = {}

    def holds(self, file: PurePath) -> bool:
        """Whether this file is itself a sidecar."""
        return file.name.lower() == NAME and self._table(file) is not None

    def facts(self, file: PurePath, base: PurePath) -> Facts:
        """What is stated of a file, the nearest folder first, up to `base`."""
        folders = [file.parent, *file.parent.parents]
        folders = folders[: folders.index(base) + 1] if base in folders else folders[:1]
        stated: Facts = {}
        for folder in reversed(folders):
            rows = self._table(folder / NAME) or {}
            stated.update(rows.get(_key(file.relative_to(folder).as_posix()), {}))
        return stated

    def _table(self, path: PurePath) -> dict[str, Facts] | None:
        if path not in self._read:
            self._read[path] = self._load(path)
        return self._read[path]

    def _load(self, path: PurePath) -> dict[str, Facts] | None:
        try:
            stream = self._open(path)
            if stream is None:
                return None
            stream.close()
            source = Source(str(path), lambda: self._open(path))  # type: ignore[arg-type, return-value]
            with open_text(source) as text:
                header, rows = table(text, FACTS)
                column = next((name for name in header if fields.squash(name) == "path"), None)
                if column is None:
                    return None
                whole = (row for row in rows if not isinstance(row, Unreadable))
                head = list(islice(whole, HEAD))
                order = fields.day_order(head, {})
                most = min(ROWS if self._left is None else self._left, CELLS // len(header))
                rest = islice(chain(head, whole), most)
                found = {_key(row[column]): _stated(row, order) for row in rest}
                if self._left is not None:
                    self._left -= len(found)
                return found
        except (OSError, Unreadable):
            return None


def _stated(row: dict[str, str], order: str | None) -> Facts:
    known = fields.known(row, {}, order)
    return {field: known[field] for field in STATED if field in known}


def _key(path: str) -> str:
    parts = [part for part in path.strip().replace("\\", "/").split("/") if part not in ("", ".")]
    return composed("/".join(parts))
