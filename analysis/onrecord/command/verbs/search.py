"""`onrecord search`: where articles or quotes hold some words."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from onrecord.command import options
from onrecord.command.verb import Verb

if TYPE_CHECKING:
    import pandas as pd

SIDE = 45  # letters shown on each side
NOTHING = "Nothing found."
MOST = 100_000  # rows as json, csv or a file


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("store", type=options.path, metavar="STORE", help="tables from `analyse`")
    parser.add_argument(
        "query", metavar="QUERY", help='words, "phrases", tariff*, NEAR, AND, OR, NOT, ( )'
    )
    options.rows(parser)
    parser.add_argument("--speaker", metavar="NAME", help="only quotes of these: part of a name")
    parser.add_argument("--quotes", action="store_true", help="only quotes, whoever says them")
    parser.add_argument("--outlet", metavar="NAME", help="only articles of this outlet")
    options.days(parser)


def _run(arguments: Namespace) -> int:
    from onrecord.command.show import show
    from onrecord.tables import Tables

    text = arguments.into is None and arguments.format in (None, "text")
    made = Tables.open(arguments.store).search(
        arguments.query,
        speaker=arguments.speaker,
        outlet=arguments.outlet,
        since=arguments.since,
        until=arguments.until,
        quotes=arguments.quotes,
        limit=arguments.limit or (options.ROWS if text else MOST),
    )
    return show(arguments, lambda limit: _text(made), lambda: made)


def _text(made: pd.DataFrame) -> str:
    """A line a place, the words found one below the other."""
    import pandas as pd

    from onrecord.command.columns import plain

    lines = []
    for row in made.itertuples():
        day = "no date" if pd.isna(row.published) else f"{row.published:%Y-%m-%d}"
        before, words, after = map(plain, (row.before, row.words, row.after))
        who = f"{plain(row.speaker)}, " if not pd.isna(row.speaker) else ""
        lines.append(f"{before[-SIDE:]:>{SIDE}} [{words}] {after[:SIDE]}")
        lines.append(f"{'':>{SIDE}}  {who}{plain(row.outlet) or 'no outlet'}, {day}")
    found = made.attrs["articles"]
    named = f"{found:,} article{'' if found == 1 else 's'}"
    if made.empty:
        lines.append(
            f"Nothing found; {named} hold the words elsewhere." if found else "Nothing found."
        )
    else:
        lines.append(f"{named} to look in")
    return "\n".join(lines)


VERB = Verb(
    "search",
    "where articles or quotes hold some words",
    (
        "onrecord search tables 'emails NEAR server'                    in all articles",
        "onrecord search tables 'tariff* NOT \"free trade\"' --quotes     in quotes alone",
        "onrecord search tables harbour --speaker Brandt --format json  of one speaker",
    ),
    _run,
    _options,
)
