"""`onrecord figures`: claims that state a number."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from onrecord.command import options
from onrecord.command.verb import Verb

if TYPE_CHECKING:
    import pandas as pd


def _options(parser: ArgumentParser) -> None:
    options.paths(parser)
    options.rows(parser)
    options.speaker(parser)
    parser.add_argument(
        "--compare", action="store_true", help="the same quantity as different speakers give it"
    )


def _run(arguments: Namespace) -> int:
    from onrecord import figures
    from onrecord.command import terminal
    from onrecord.command.inputs import tables_of
    from onrecord.command.show import show

    made = figures.figures(tables_of(arguments))
    if arguments.compare:
        made = figures.side_by_side(made)
    made = terminal.spoken(made, arguments.speaker)
    return show(arguments, lambda limit: _text(made, limit), lambda: made)


def _text(made: pd.DataFrame, limit: int) -> str:
    """Each claim with its figure, what it counts, speaker and place."""
    import pandas as pd

    from onrecord.command.columns import left_out, plain

    lines, last = [], None
    for row in made.head(limit).itertuples():
        number = getattr(row, "quantity", None)
        if number != last:
            span = f"{row.least:,.15g} to {row.most:,.15g} {plain(row.unit)}".strip()
            lines.append(f"{plain(row.of)}: {row.speakers} speakers, {span}")
            last = number
        hedge = f"{plain(row.hedge)} " if pd.notna(row.hedge) else ""
        of = f" of: {plain(row.of)}" if pd.notna(row.of) else ""
        day = "no date" if pd.isna(row.published) else f"{row.published:%Y-%m-%d}"
        who = plain(row.speaker) or "unknown speaker"
        lines.append(
            f"{hedge}{plain(row.figure)}{of}\n  {who}, {plain(row.outlet) or 'no outlet'}, {day}: "
            f"{plain(row.claim)}"
        )
    return "\n".join([*lines, *left_out(len(made), limit)]) or "No quote states a figure."


VERB = Verb(
    "figures",
    "claims with figures: who states which number, of what; the most checkable first",
    (
        "onrecord figures tables --limit 20            what to check first",
        "onrecord figures tables --compare             the same quantity by different speakers",
        "onrecord figures tables --into figures.xlsx   the whole ledger",
    ),
    _run,
    _options,
)
