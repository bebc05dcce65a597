"""`onrecord review` and `onrecord agreement`: people look, and what they say is kept."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.corrections import Problem

DONE, NOTHING = 0, 1


def review(arguments: argparse.Namespace) -> int:
    """Review statements of a store, take in answers from elsewhere, or settle conflicts."""
    from onrecord.corrections import corrections_files, read_corrections
    from onrecord.corrections.journal import file_of
    from onrecord.review.conflicts import conflicting, names_of
    from onrecord.review.pick import pick
    from onrecord.review.session import Session
    from onrecord.review.statements import statements
    from onrecord.review.take import take
    from onrecord.tables import Tables

    folder = arguments.store
    tables = Tables.open(folder)
    if arguments.take:
        for path in arguments.take:
            taken, problems = take(path, file_of(folder, arguments.reviewer))
            print(f"{taken} answers taken from {path}")
            _problems(problems)
    else:
        settling = arguments.settle
        if settling:
            said, problems = read_corrections(corrections_files(folder))
            _problems(problems)
            queue = conflicting(tables, said)
        else:
            chosen = {name: getattr(arguments, name) for name in _CHOSEN}
            queue = statements(tables, pick(tables, order=arguments.order, n=None, **chosen))
        who = arguments.reviewer or ("settled" if settling else None)
        session = Session(queue, folder, who, again=arguments.again, most=arguments.n,
                          settles=settling)  # fmt: skip
        _talk(session, names_of(tables))
        print(f"\n{len(session.given)} answers in {session.path}")
    return _applied(folder, arguments)


_CHOSEN = ("seed", "narrator", "speaker", "actor", "outlet", "since", "until")


def agreement(arguments: argparse.Namespace) -> int:
    """How far reviewers agree, and where they do not."""
    from onrecord.corrections import corrections_files, read_corrections
    from onrecord.review.agreement import agreement, conflicts
    from onrecord.review.conflicts import told

    paths = [
        path
        for given in arguments.files
        for path in (corrections_files(given) if given.is_dir() else [given])
    ]
    said, problems = read_corrections(paths)
    _problems(problems)
    print("question   answered twice   alpha   equal")
    for each in agreement(said):
        alpha = "–" if each.alpha is None else f"{each.alpha:.2f}"
        equal = "–" if each.percent is None else f"{each.percent:.0%}"
        print(f"{each.name:<10} {each.units:>14} {alpha:>7} {equal:>7}")
    left = conflicts(said)
    for conflict in left:
        print(told(conflict))
    if left:
        print(f"{len(left)} conflicts; `onrecord review STORE --settle` goes through them")
    return DONE if said else NOTHING


def add(commands: Any, count: Callable[[str], int]) -> None:
    """Describe both verbs.

    Args:
        commands: what `add_subparsers` of argparse gives.
        count: reads a whole number from 1 up.
    """

    def verb(name: str, about: str, example: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(
            name,
            help=about,
            description=about[0].upper() + about[1:] + ".",
            epilog=f"example:\n  {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        return made

    made = verb(
        "review",
        "look at statements one by one and correct what is wrong",
        "onrecord review tables --order unsure -n 50",
    )
    made.add_argument("store", type=Path, metavar="STORE", help="written by `onrecord analyse`")
    made.add_argument(
        "--order",
        choices=("random", "unsure", "text"),
        default="random",
        help="a random sample (default), what the model is least sure of, or as they stand",
    )
    made.add_argument("-n", type=count, default=100, metavar="N", help="statements (default 100)")
    made.add_argument("--seed", type=int, default=0, metavar="N", help="of the random order")
    made.add_argument("--narrator", action="store_true", help="the outlets' own sentences")
    for name, what in (
        ("speaker", "only what NAME says"),
        ("actor", "only statements toward NAME"),
        ("outlet", "only articles of NAME"),
    ):
        made.add_argument(f"--{name}", metavar="NAME", help=what)
    made.add_argument("--since", metavar="DAY", help="first day, like 2025-06-02")
    made.add_argument("--until", metavar="DAY", help="last day")
    made.add_argument("--reviewer", metavar="NAME", help="where several review: a file for each")
    made.add_argument("--again", action="store_true", help="also what was answered before")
    made.add_argument("--settle", action="store_true", help="what reviewers disagree on")
    made.add_argument(
        "--take",
        action="append",
        type=Path,
        metavar="FILE",
        help="take in answers saved in a report, a notebook or elsewhere",
    )
    made.add_argument(
        "--write-actors",
        type=Path,
        metavar="FILE",
        help="write names that are one person's, and names kept apart, into an actors.yaml",
    )
    made.add_argument(
        "--later", action="store_true", help="leave the tables as they are until the next analyse"
    )
    agree = verb(
        "agreement",
        "how far reviewers agree, and where they do not",
        "onrecord agreement tables",
    )
    agree.add_argument(
        "files", nargs="+", type=Path, metavar="PATH", help="a store, or files of corrections"
    )


def _talk(session, names: Sequence[str]) -> None:
    from onrecord.review.keys import read_key
    from onrecord.review.terminal import review

    try:
        review(session, read_key, input, print, names, colour=sys.stdout.isatty())
    except (EOFError, KeyboardInterrupt):
        print()  # every answer is on the disk


def _applied(folder: Path, arguments: argparse.Namespace) -> int:
    """Bring the tables up to what was said, and names into a file of the user's."""
    from onrecord.corpus.correct import correct
    from onrecord.corrections import corrections_files
    from onrecord.corrections.actors_file import write_names
    from onrecord.corrections.book import Book

    if arguments.write_actors:
        book = Book.read(corrections_files(folder))
        changed = write_names(arguments.write_actors, book.same, book.kept)
        print(f"{changed} entries of {arguments.write_actors} changed")
    if arguments.later:
        return DONE
    done = correct(folder)
    print(f"{done.read} articles read again with the corrections")
    tell_unfit(done.unfit)
    return DONE


def tell_unfit(unfit: Sequence[tuple[str, str]]) -> None:
    """Say which corrections change nothing."""
    from onrecord.command.terminal import plain

    for words, reason in unfit:
        print(f"correction without effect: {plain(words)}: {reason}", file=sys.stderr)


def _problems(problems: Sequence[Problem]) -> None:
    for each in problems:
        print(f"not understood: {each.place}: {each.reason}", file=sys.stderr)
