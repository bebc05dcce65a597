"""`onrecord manual`: all of the help in one page."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from onrecord.command.verb import DONE, Verb


def _options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        choices=("man", "markdown"),
        default="man",
        help="for `man` (default), or as Markdown",
    )


def _run(arguments: Namespace) -> int:
    from onrecord.command.pages import man_page, markdown

    print(man_page() if arguments.format == "man" else markdown())
    return DONE


VERB = Verb(
    "manual",
    "print the whole manual, as a man page or as Markdown",
    (
        "onrecord manual > onrecord.1 && man ./onrecord.1      to read it",
        "onrecord manual --format markdown                     for a site",
    ),
    _run,
    _options,
)
