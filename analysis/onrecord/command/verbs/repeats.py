"""`onrecord repeats`: one quote across outlets."""

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
        "--cuts", action="store_true", help="how each outlet treats them, in place of the quotes"
    )


def _run(arguments: Namespace) -> int:
    from onrecord import repeats
    from onrecord.command import columns, terminal
    from onrecord.command.inputs import tables_of
    from onrecord.command.show import show

    made = repeats.repeats(tables_of(arguments))
    made = terminal.spoken(made, arguments.speaker)
    if arguments.cuts:
        found = repeats.cuts(made)
        return show(
            arguments,
            lambda limit: columns.estimates(found.drop(columns="evidence"), limit),
            lambda: found,
        )
    return show(arguments, lambda limit: _text(made, limit), lambda: made)


def _text(made: pd.DataFrame, limit: int) -> str:
    """Each repeat with who printed how much of it, in order of publication."""
    import pandas as pd

    from onrecord.command.columns import left_out, plain

    blocks = []
    ids = made.repeat_id.drop_duplicates()
    for name in ids.head(limit):
        part = made[made.repeat_id == name]
        lines = [plain(part.speaker.iloc[0]) or "unknown speaker"]
        for row in part.itertuples():
            day = "no date   " if pd.isna(row.published) else f"{row.published:%Y-%m-%d}"
            more = f" (also {plain(row.also)})" if row.also else ""
            lines.append(
                f"  {day}  {plain(row.outlet) or 'no outlet'}{more}: {row.how}, {row.kept:.0%}\n"
                f"    “{plain(row.words)}”"
            )
        blocks.append("\n".join(lines))
    blocks += left_out(len(ids), limit)
    return "\n\n".join(blocks) or "No quotation stands in several articles."


VERB = Verb(
    "repeats",
    "one quote across outlets: whole, cut or changed",
    (
        "onrecord repeats tables --limit 5            the five most repeated",
        "onrecord repeats tables --cuts               which outlet cuts how much",
        "onrecord repeats tables --into repeats.xlsx  all of them",
    ),
    _run,
    _options,
)
