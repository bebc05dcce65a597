"""`onrecord audit`: draw a sample to check, and say what it makes of the numbers."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from onrecord.command import options
from onrecord.command.verb import Verb


def _store(parser: ArgumentParser) -> None:
    parser.add_argument("store", type=options.path, metavar="STORE", help="tables from `analyse`")


def _draw_options(parser: ArgumentParser) -> None:
    _store(parser)
    parser.add_argument(
        "--n", type=options.count, default=200, help="statements to check (default 200)"
    )
    parser.add_argument(
        "--into",
        type=options.path,
        metavar="FOLDER",
        help="default: audit/ in the store, where its report finds the answers",
    )
    parser.add_argument("--seed", type=int, default=1, help="another number, another sample")
    options.form(parser)


def _sheet(parser: ArgumentParser) -> None:
    _store(parser)
    parser.add_argument("sheet", type=options.path, help="the sheet, or an export of Label Studio")
    parser.add_argument("--design", type=options.path, help="default: design.json beside the sheet")


def _estimate_options(parser: ArgumentParser) -> None:
    _sheet(parser)
    parser.add_argument(
        "--measure",
        default="score",
        choices=["score", "favor", "against", "none"],
        help="mean stance (default), or the share of a label",
    )
    parser.add_argument(
        "--by",
        action="append",
        default=[],
        metavar="GROUP",
        help="outlet, speaker, target, voice, pair, month or year; may be given again",
    )
    parser.add_argument("--width", type=float, help="wished width of the intervals, 0 to 2")
    options.limit(parser)
    options.form(parser, files=True)
    parser.add_argument(
        "--csv", dest="format", action="store_const", const="csv", help="the same as --format csv"
    )


def _export_options(parser: ArgumentParser) -> None:
    _sheet(parser)
    parser.add_argument(
        "--into", type=options.path, required=True, metavar="FOLDER", help="where the tables go"
    )
    options.form(parser)


def _claim_draw(arguments: Namespace) -> None:
    from onrecord.audit.draw import claimed

    claimed(_place(arguments))


def _claim_export(arguments: Namespace) -> None:
    from onrecord.audit.export import claimed

    claimed(arguments.into)


def _place(arguments: Namespace) -> Path:
    return arguments.into or arguments.store / "audit"


def _draw(arguments: Namespace) -> int:
    from onrecord import audit
    from onrecord.command.show import report
    from onrecord.tables import Tables

    into = _place(arguments)
    shown = audit.draw(Tables.open(arguments.store), into, arguments.n, seed=arguments.seed)
    sheet = into / "sheet.csv"
    told = (
        f"{len(shown):,} statements in {sheet}",
        "to be asked one by one instead: `onrecord lab --tables STORE`, notebook audit",
        "stance: favor, against, none, no statement, or empty where you cannot tell",
        "speaker: the name of who says it, nobody, or narrator (the outlet itself)",
        "design.json beside it holds the chances of the draw; leave it there, and closed",
    )
    return report(arguments, told, lambda: {"sheet": str(sheet), "statements": len(shown)})


def _estimate(arguments: Namespace) -> int:
    from onrecord import audit
    from onrecord.command.estimates import right, side_by_side
    from onrecord.command.show import show
    from onrecord.tables import Tables

    checked = audit.read(Tables.open(arguments.store), arguments.sheet, arguments.design)
    made = checked.estimate(arguments.measure, arguments.by, width=arguments.width)

    def text(most: int) -> str:
        left = f"\nand {len(made) - most:,} more (--limit)" if len(made) > most else ""
        shown = side_by_side(made.head(most)) + left
        notes = "\n".join(checked.notes)
        return f"{checked.caption}\n\n{shown}\n\n{right(checked.accuracy())}\n\n{notes}".rstrip()

    return show(arguments, text, lambda: made)


def _export(arguments: Namespace) -> int:
    from onrecord import audit
    from onrecord.command.show import report
    from onrecord.tables import Tables

    checked = audit.read(Tables.open(arguments.store), arguments.sheet, arguments.design)
    paths = [str(path) for path in audit.export(checked, arguments.into)]
    return report(arguments, paths, lambda: [{"path": path} for path in paths])


SHEET = "tables/audit/sheet.csv"
VERB = Verb(
    "audit",
    "check a sample by hand, and correct the numbers by it",
    (
        "onrecord audit draw tables --n 200         a sheet to fill in, blind",
        f"onrecord audit estimate tables {SHEET} --by outlet --measure against",
        f"onrecord audit export tables {SHEET} --into for-r",
    ),
    words=(
        Verb(
            "draw",
            "draw statements with known chances and write a sheet to fill in",
            ("onrecord audit draw tables --n 200",),
            _draw,
            _draw_options,
            _claim_draw,
        ),
        Verb(
            "estimate",
            "the model alone, the labels alone, and corrected, side by side",
            (f"onrecord audit estimate tables {SHEET} --by outlet --format csv",),
            _estimate,
            _estimate_options,
        ),
        Verb(
            "export",
            "tables for the R package dsl and for regressions",
            (f"onrecord audit export tables {SHEET} --into for-r",),
            _export,
            _export_options,
            _claim_export,
        ),
    ),
)
