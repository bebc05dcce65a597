"""`onrecord check`: every damage of tables, and its repair; or a draft, against tables."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from onrecord.command import options
from onrecord.command.verb import DONE, NOTHING, Verb
from onrecord.errors import AnalysisError


def _options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folders",
        nargs="+",
        type=options.path,
        metavar="STORE",
        help="tables from `analyse`; with --against a draft",
    )
    parser.add_argument("--repair", action="store_true", help="repair what is damaged")
    parser.add_argument(
        "--actors",
        action="append",
        default=[],
        type=options.path,
        metavar="FILE",
        help="your own actors.yaml, where the last run's word on it is lost",
    )
    parser.add_argument(
        "--against",
        type=options.path,
        metavar="STORE",
        help="whether what a draft quotes stands in these tables, as `onrecord draft` does",
    )
    options.rows(parser)


def _run(arguments: Namespace) -> int:
    if arguments.against is not None:
        return _draft(arguments)
    from onrecord.command.columns import plain
    from onrecord.command.show import say, show
    from onrecord.corpus.repair import repair
    from onrecord.store import inspect, way_out

    code, rows, lines = DONE, [], []
    for folder in arguments.folders:
        found = inspect(folder)
        said = [str(damage) for damage in found] or ["nothing is damaged"]
        lines += [plain(f"{folder}: {each}") for each in said]
        rows += [{"store": str(folder), "damage": str(damage)} for damage in found]
        if found and arguments.repair:
            lines += [plain(f"{folder}: {each}") for each in repair(folder, arguments.actors)]
        elif found:
            lines.append(f"to repair it: {plain(way_out(folder))}")
            code = NOTHING
    if arguments.into is None and arguments.format in (None, "text"):
        say(arguments if not rows else Namespace(quiet=False), *lines)
    else:
        show(arguments, lambda limit: "", lambda: rows)
    return code


def _draft(arguments: Namespace) -> int:
    from onrecord.command.verbs.draft import VERB as DRAFT

    if arguments.repair:
        raise AnalysisError("--repair is for tables, --against for a draft: give one of them.")
    return DRAFT.run(Namespace(**vars(arguments), paths=[str(path) for path in arguments.folders]))


VERB = Verb(
    "check",
    "find every damage of tables by their checksums, and repair it",
    (
        "onrecord check tables                       whole? exit code 1 where not",
        "onrecord check tables --repair              make again what follows from the articles",
        "onrecord check tables --into d.csv          what is damaged, as a table",
        "onrecord check draft.docx --against tables  whether what it quotes is on record",
    ),
    _run,
    _options,
    more="With --repair what follows from the articles is made again, and what does not is "
    "set aside.",
)
