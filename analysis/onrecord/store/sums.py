"""Checksums of a store's files, written with them, by which damage is found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from onrecord.ownership import checksum
from onrecord.store.layout import HELD, INDEX, REMOVED, SUMS, Batch


def sums(
    folder: Path, names: Collection[str], contents: Mapping[str, bytes] | None = None
) -> bytes:
    """Size and SHA-256 of those of these files that are there, and of the list itself, as JSON.

    Args:
        folder: where they lie.
        names: of files.
        contents: more files by name, about to be written.
    """
    found: dict[str, list[int | str]] = {
        name: [(folder / name).stat().st_size, checksum(folder / name)]
        for name in names
        if (folder / name).is_file()
    }
    for name, data in (contents or {}).items():
        found[name] = [len(data), hashlib.sha256(data).hexdigest()]
    found[SUMS] = _of_list(found)
    return json.dumps(found, indent=1).encode()


def _of_list(found: Mapping[str, Collection[int | str]]) -> list[int | str]:
    """How many files are listed, and the checksum of the list; without its own line."""
    rows = sorted((name, *each) for name, each in found.items() if name != SUMS)
    return [len(rows), hashlib.sha256(json.dumps(rows).encode()).hexdigest()]


def faults(folder: Path, names: Collection[str], *, whole: bool) -> Iterator[tuple[str, str]]:
    """Files that are not as they were written, each with what is wrong.

    Args:
        folder: of a batch, or a store, with the sums of its files.
        names: files that must be there.
        whole: read every file; otherwise those alone that were written to since their sums were.
    """
    known, told = _listed(folder)
    if told:
        yield SUMS, told
    for name in sorted({*names, *known}):
        path = folder / name
        if not path.is_file():
            yield name, "is missing"
        elif not path.stat().st_size:
            yield name, "is empty"
        elif name in known:
            size, sha256 = known[name]
            written = path.stat().st_mtime_ns > (folder / SUMS).stat().st_mtime_ns
            if path.stat().st_size != size or ((whole or written) and checksum(path) != sha256):
                yield name, "is not as it was written"


def batch_faults(batch: Batch, *, whole: bool) -> Iterator[tuple[str, str]]:
    """The same for a batch; `faults` says what is given."""
    names = (INDEX,) if batch.month == REMOVED else (INDEX, *HELD)
    yield from faults(batch.folder, [f"{name}.parquet" for name in names], whole=whole)


def listed(folder: Path) -> frozenset[str]:
    """Names of the files whose sums are known."""
    return frozenset(_listed(folder)[0])


def _listed(folder: Path) -> tuple[dict[str, tuple[int, str]], str]:
    """Size and checksum by name, and what is wrong with the list of them."""
    try:
        said = json.loads((folder / SUMS).read_bytes())
        found = {str(name): (int(size), str(known)) for name, (size, known) in said.items()}
    except FileNotFoundError:
        return {}, ""  # written by an earlier version
    except (OSError, ValueError, TypeError, AttributeError):
        return {}, "is damaged"
    own = found.pop(SUMS, None)  # earlier versions wrote none
    if own is not None and [*own] != _of_list(found):
        return {}, "is not as it was written"
    return {name: each for name, each in found.items() if Path(name).name == name}, ""
