"""Where bytes come from: a file, or a member of an archive, with the limits that hold for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import IO, Any

from onrecord.load.bounds import MANY, MAX_BYTES
from onrecord.load.draft import Unreadable

# what lies beside articles and is none
BESIDE = {
    "actors.yaml",
    "issues.yaml",
    "actors.yml",
    "gold.jsonl",
    "readme",
    "readme.md",
    "readme.rst",
    "readme.txt",
    "thumbs.db",
    "desktop.ini",
    "__macosx",
    "__pycache__",
}
# what browsers call the folder of a saved page
SAVED = re.compile(r"[_-](?:files|dateien|fichiers|bestanden|archivos|ficheiros)$|\.fld$", re.I)
PAGES = (".html", ".htm", ".xhtml", ".HTML", ".HTM", ".mhtml")
BACKUPS = (".bak", ".orig", ".swp", ".tmp", "~")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user asked for.

    Attributes:
        columns: field of an article to the name that records give it.
        max_bytes: size of the largest article that is read.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    max_bytes: int = MAX_BYTES


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes that can be opened, any number of times.

    Attributes:
        path: the name under which the tables know it.
        open: opens the bytes.
        known: facts about it from a `metadata.csv`, by field.
        kind: the suffix by which it is read, where its path does not tell it.
    """

    path: str
    open: Callable[[], IO[bytes]]
    settings: Settings = field(default_factory=Settings)
    known: Mapping[str, Any] = field(default_factory=dict)
    kind: str = ""

    @property
    def suffix(self) -> str:
        """The lower-case suffix, with its dot; empty without one."""
        return self.kind or PurePosixPath(self.path).suffix.lower()

    def read(self, many: bool = False, limit: int | None = None) -> bytes:
        """All bytes.

        Args:
            many: the file holds many articles, so the larger limit applies.
            limit: most bytes, where neither limit of articles applies.

        Raises:
            Unreadable: it is larger than the limit.
        """
        limit = limit or self.settings.max_bytes * (MANY if many else 1)
        with self.open() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise Unreadable(f"is larger than {in_words(limit)}")
        return data


def in_words(size: int) -> str:
    """A size in words.

    >>> in_words(2_000_000_000), in_words(1510), in_words(5)
    ('2 GB', '1.51 kB', '5 bytes')
    """
    for unit, name in ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")):
        if size >= unit:
            return f"{size / unit:.3g} {name}"
    return f"{size} bytes"


def printable(name: str) -> str:
    r"""A foreign name without characters that would move a terminal's cursor.

    >>> printable("a\x1b[2Jb.txt")
    'a�[2Jb.txt'
    """
    return "".join(char if char.isprintable() else "\ufffd" for char in name)


def ignored(name: str) -> bool:
    """Whether a file or folder of this name is hidden, a backup, or lies beside articles.

    >>> [ignored(n) for n in (".git", "a.txt~", "~$a.docx", "#a.txt#", "actors.yaml", "a.txt")]
    [True, True, True, True, True, False]
    """
    low = name.lower()
    return (
        low in BESIDE
        or low.startswith((".", "~$"))
        or low.endswith(BACKUPS)
        or (low.startswith("#") and low.endswith("#"))
    )


def saved_beside(name: str, names: Iterable[str]) -> bool:
    """Whether a folder holds the pictures and frames of a page that was saved beside it.

    >>> saved_beside("Talks_files", ["Talks.html", "Talks_files"])
    True
    >>> saved_beside("court_files", ["a.txt", "court_files"])
    False
    """
    stem = SAVED.sub("", name)
    return stem != name and any(f"{stem}{suffix}" in names for suffix in PAGES)
