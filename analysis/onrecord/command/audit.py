"""`onrecord audit`: draw a sample to check, and say what it makes of the numbers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

ABOUT = "check a sample by hand, and correct the numbers by it"
EXAMPLE = """examples:
  onrecord audit draw tables --n 200         a sheet to fill in, blind
  onrecord audit estimate tables tables/audit/sheet.csv --by outlet --measure against
  onrecord audit export tables tables/audit/sheet.csv --into for-r
"""


def add(commands: argparse._SubParsersAction) -> None:
    """Describe the command and its three words."""
    top = commands.add_parser(
        "audit",
        help=ABOUT,
        description=ABOUT[0].upper() + ABOUT[1:] + ".",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    words = top.add_subparsers(dest="word", required=True, metavar="WORD")

    def word(name: str, about: str) -> argparse.ArgumentParser:
        made = words.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
        made.add_argument("store", type=Path, metavar="STORE", help="tables from `analyse`")
        return made

    draw = word("draw", "draw statements with known chances and write a sheet to fill in")
    draw.add_argument("--n", type=int, default=200, help="statements to check (default 200)")
    draw.add_argument(
        "--into",
        type=Path,
        metavar="FOLDER",
        help="default: audit/ in the store, where its report finds the answers",
    )
    draw.add_argument("--seed", type=int, default=1, help="another number, another sample")
    estimate = word("estimate", "the model alone, the labels alone, and corrected, side by side")
    export = word("export", "tables for the R package dsl and for regressions")
    for made in (estimate, export):
        made.add_argument("sheet", type=Path, help="the sheet, or an export of Label Studio")
        made.add_argument("--design", type=Path, help="default: design.json beside the sheet")
    estimate.add_argument(
        "--measure",
        default="score",
        choices=["score", "favor", "against", "none"],
        help="mean stance (default), or the share of a label",
    )
    estimate.add_argument(
        "--by",
        action="append",
        default=[],
        metavar="GROUP",
        help="outlet, speaker, target, voice, pair, month or year; may be given again",
    )
    estimate.add_argument("--width", type=float, help="wished width of the intervals, 0 to 2")
    estimate.add_argument("--limit", type=int, default=20, help="groups to show (default 20)")
    estimate.add_argument("--csv", action="store_true", help="all groups and columns, as CSV")
    export.add_argument("--into", type=Path, required=True, metavar="FOLDER")


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked; returns the exit code."""
    does: dict[str, Callable[[argparse.Namespace], None]] = {
        "draw": _draw, "estimate": _estimate, "export": _export,
    }  # fmt: skip
    does[arguments.word](arguments)
    return 0


def _draw(arguments: argparse.Namespace) -> None:
    from onrecord import audit
    from onrecord.tables import Tables

    into = arguments.into or arguments.store / "audit"
    shown = audit.draw(Tables.open(arguments.store), into, arguments.n, seed=arguments.seed)
    print(f"{len(shown):,} statements in {into / 'sheet.csv'}")
    print("stance: favor, against, none, no statement, or empty where you cannot tell")
    print("speaker: the name of who says it, nobody, or narrator (the outlet itself)")
    print("design.json beside it holds the chances of the draw; leave it there, and closed")


def _estimate(arguments: argparse.Namespace) -> None:
    from onrecord import audit
    from onrecord.tables import Tables

    checked = audit.read(Tables.open(arguments.store), arguments.sheet, arguments.design)
    made = checked.estimate(arguments.measure, arguments.by, width=arguments.width)
    if arguments.csv:
        made.to_csv(sys.stdout, index=False)
        return
    print(checked.caption)
    print()
    print(_side_by_side(made.head(arguments.limit)))
    if len(made) > arguments.limit:
        print(f"and {len(made) - arguments.limit:,} more (--limit)")
    print()
    print(_right(checked.accuracy()))
    print()
    for note in checked.notes:
        print(note)


def _export(arguments: argparse.Namespace) -> None:
    from onrecord import audit
    from onrecord.tables import Tables

    checked = audit.read(Tables.open(arguments.store), arguments.sheet, arguments.design)
    for path in audit.export(checked, arguments.into):
        print(path)


def _side_by_side(made: pd.DataFrame) -> str:
    """The three estimates as a terminal shows them."""
    from onrecord.command.terminal import plain

    keys = list(made.columns[: list(made.columns).index("statements")])
    shown = made[keys].map(plain)
    shown["statements"], shown["checked"] = made.statements, made.checked
    for name, title in (
        ("model", "model alone"), ("labels", "labels alone"), ("corrected", "corrected"),
    ):  # fmt: skip
        ends = made[[name, f"{name}_low", f"{name}_high"]].itertuples(index=False)
        shown[title] = [
            "too few" if value != value or low != low else f"{value:.2f} [{low:.2f}, {high:.2f}]"
            for value, low, high in ends
        ]
    shown["gain"] = [f"{gain:.1f}x" if gain == gain else "" for gain in made.gain]
    if "more" in made:
        known = made.corrected.notna()
        shown["more labels"] = [
            f"{more:,}" if there else "not by labels" if ok else ""
            for more, there, ok in zip(made.more, made.more.notna(), known, strict=True)
        ]
    return shown.to_string(index=False)


def _right(made: pd.DataFrame) -> str:
    from onrecord.command.terminal import plain

    made = made[made.what != "all of it"]
    shown = made[["what", "kind"]].map(plain)
    shown["right"] = [
        f"{row.right:.0%}" + (f" [{row.low:.0%}, {row.high:.0%}]" if row.low == row.low else "")
        for row in made.itertuples()
    ]
    shown["checked"] = made.checked
    return shown.to_string(index=False)
