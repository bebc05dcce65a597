"""`onrecord exchange`: out to annotation programs, and what was changed there back."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

FORMATS = ("label-studio", "dna", "w3c", "refi-qda", "inception", "brat")
ABOUT = "hand statements to annotation programs, and take corrections back"
EXAMPLE = f"""examples:
  onrecord exchange out tables --format refi-qda --into news.qdpx
  onrecord exchange in tables news.qdpx --format refi-qda --who ada

formats: {", ".join(FORMATS)}
"""


def add(commands: argparse._SubParsersAction) -> None:
    """Describe the command and its two words."""
    top = commands.add_parser(
        "exchange",
        help=ABOUT,
        description=ABOUT[0].upper() + ABOUT[1:] + ".",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    words = top.add_subparsers(dest="word", required=True, metavar="WORD")
    out = words.add_parser("out", help="write a file for another program")
    back = words.add_parser("in", help="take what was changed there as corrections")
    for made in (out, back):
        made.add_argument("store", type=Path, metavar="STORE", help="tables from `analyse`")
    back.add_argument("file", type=Path, metavar="FILE", help="the file that came back")
    for made in (out, back):
        made.add_argument("--format", required=True, choices=FORMATS)
    out.add_argument("--into", required=True, type=Path, metavar="FILE")
    back.add_argument("--who", required=True, metavar="NAME", help="who made the corrections")


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked; returns the exit code."""
    from onrecord import exchange
    from onrecord.tables import Tables

    tables = Tables.open(arguments.store)
    if arguments.word == "out":
        print(exchange.out(tables, arguments.into, arguments.format))
        return 0
    from onrecord.corrections import append
    from onrecord.corrections.journal import file_of

    found = list(exchange.back(tables, arguments.file, arguments.format, arguments.who))
    path = file_of(arguments.store, arguments.who)
    for correction in found:
        append(path, correction)
    if not found:
        print("nothing was changed")
        return 0
    for kind, number in Counter(each.kind for each in found).most_common():
        print(f"{number:>6,} {kind}")
    print(f"corrections added to {path}")
    return 0
