"""`onrecord sample`: the invented articles of the documentation, in a folder of the user's."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from onrecord.command import options
from onrecord.command.verb import Verb


def _options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="?", type=options.path, default=Path("seeds"), metavar="FOLDER",
        help="where the articles go (default seeds); files that are there stay",
    )  # fmt: skip
    options.form(parser)


def _run(arguments: Namespace) -> int:
    from onrecord.command.show import report
    from onrecord.samples import copies
    from onrecord.summary.words import counted

    made = list(copies(arguments.folder))
    told = []
    for corpus in dict.fromkeys(path.parent for path, _ in made):
        new = [each for path, each in made if path.parent == corpus]
        stay = f", {len(new) - sum(new)} were there and stay" if not all(new) else ""
        told.append(f"{corpus}: {counted(sum(new), 'file')}{stay}")
    return report(arguments, told, lambda: [{"path": str(path), "new": new} for path, new in made])


VERB = Verb(
    "sample",
    "copy the invented articles that the documentation uses into a folder of yours",
    (
        "onrecord sample                                           into seeds/",
        "onrecord sample && onrecord report seeds/harbour-accord   first reports, of these",
    ),
    _run,
    _options,
    more="A file that is there already is never written over.",
)
