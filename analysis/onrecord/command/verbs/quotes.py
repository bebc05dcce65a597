"""`onrecord quotes`: quotes, with their source."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from onrecord.command import options
from onrecord.command.verb import Verb


def _options(parser: ArgumentParser) -> None:
    options.paths(parser)
    options.rows(parser)
    options.speaker(parser)


def _run(arguments: Namespace) -> int:
    from onrecord import summary
    from onrecord.command import terminal
    from onrecord.command.inputs import tables_of
    from onrecord.command.show import show

    tables, speaker = tables_of(arguments), arguments.speaker
    return show(
        arguments,
        lambda limit: terminal.quotes(tables, speaker, limit),
        lambda: terminal.spoken(summary.quotes(tables, negated=True, copies=True), speaker),
    )


VERB = Verb(
    "quotes",
    "quotes, with their source",
    (
        "onrecord quotes news/ --speaker Rutte --limit 5          the first five of a speaker",
        "pbpaste | onrecord quotes -                              of a text from standard input",
        "onrecord quotes tables --speaker Rutte --format json     all of them, for a program",
    ),
    _run,
    _options,
)
