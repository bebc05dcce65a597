"""The `onrecord` command: a quick look in the terminal, tables and reports in folders."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from types import FrameType
from typing import Any

from onrecord.command import audit, exchange, review, verbs
from onrecord.command.verbs import DONE, NOTHING, WRONG
from onrecord.errors import AnalysisError, NothingFoundError, StoreError

EXAMPLES = """examples:
  onrecord analyse articles/ --into tables      read a folder, write the tables
  onrecord analyse articles/ --into tables      once more: only what is new is read
  onrecord report articles/ --into reports      the same, and reports for the browser
  onrecord sources articles/ --of gender        who gets to speak, with intervals
  onrecord speakers articles/                   who is quoted, how often
  onrecord quotes articles/ --speaker Rutte     every quote of one speaker
  onrecord table tables --name actors --into actors.xlsx   for Excel, R or pandas
  onrecord actors articles/ > actors.yaml       the names found, ready to be edited
  onrecord review tables                        look at statements, correct what is wrong

exit codes: 0 done, 1 nothing could be read, 2 wrong use
"""


def parser() -> argparse.ArgumentParser:
    """The command line, described once for parsing and for `--help`."""
    top = argparse.ArgumentParser(
        prog="onrecord",
        description="Who said what about whom in the news, and how far to believe it.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"onrecord {version('onrecord')}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, about: str, example: str, paths: str = "+") -> argparse.ArgumentParser:
        made = commands.add_parser(
            name,
            help=about,
            description=about[0].upper() + about[1:] + ".",
            epilog=f"example:\n  {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        made.add_argument(
            "paths",
            nargs=paths,
            metavar="PATH",
            help="articles: files, folders, globs; or a folder of tables from `analyse`",
        )
        made.add_argument(
            "--actors",
            action="append",
            default=[],
            type=Path,
            metavar="FILE",
            help="your own actors.yaml; one that lies in a given folder is taken by itself",
        )
        made.add_argument("--quiet", action="store_true", help="no progress bars")
        made.add_argument(
            "-v", "--verbose", action="store_true", help="where an error comes from, line by line"
        )
        return made

    analyse = command(
        "analyse", "read articles and write the tables", "onrecord analyse news/ --into tables"
    )
    analyse.add_argument("--into", required=True, type=Path, metavar="FOLDER")
    analyse.add_argument(
        "--corrections",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="more files of corrections; those in the FOLDER are taken by themselves",
    )
    analyse.add_argument(
        "--prune", action="store_true", help="forget articles that are no longer under the PATHs"
    )
    analyse.add_argument(
        "--check-contents",
        action="store_true",
        help="read every file, also where sizes and times say that none has changed",
    )
    side = analyse.add_mutually_exclusive_group()
    side.add_argument(
        "--jobs", type=_count, metavar="N", help="processes side by side (default: one per core)"
    )
    side.add_argument(
        "--workers", type=_count, metavar="N", help="the same as a dask cluster of this machine"
    )
    side.add_argument(
        "--scheduler", metavar="tcp://HOST:PORT", help="a dask cluster that is running"
    )
    report = command(
        "report",
        "read articles and render HTML reports",
        "onrecord report news/ --into reports",
        paths="*",
    )
    report.add_argument("--into", default=Path("reports"), type=Path, metavar="FOLDER")
    report.add_argument("--title", help="name of the corpus, for the index page")
    report.add_argument(
        "--each",
        action="store_true",
        help="every PATH is a corpus of its own, with a front page over them",
    )
    report.add_argument(
        "--min-statements",
        type=_count,
        default=3,
        metavar="N",
        help="a speaker or actor with fewer statements gets no report of their own (default 3)",
    )
    report.add_argument(
        "--max-articles",
        type=_count,
        default=50,
        metavar="N",
        help="article pages to render at most (default 50)",
    )
    report.add_argument(
        "--copies",
        action="store_true",
        help="count every copy of a wire story (by default each story counts once)",
    )
    report.add_argument(
        "--single-file",
        action="store_true",
        help="each report a file of its own, ready to be sent; by default they share a folder",
    )
    report.add_argument(
        "--jobs", type=_count, default=os.cpu_count() or 1, metavar="N", help="kernels side by side"
    )
    speakers = command("speakers", "who is quoted, and how often", "onrecord speakers news/")
    sources = command(
        "sources",
        "who gets to speak: shares of quotes by gender or role of their source",
        "onrecord sources news/ --of gender --by outlet --target f=0.5",
    )
    sources.add_argument("--of", choices=("gender", "role"), default="role")
    sources.add_argument("--by", choices=("all", "outlet", "day", "week", "month"), default="all")
    sources.add_argument(
        "--count",
        choices=("quotes", "words", "first quotes"),
        default="quotes",
        help="what is shared out: quotes, the words in them, or each article's first quote",
    )
    sources.add_argument(
        "--target",
        action="append",
        default=[],
        type=_target,
        metavar="CLASS=SHARE",
        help="a share to set beside, as f=0.5",
    )
    quotes = command(
        "quotes", "quotes, with their source", "onrecord quotes news/ --speaker Rutte --limit 5"
    )
    table = command(
        "table",
        "one table as a file for other programs",
        "onrecord table tables/ --name actors --into actors.xlsx",
    )
    table.add_argument("--name", required=True, help="attributions, actors, stances ...")
    for shown in (speakers, sources, quotes, table):
        shown.add_argument(
            "--into",
            type=Path,
            metavar="FILE",
            required=shown is table,
            help="write a file instead: .xlsx, .csv, .jsonl or .parquet",
        )
        shown.add_argument(
            "--format",
            choices=("xlsx", "csv", "jsonl", "parquet"),
            help="where the ending says none",
        )
    quotes.add_argument("--speaker", metavar="NAME", help="all or part of a speaker's name")
    for shown in (speakers, quotes):
        shown.add_argument(
            "--limit", type=_count, default=20, metavar="N", help="rows (default 20)"
        )
    command(
        "actors",
        "names found and what they were taken for, as an actors.yaml to edit",
        "onrecord actors news/ > actors.yaml",
    )
    review.add(commands, _count)
    audit.add(commands)
    exchange.add(commands)
    clean = commands.add_parser(
        "clean",
        help="take away what On Record wrote, and nothing else",
        description="Take away the tables and reports that On Record wrote into a folder, and "
        "nothing else.",
        epilog="example:\n  onrecord clean reports",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    clean.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    check = commands.add_parser(
        "check",
        help="find every damage of tables, and repair it",
        description="Find every damage of the tables that `analyse` wrote, by their checksums; "
        "with --repair make again what follows from the articles, and set aside what does not.",
        epilog="example:\n  onrecord check tables --repair",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    check.add_argument("folders", nargs="+", type=Path, metavar="STORE")
    check.add_argument("--repair", action="store_true", help="repair what is damaged")
    check.add_argument(
        "--actors",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="your own actors.yaml, where the last run's word on it is lost",
    )
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    arguments = parser().parse_args(argv)
    _say_what_is_logged(quiet=getattr(arguments, "quiet", False))
    if hasattr(sys.stdout, "reconfigure"):  # a terminal that knows no accents shows their codes
        sys.stdout.reconfigure(errors="backslashreplace")
    before = _end_in_order()
    try:
        code = verbs.run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except (NothingFoundError, StoreError) as error:
        print(f"onrecord: {error}", file=sys.stderr)
        return NOTHING
    except AnalysisError as error:
        print(f"onrecord: {error}", file=sys.stderr)
        return WRONG
    except BrokenPipeError:  # `onrecord quotes ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("onrecord: stopped.", file=sys.stderr)
        return 130
    except Exception as error:
        if getattr(arguments, "verbose", False):
            traceback.print_exc()
        print(f"onrecord: {_sentence(error)}", file=sys.stderr)
        return WRONG
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)


def _end_in_order() -> Callable[[int, FrameType | None], Any] | int | None:
    """Let a polite end from outside clear temporary folders, too; the handler before."""
    try:
        return signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    except ValueError:  # not in the main thread
        return None


def _sentence(error: Exception) -> str:
    """What happened, in one line, for an error that nobody expected."""
    if isinstance(error, OSError) and error.strerror:
        name = f"{error.filename}: " if error.filename else ""
        said = f"{name}{error.strerror}"
        return said if len(said) < 300 else f"{said[:100]} … {said[-100:]}"
    said = " ".join(str(error).split()) or "no reason was given"
    return f"{type(error).__name__}: {said[:300]} (-v shows where)"


def _say_what_is_logged(*, quiet: bool) -> None:
    """Lines of the log to stderr, each once."""
    log = logging.getLogger("onrecord")
    for old in [h for h in log.handlers if isinstance(h, _Once)]:
        log.removeHandler(old)
    log.addHandler(_Once())
    log.setLevel(logging.ERROR if quiet else logging.WARNING)
    log.propagate = False


class _Once(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self._said: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        if said not in self._said:
            self._said.add(said)
            print(said, file=sys.stderr)


def _target(text: str) -> tuple[str, float]:
    name, _, share = text.partition("=")
    try:
        if name and 0 <= float(share) <= 1:
            return name, float(share)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is no class and share, such as f=0.5")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 up")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
