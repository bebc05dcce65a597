"""`onrecord speakers`: who is quoted, and how often."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from onrecord.command import options
from onrecord.command.verb import Verb


def _options(parser: ArgumentParser) -> None:
    options.paths(parser)
    options.rows(parser)


def _run(arguments: Namespace) -> int:
    from onrecord import summary
    from onrecord.command import terminal
    from onrecord.command.inputs import tables_of
    from onrecord.command.show import show

    tables = tables_of(arguments)
    return show(
        arguments,
        lambda limit: terminal.speakers(tables, limit),
        lambda: summary.speakers(tables),
    )


VERB = Verb(
    "speakers",
    "who is quoted, and how often",
    (
        "onrecord speakers news/                          the twenty most quoted",
        "onrecord speakers tables --format json           all of them, for a program",
        "onrecord speakers tables --into speakers.xlsx    all of them, for Excel",
    ),
    _run,
    _options,
)
