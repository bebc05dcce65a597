"""The tables that a notebook is given: of a folder, of articles, or held for many notebooks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd

import onrecord
from onrecord import samples, summary
from onrecord.display.sentences import beside
from onrecord.errors import ReportError
from onrecord.store import one_thread
from onrecord.summary import observed
from onrecord.tables import PROVENANCE, Tables

SMALL = 5_000  # articles of an analysis that a kernel holds for all notebooks of a site


def opened(
    tables: str | Path | Tables, since: str | date | None = None, until: str | date | None = None
) -> Tables:
    """The tables of a folder, or of articles that are read now; empty: of the sample corpus."""
    if isinstance(tables, Tables):
        return tables
    if not isinstance(tables, str | Path):
        raise ReportError(f"The parameter tables must be a folder, not {tables!r}.")
    if str(tables) and beside() and (found := small(Path(tables))) is not None:
        return found
    if str(tables) and (Path(tables) / PROVENANCE).is_file():
        first, last = summary.day(since, "since"), summary.day(until, "until")
        return Tables.open(tables, since=first, until=last)  # only the months that are needed
    articles = Path(tables) if str(tables) else samples.sample(samples.SMALL)
    return onrecord.analyse(onrecord.load(articles))


def small(folder: Path) -> Tables | None:
    """The tables of a folder in memory, read once for all the pages that this kernel makes.

    They are read again once a file changed: a run or a correction may come while a kernel lives.
    """
    stamp = _stamp(folder)
    if folder not in _HELD or _HELD[folder][0] != stamp:
        pd.set_option("mode.string_storage", "python")  # Arrow's pays for many rows
        opened = Tables.open(folder)
        if len(opened.listed) > SMALL:
            pd.reset_option("mode.string_storage")
            return None
        one_thread()
        frames = {name: getattr(opened, name) for name in Tables.names()}
        _HELD.clear()
        held = Tables(**frames, provenance=opened.provenance, stories=opened.stories)
        vars(held)["folder"] = folder  # where an audit lies beside the tables
        observed.rows(held, "quotes", copies=True)  # of which each page takes over its part
        _HELD[folder] = stamp, held
    return _HELD[folder][1]


Stamp = tuple[tuple[str, int, int], ...]
_HELD: dict[Path, tuple[Stamp, Tables]] = {}


def _stamp(folder: Path) -> Stamp:
    """Name, time and size of each file below a folder."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            about = path.stat()
            found.append((str(path), about.st_mtime_ns, about.st_size))
    return tuple(found)
