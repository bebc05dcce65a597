"""`onrecord review`: people look at statements, and what they say is kept."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.command import options, targets
from onrecord.command.verb import DONE, Verb
from onrecord.errors import CorrectionsError

if TYPE_CHECKING:
    from onrecord.corrections import Problem


def _options(parser: ArgumentParser) -> None:
    options.store(parser)
    options.sample(parser)
    parser.add_argument("--narrator", action="store_true", help="the outlets' own sentences")
    for name, what in (
        ("speaker", "only what NAME says"),
        ("actor", "only statements toward NAME"),
        ("outlet", "only articles of NAME"),
    ):
        parser.add_argument(f"--{name}", metavar="NAME", help=what)
    options.days(parser)
    parser.add_argument("--reviewer", metavar="NAME", help="where several review: a file for each")
    parser.add_argument("--again", action="store_true", help="also what was answered before")
    parser.add_argument("--settle", action="store_true", help="what reviewers disagree on")
    parser.add_argument(
        "--take",
        action="append",
        type=options.path,
        metavar="FILE",
        help="take in answers saved in a report, a notebook or elsewhere",
    )
    parser.add_argument(
        "--write-actors",
        type=options.path,
        metavar="FILE",
        help="write names that are one person's, and names kept apart, into an actors.yaml",
    )
    parser.add_argument(
        "--learn",
        action="store_true",
        help="review nothing: learn from the corrections what cross-validation shows to help",
    )
    parser.add_argument(
        "--later", action="store_true", help="leave the tables as they are until the next analyse"
    )


def _claim(arguments: Namespace) -> None:
    from onrecord.corrections.actors_file import could_write_names
    from onrecord.review.take import answered

    if arguments.learn:
        return  # learning asks before it reads
    targets.answers(arguments.store, arguments.reviewer)
    for path in arguments.take or ():  # before the first file is taken
        answered(path)
    if arguments.write_actors:
        could_write_names(arguments.write_actors)


def _run(arguments: Namespace) -> int:
    """Review statements of a store, take in answers from elsewhere, or settle conflicts."""
    from onrecord.command.show import say
    from onrecord.corrections import corrections_files, read_corrections
    from onrecord.corrections.journal import file_of
    from onrecord.review.conflicts import conflicting, names_of
    from onrecord.review.pick import pick
    from onrecord.review.session import Session
    from onrecord.review.statements import statements
    from onrecord.review.take import take
    from onrecord.summary.words import counted
    from onrecord.tables import Tables

    folder = arguments.store
    tables = Tables.open(folder)
    if arguments.learn:
        return _learnt(folder, arguments)
    if arguments.take:
        for path in arguments.take:
            taken, problems = take(path, file_of(folder, arguments.reviewer), tables)
            say(arguments, f"{counted(taken, 'answer')} taken from {path}")
            tell_problems(problems)
    else:
        settling = arguments.settle
        if settling:
            said, problems = read_corrections(corrections_files(folder))
            tell_problems(problems)
            queue = conflicting(tables, said)
        else:
            chosen = {name: getattr(arguments, name) for name in _CHOSEN}
            queue = statements(tables, pick(tables, order=arguments.order, n=None, **chosen))
        who = arguments.reviewer or ("settled" if settling else None)
        session = Session(queue, folder, who, again=arguments.again, most=arguments.n,
                          settles=settling)  # fmt: skip
        if session.current is None:
            say(arguments, _nothing(session.before, settling))
        else:
            _talk(session, names_of(tables))
            say(arguments, f"\n{counted(len(session.given), 'answer')} in {session.path}")
    return _applied(folder, arguments)


def _nothing(answered: int, settling: bool) -> str:
    """Why there is no statement to show."""
    if answered:
        return f"All {answered:,} were answered before; `--again` shows them once more."
    return "Reviewers differ on nothing." if settling else "There is no such statement."


_CHOSEN = ("seed", "narrator", "speaker", "actor", "outlet", "since", "until")


def _talk(session, names: Sequence[str]) -> None:
    from onrecord.review.keys import read_key
    from onrecord.review.terminal import review

    if sys.stdout is None:
        raise CorrectionsError("A review shows statements, and standard output is closed.")
    try:
        review(session, read_key, input, print, names, colour=sys.stdout.isatty())
    except (EOFError, KeyboardInterrupt):
        print()  # every answer is on the disk


def _learnt(folder: Path, arguments: Namespace) -> int:
    """Learn from the corrections, say what it brought, and bring the tables up where it helps."""
    from onrecord.command.lessons import told
    from onrecord.command.show import say
    from onrecord.learn import learn
    from onrecord.learnt import FILE

    lesson = learn(folder)
    say(arguments, told(lesson, folder / FILE))
    return DONE if lesson.path is None else _applied(folder, arguments)


def _applied(folder: Path, arguments: Namespace) -> int:
    """Bring the tables up to what was said, and names into a file of the user's."""
    from onrecord.command.inputs import tell
    from onrecord.command.show import say
    from onrecord.corpus.correct import correct
    from onrecord.corrections import corrections_files
    from onrecord.corrections.actors_file import write_names
    from onrecord.corrections.book import Book
    from onrecord.summary.words import counted

    if arguments.write_actors:
        book = Book.read(corrections_files(folder))
        changed = write_names(arguments.write_actors, book.same, book.kept)
        entries = counted(changed, "entry", "entries")
        say(arguments, f"{entries} of {arguments.write_actors} changed")
    if arguments.later:
        return DONE
    done = correct(folder)
    say(arguments, f"{counted(done.read, 'article')} read again with the corrections")
    tell("not understood", done.problems)
    tell("correction without effect", done.unfit)
    return DONE


def tell_problems(problems: Sequence[Problem]) -> None:
    """Say which lines of a file of corrections were not understood."""
    from onrecord.command.inputs import tell

    tell("not understood", ((each.place, each.reason) for each in problems))


VERB = Verb(
    "review",
    "look at statements one by one and correct what is wrong",
    (
        "onrecord review tables --order unsure -n 50     what the model is least sure of",
        "onrecord review tables --speaker Rutte          of one speaker",
        "onrecord review tables --settle                 what reviewers disagree on",
        "onrecord review tables --learn                  learn from what was corrected so far",
    ),
    _run,
    _options,
    _claim,
)
