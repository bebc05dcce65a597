"""Known faults in the libraries: `python -m benchmarks.advisories FILE`.

FILE holds advisories in OSV's format: a .json of one or a list, or a .zip of many, such as
https://osv-vulnerabilities.storage.googleapis.com/PyPI/all.zip. Nothing is asked of the network;
without a file nothing was audited, and that is what is said.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from packaging.version import InvalidVersion, Version

LOCK = Path(__file__).resolve().parent.parent / "requirements.lock"
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.M)
CLEAN, FOUND, VOID = 0, 1, 2


def pinned(text: str) -> list[tuple[str, str]]:
    r"""Names and versions of a lock file.

    >>> pinned("Foo_bar==1.2 \\\n    --hash=sha256:0\nbaz==3 ; python_version > '3'\n")
    [('foo-bar', '1.2'), ('baz', '3')]
    """
    return [(_plain(name), version) for name, version in PINNED.findall(text)]


def advisories(path: Path) -> Iterator[dict]:
    """Advisories of a file.

    Raises:
        ValueError: it holds something else.
    """
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield from _listed(json.loads(archive.read(name)))
    else:
        yield from _listed(json.loads(path.read_bytes()))


def _listed(said: object) -> Iterator[dict]:
    for each in said if isinstance(said, list) else [said]:
        if not isinstance(each, dict) or "affected" not in each:
            raise ValueError("holds no advisories in OSV's format")
        yield each


def touched(advisory: dict, name: str, version: str) -> bool:
    """Whether an advisory is about this version of a library.

    >>> ranges = [{"events": [{"introduced": "0"}, {"fixed": "2.1"}]}]
    >>> one = {"affected": [{"package": {"name": "Foo"}, "ranges": ranges}]}
    >>> [touched(one, "foo", v) for v in ("1.0", "2.1")], touched(one, "bar", "1.0")
    ([True, False], False)
    """
    for each in advisory["affected"]:
        package = each.get("package", {})
        if _plain(package.get("name", "")) != name or package.get("ecosystem", "PyPI") != "PyPI":
            continue
        if version in each.get("versions", ()):
            return True
        if any(_within(span.get("events", ()), version) for span in each.get("ranges", ())):
            return True
    return False


def _within(events: Sequence[dict], version: str) -> bool:
    try:
        here, inside = Version(version), False
        for event in events:
            if "introduced" in event and here >= Version(event["introduced"]):
                inside = True
            if "fixed" in event and here >= Version(event["fixed"]):
                inside = False
            if "last_affected" in event and here > Version(event["last_affected"]):
                inside = False
    except InvalidVersion:
        return False
    return inside


def main(argv: Sequence[str] | None = None) -> int:
    """Audit the lock file; 0 clean, 1 something is known, 2 nothing was audited."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("file", nargs="?", type=Path, metavar="FILE")
    options.add_argument("--lock", type=Path, default=LOCK)
    given = options.parse_args(argv)
    if given.file is None:
        print("void: no file of advisories was named, so nothing was audited", file=sys.stderr)
        return VOID
    try:
        known = list(advisories(given.file))
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        print(f"void: {given.file} cannot be read ({error})", file=sys.stderr)
        return VOID
    libraries = pinned(given.lock.read_text("utf-8"))
    found = [
        (name, version, str(each.get("id")))
        for name, version in libraries
        for each in known
        if touched(each, name, version)
    ]
    for name, version, about in found:
        print(f"{name} {version}: {about}")
    print(f"{len(libraries)} libraries, {len(known)} advisories, {len(found)} apply")
    return FOUND if found or not known else CLEAN


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main())
