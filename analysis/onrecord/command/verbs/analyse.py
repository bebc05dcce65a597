"""`onrecord analyse`: read articles and write the tables."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from onrecord.command import options, targets
from onrecord.command.verb import Verb


def _options(parser: ArgumentParser) -> None:
    options.paths(parser)
    options.form(parser)
    parser.add_argument(
        "--into", required=True, type=options.path, metavar="FOLDER", help="the tables"
    )
    parser.add_argument(
        "--corrections",
        action="append",
        default=[],
        type=options.path,
        metavar="FILE",
        help="more files of corrections; those in the FOLDER are taken by themselves",
    )
    parser.add_argument(
        "--prune", action="store_true", help="forget articles that are no longer under the PATHs"
    )
    parser.add_argument(
        "--check-contents",
        action="store_true",
        help="read every file, also where sizes and times say that none has changed",
    )
    parser.add_argument(
        "--fetch",
        type=options.path,
        metavar="FOLDER",
        help="PATHs that are addresses of RSS or Atom feeds: fetch their new pages into FOLDER",
    )
    side = parser.add_mutually_exclusive_group()
    side.add_argument(
        "--jobs", type=options.count, metavar="N",
        help="processes side by side (default: one per core)",
    )  # fmt: skip
    side.add_argument(
        "--workers", type=options.count, metavar="N",
        help="the same as a dask cluster of this machine",
    )  # fmt: skip
    side.add_argument(
        "--scheduler", metavar="tcp://HOST:PORT", help="a dask cluster that is running"
    )


def _claim(arguments: Namespace) -> None:
    targets.tables(arguments.paths, arguments.into)


def _run(arguments: Namespace) -> int:
    from onrecord.command import terminal
    from onrecord.command.inputs import fetched, stored
    from onrecord.command.show import report

    tables = stored(
        fetched(arguments.paths, arguments.fetch, arguments.into, arguments),
        arguments.into,
        arguments,
        corrections=arguments.corrections,
        jobs=arguments.jobs,
        workers=arguments.workers,
        scheduler=arguments.scheduler,
        prune=arguments.prune,
        check_contents=arguments.check_contents,
    )
    tables.save(arguments.into)
    told = terminal.summary(tables), *terminal.copies(tables), f"tables in {arguments.into}"
    return report(arguments, told, lambda: terminal.facts(tables))


VERB = Verb(
    "analyse",
    "read articles and write the tables",
    (
        "onrecord analyse news/ --into tables                   again: only what is new is read",
        "curl -s URL | onrecord analyse - --into tables         a page from standard input",
        "onrecord analyse news/ --into tables -q --allow-empty  every night, by cron",
        "onrecord analyse https://post.example/rss --fetch news --into tables  a feed's pages",
    ),
    _run,
    _options,
    _claim,
)
