"""`onrecord table`: one table, shown or as a file for other programs."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from onrecord.command import options
from onrecord.command.verb import Verb
from onrecord.errors import AnalysisError

REGRESSION = "regression"  # statements with what could explain them, made when it is asked for


def _options(parser: ArgumentParser) -> None:
    options.paths(parser)
    options.rows(parser)
    parser.add_argument(
        "--name",
        required=True,
        metavar="TABLE",
        help="attributions, actors, stances ..., or regression",
    )


def _run(arguments: Namespace) -> int:
    from onrecord.command import columns
    from onrecord.command.inputs import tables_of
    from onrecord.command.show import show

    tables = tables_of(arguments)
    if arguments.name == REGRESSION:
        from onrecord.summary import regression

        rows = regression(tables)
    elif arguments.name in tables.names():
        rows = getattr(tables, arguments.name)
    else:
        known = ", ".join([*tables.names(), REGRESSION])
        raise AnalysisError(f"There is no table {arguments.name!r}; there are {known}.")
    return show(arguments, lambda limit: columns.table(rows, limit), lambda: rows)


VERB = Verb(
    "table",
    "one table, shown or as a file for other programs",
    (
        "onrecord table tables --name actors                     its first rows",
        "onrecord table tables --name actors --into actors.xlsx  for Excel, R or pandas",
        "onrecord table tables --name stances --format csv       to standard output",
    ),
    _run,
    _options,
)
