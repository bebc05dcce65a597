"""`onrecord sources`: who gets to speak, as shares of quotes."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from onrecord.command import options
from onrecord.command.verb import Verb

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.tables import Tables


def _options(parser: ArgumentParser) -> None:
    options.paths(parser)
    options.form(parser, files=True)
    parser.add_argument(
        "--of", choices=("gender", "role"), default="role", help="of whom (default role)"
    )
    parser.add_argument(
        "--by",
        choices=("all", "outlet", "day", "week", "month", "issue"),
        default="all",
        help="shares for each of these (default all together); issue needs --codebook",
    )
    parser.add_argument("--codebook", type=options.path, metavar="FILE", help="your issues.yaml")
    parser.add_argument(
        "--count",
        choices=("quotes", "words", "first quotes"),
        default="quotes",
        help="what is shared out: quotes, the words in them, or each article's first quote",
    )
    parser.add_argument(
        "--target",
        action="append",
        default=[],
        type=_target,
        metavar="CLASS=SHARE",
        help="a share to set beside, as f=0.5",
    )


def _target(text: str) -> tuple[str, float]:
    name, _, share = text.partition("=")
    try:
        if name and 0 <= float(share) <= 1:
            return name, float(share)
    except ValueError:
        pass
    raise ArgumentTypeError(f"{text!r} is no class and share, such as f=0.5")


def _run(arguments: Namespace) -> int:
    from onrecord.command import terminal
    from onrecord.command.inputs import tables_of
    from onrecord.command.show import show

    made = _counted(tables_of(arguments), arguments)
    return show(arguments, lambda limit: terminal.sources(made, arguments), lambda: made)


def _counted(tables: Tables, arguments: Namespace) -> pd.DataFrame:
    from onrecord import issues, summary
    from onrecord.errors import AnalysisError

    target = dict(arguments.target) or None
    if (arguments.by == "issue") != (arguments.codebook is not None):
        raise AnalysisError("Shares by issue need both: --by issue --codebook FILE.")
    if arguments.codebook is not None:
        book = issues.read_issues(arguments.codebook)
        return issues.sources(tables, book, arguments.of, count=arguments.count, target=target)
    return summary.sources(
        tables, arguments.of, by=arguments.by, count=arguments.count, target=target
    )


VERB = Verb(
    "sources",
    "who gets to speak: shares of quotes by gender or role of their source",
    (
        "onrecord sources news/                                          by role",
        "onrecord sources news/ --of gender --by outlet --target f=0.5   beside an aim",
        "onrecord sources tables --by issue --codebook issues.yaml       who speaks on what",
        "onrecord sources tables --of gender --format csv                for a spreadsheet",
    ),
    _run,
    _options,
)
