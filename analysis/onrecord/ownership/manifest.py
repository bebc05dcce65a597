"""The manifest of a folder: which of its files On Record wrote, and with which bytes.

A line of JSON each, the first one says what the folder holds. A line is added before a file
is put in its place, so that the manifest is right whenever a run is killed.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from onrecord.ownership.place import place

MANIFEST = ".onrecord.jsonl"
MARK = "store.json"  # what marks a store instead
# by which a store is known that lost its mark
BATCHES = f"month=*/{'[0-9]' * 8}-*/*.parquet"
FORMAT = 1
WRONG = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(slots=True)
class Manifest:
    """What On Record wrote into a folder.

    Attributes:
        folder: where it lies.
        kind: what it is, in words for the user: "a report".
        files: path below the folder, with slashes, to the SHA-256 sums it may have.
        kinds: what each of them is a part of, as several commands may share a folder.
    """

    folder: Path
    kind: str = ""
    files: dict[str, set[str]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> Manifest:
        """The manifest of a folder; empty where there is none or it cannot be understood."""
        try:
            return cls.parse(folder, (folder / MANIFEST).read_bytes())
        except OSError:
            return cls(folder)

    @classmethod
    def parse(cls, folder: Path, data: bytes) -> Manifest:
        """The manifest of a folder from its bytes."""
        made, lines = cls(folder), data.splitlines()
        try:
            made.kind = str(json.loads(lines[0])["onrecord"])
        except (IndexError, *WRONG):
            return made
        for line in lines[1:]:
            try:
                said = json.loads(line)
                name, checksum = str(said["file"]), str(said["sha256"])
            except WRONG:
                continue  # the last line of a killed run
            if _below(name):
                made.files.setdefault(name, set()).add(checksum)
                made.kinds[name] = str(said.get("of", made.kind))
        return made

    def holds(self, name: str) -> bool:
        """Whether a file is listed, and still there as it was written, not through a link."""
        path = self.folder / name
        sums = self.files.get(name, set())
        linked = any(each.is_symlink() for each in list(path.parents)[: name.count("/")])
        return bool(sums) and not linked and path.is_file() and checksum(path) in sums

    def begin(self, kind: str) -> None:
        """Say what the folder holds, where nothing is said yet."""
        if not self.kind:
            self.kind = kind
            self.write()

    def add(self, name: str, checksum: str, kind: str) -> None:
        """List a file that is about to be put in its place."""
        self.files.setdefault(name, set()).add(checksum)
        self.kinds[name] = kind
        with (self.folder / MANIFEST).open("ab") as stream:
            stream.write(_line({"file": name, "sha256": checksum, "of": kind}))

    def write(self) -> None:
        """Write all of it anew."""
        lines = [_line({"onrecord": self.kind, "format": FORMAT})]
        for name, sums in sorted(self.files.items()):
            kind = self.kinds.get(name, self.kind)
            lines += [_line({"file": name, "sha256": each, "of": kind}) for each in sorted(sums)]
        place(self.folder / MANIFEST, b"".join(lines))


def is_foreign(folder: Path) -> bool:
    """Whether what stands in the place of a folder's manifest is the user's."""
    path = folder / MANIFEST
    if path.is_symlink() or path.is_dir():
        return True
    return path.exists() and path.stat().st_size > 0 and not Manifest.of(folder).kind


def owned(folder: Path) -> frozenset[Path]:
    """Files below a folder that its manifest lists."""
    return frozenset(folder / name for name in Manifest.of(folder).files)


def listed(data: bytes) -> frozenset[str]:
    """What a manifest lists, from its bytes: paths below its folder, with slashes."""
    return frozenset(Manifest.parse(Path(), data).files)


def is_store(folder: Path) -> bool:
    """Whether a folder is a store, of whatever version; a damaged one is one, too.

    A file of the user's may be called as the mark is; then it says something else.
    """
    try:
        if marks_store((folder / MARK).read_bytes()):
            return True
    except OSError:
        pass
    return any(folder.glob(BATCHES))


def marks_store(data: bytes) -> bool:
    """Whether a file called as the mark is marks a store.

    >>> [marks_store(data) for data in (b'{"format": 4}', b'{"format": "rss"}', b'[4]', b"")]
    [True, False, False, False]
    """
    try:
        return type(json.loads(data)["format"]) is int
    except WRONG:
        return False


def checksum(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _below(name: str) -> bool:
    """Whether a path stays below its folder.

    >>> [_below(name) for name in ("a/b.html", "../b.html", "/b.html", "", "a/../../b")]
    [True, False, False, False, False]
    """
    path = PurePosixPath(name)
    inside = not path.is_absolute() and ".." not in path.parts and "\\" not in name
    return bool(path.parts) and inside and ":" not in path.parts[0]


def _line(said: dict) -> bytes:
    return json.dumps(said).encode() + b"\n"
