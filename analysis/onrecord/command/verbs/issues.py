"""`onrecord issues`: words for a codebook, and what a codebook finds."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from onrecord.command import options
from onrecord.command.verb import Verb

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.tables import Tables

BY = ("all", "speaker", "side", "outlet", "day", "week", "month")


def _options(parser: ArgumentParser) -> None:
    options.paths(parser)
    options.rows(parser)
    parser.add_argument("--codebook", type=options.path, metavar="FILE", help="your issues.yaml")
    parser.add_argument(
        "--by", choices=BY, default="all", help="for each of these (default all together)"
    )
    parser.add_argument(
        "--stance", action="store_true", help="stance toward actors in place of shares of quotes"
    )
    parser.add_argument(
        "--background",
        type=options.path,
        metavar="STORE",
        help="tables that words are set beside (default: English books)",
    )


def _run(arguments: Namespace) -> int:
    from onrecord.command import columns
    from onrecord.command.inputs import tables_of
    from onrecord.command.show import show

    tables = tables_of(arguments)
    if arguments.codebook is None:
        from onrecord.issues.propose import codebook

        return show(
            arguments,
            lambda limit: codebook(_proposed(tables, arguments, limit)),
            lambda: _proposed(tables, arguments, arguments.limit or options.ROWS),
        )
    made = _counted(tables, arguments)
    return show(
        arguments,
        lambda limit: columns.estimates(made.drop(columns="evidence"), limit),
        lambda: made,
    )


def _proposed(tables: Tables, arguments: Namespace, top: int) -> pd.DataFrame:
    import pandas as pd

    from onrecord import issues
    from onrecord.tables import Tables as Opened

    behind = Opened.open(arguments.background) if arguments.background else None
    words = issues.distinctive(tables, behind, top=top)
    return pd.concat([words, issues.together(tables, top=top)], ignore_index=True)


def _counted(tables: Tables, arguments: Namespace) -> pd.DataFrame:
    from onrecord import issues

    book = issues.read_issues(arguments.codebook)
    if arguments.stance:
        by = "teller" if arguments.by == "all" else arguments.by
        return issues.stance(tables, book, by=by)
    return issues.attention(tables, book, by=arguments.by)


VERB = Verb(
    "issues",
    "issues by your own codebook; without one, words to make it of",
    (
        "onrecord issues tables > issues.yaml                              words, to be sorted",
        "onrecord issues tables --codebook issues.yaml --by outlet         who speaks of what",
        "onrecord issues tables --codebook issues.yaml --stance --by side  who stands how",
    ),
    _run,
    _options,
)
