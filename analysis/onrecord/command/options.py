"""Options that several verbs share, described once."""

from __future__ import annotations

from argparse import (
    SUPPRESS,
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    _ActionsContainer,
    _StoreTrueAction,
)
from pathlib import Path
from typing import Any

SHOWN = ("text", "json", "csv")
WRITTEN = ("xlsx", "jsonl", "parquet")
ROWS = 20  # shown as text where no limit is given


def common(parser: ArgumentParser, *, below: bool = False) -> None:
    """How much is said, and where the settings are.

    Args:
        parser: the whole command's, or a verb's.
        below: a verb's, whose silence must not undo what stood before it.
    """
    kept: dict[str, Any] = {"default": SUPPRESS} if below else {}
    parser.add_argument(
        "-q", "--quiet", action=_Loudness, **kept,
        help="say nothing but what was asked for, and errors",
    )  # fmt: skip
    parser.add_argument(
        "-v", "--verbose", action=_Loudness, **kept,
        help="say on stderr what is done: stages, files, counts, times; and where an error is from",
    )  # fmt: skip
    parser.add_argument(
        "--config", metavar="FILE", type=path, **kept,
        help="settings; by default onrecord.toml here or in a folder above",
    )  # fmt: skip


class _Loudness(_StoreTrueAction):
    """Of silence and much talk the last on the line holds, also over what settings say."""

    def __call__(self, parser: ArgumentParser, namespace: Namespace, *given: Any) -> None:
        for name in ("quiet", "verbose"):
            setattr(namespace, name, name == self.dest)


def paths(parser: _ActionsContainer, *, some: bool = True, more: str = "") -> None:
    """The articles or tables that a verb takes, and the user's own actors."""
    parser.add_argument(
        "paths",
        nargs="+" if some else "*",
        metavar="PATH",
        help="articles: files, folders, globs, or - for standard input; or a folder of tables "
        f"from `analyse`{more}",
    )
    actors(parser)
    parser.add_argument(
        "--reader",
        metavar="NAME",
        help="quick: sides by the small network, in less time and less right; or a folder of "
        "weights of your own",
    )
    parser.add_argument(
        "--allow-empty",
        action="store_true",
        help="no article is no error: exit with 0 on a day without news",
    )


def actors(parser: _ActionsContainer) -> None:
    """The user's own actors."""
    parser.add_argument(
        "--actors",
        action="append",
        default=[],
        type=path,
        metavar="FILE",
        help="your own actors.yaml; one that lies in a given folder is taken by itself",
    )


def form(parser: _ActionsContainer, *, files: bool = False) -> None:
    """The format of what is shown, and a file to write it to."""
    parser.add_argument(
        "--format",
        choices=(*SHOWN, *WRITTEN) if files else SHOWN,
        help="text (default), json or csv"
        + ("; with --into by its ending, or also xlsx, jsonl, parquet" if files else ""),
    )
    if files:
        parser.add_argument(
            "--into", type=path, metavar="FILE", help="write a file instead of showing it"
        )


def rows(parser: _ActionsContainer) -> None:
    """How rows are shown or written, and how many."""
    form(parser, files=True)
    limit(parser)


def speaker(parser: _ActionsContainer) -> None:
    """Whose words they are."""
    parser.add_argument("--speaker", metavar="NAME", help="all or part of a speaker's name")


def days(parser: _ActionsContainer) -> None:
    """The days of the articles that are looked at."""
    parser.add_argument("--since", metavar="DAY", help="first day, as 2025-06-02")
    parser.add_argument("--until", metavar="DAY", help="last day")


def store(parser: _ActionsContainer) -> None:
    """The store whose statements are looked at."""
    parser.add_argument("store", type=path, metavar="STORE", help="written by `onrecord analyse`")


def sample(parser: _ActionsContainer) -> None:
    """Which of the statements are looked at, and how many."""
    parser.add_argument(
        "--order",
        choices=("random", "unsure", "text"),
        default="random",
        help="a random sample (default), what On Record is least sure of, or as they stand",
    )
    parser.add_argument("-n", type=count, default=100, metavar="N", help="statements (default 100)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of the random order")


def limit(parser: _ActionsContainer) -> None:
    """How many rows are shown."""
    parser.add_argument(
        "--limit",
        type=count,
        metavar="N",
        help=f"rows (default {ROWS} as text, all as json, csv or a file)",
    )


def count(text: str) -> int:
    """A whole number from 1 up.

    Raises:
        ArgumentTypeError: it is none.
    """
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is not a whole number from 1 up")
    return int(text)


def path(text: str) -> Path:
    """A path; `~` is a home also where no shell has seen it, as in `--into=~/x` or in settings.

    Raises:
        ArgumentTypeError: it is empty, or names nothing that could be there.

    >>> path("news/a b.txt").as_posix()
    'news/a b.txt'
    """
    if not text.strip():
        raise ArgumentTypeError("a path is empty")
    if "\0" in text:
        raise ArgumentTypeError(f"{text!r} holds a character that no path can hold")
    try:
        given = Path(text).expanduser()
    except RuntimeError as error:
        raise ArgumentTypeError(
            f"there is no user whose folder {text} could be in; ./{text} is a folder of that name"
        ) from error
    try:
        given.resolve()
    except (OSError, RuntimeError) as error:
        raise ArgumentTypeError(f"{text} cannot be followed: its links lead in a circle") from error
    return given
