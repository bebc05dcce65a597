"""`onrecord clean`: what On Record wrote is taken away, and nothing else."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from onrecord.command import options
from onrecord.command.verb import DONE, NOTHING, Verb


def _options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folders", nargs="+", type=options.path, metavar="FOLDER", help="tables or reports"
    )
    options.form(parser)


def _run(arguments: Namespace) -> int:
    from onrecord.command.columns import plain
    from onrecord.command.log import LOG
    from onrecord.command.show import report
    from onrecord.summary.words import counted

    rows, lines = [], []
    for folder in arguments.folders:
        found, kept = clean(folder)
        for name in kept:
            LOG.error("kept, as it was changed: %s", plain(name))
        rows.append({"folder": str(folder), "taken": found, "kept": len(kept)})
        some = counted(found, "folder of tables or reports", "folders of tables or reports")
        told = f"{some} taken away from" if found else "On Record wrote nothing into"
        lines.append(f"{told} {plain(folder)}")
    report(arguments, lines, lambda: rows)
    return NOTHING if any(row["kept"] for row in rows) else DONE


def clean(folder: Path) -> tuple[int, list[str]]:
    """Take away the stores and reports in a folder and below it.

    Args:
        folder: to be cleaned; it goes too where nothing else is in it.

    Returns:
        How many were taken away, and files that stay, as they were changed since.

    Raises:
        StoreError: a run is writing there, or a store is of another version.
    """
    from onrecord import store
    from onrecord.ownership import MANIFEST, clear, discard, is_foreign

    found, kept = 0, []
    for where, _, names in os.walk(folder, topdown=False):
        here = Path(where)
        if store.holds(here):
            found += 1
            store.clear(here)
        elif MANIFEST in names and not is_foreign(here):
            found += 1
            kept += [(here / name).as_posix() for name in clear(here)]
            discard(here, ())
    return found, kept


VERB = Verb(
    "clean",
    "take away what On Record wrote into a folder, and nothing else",
    (
        "onrecord clean reports                  its pages and tables; files of yours stay",
        "onrecord clean tables --format json     what was taken away, for a script",
    ),
    _run,
    _options,
)
