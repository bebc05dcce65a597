"""`onrecord agreement`: how far reviewers agree, and where they do not."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from onrecord.command import options
from onrecord.command.verb import DONE, NOTHING, Verb

if TYPE_CHECKING:
    import pandas as pd


def _options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="+",
        type=options.path,
        metavar="PATH",
        help="a store, or files of corrections",
    )
    options.form(parser, files=True)


def _run(arguments: Namespace) -> int:
    from onrecord.command.show import show
    from onrecord.command.verbs.review import tell_problems
    from onrecord.corrections import corrections_files, read_corrections
    from onrecord.review.agreement import agreement, conflicts
    from onrecord.review.conflicts import told
    from onrecord.summary.words import counted

    paths = [
        path
        for given in arguments.files
        for path in (corrections_files(given) if given.is_dir() else [given])
    ]
    said, problems = read_corrections(paths)
    tell_problems(problems)
    rows = [
        {"question": each.name, "twice": each.units, "alpha": each.alpha, "equal": each.percent}
        for each in agreement(said)
    ]

    def text(_: int | None) -> str:
        left = conflicts(said)
        lines = [line(row) for row in rows] + [told(conflict) for conflict in left]
        if left:
            lines.append(
                f"{counted(len(left), 'conflict')}; "
                "`onrecord review STORE --settle` goes through them"
            )
        if not said:
            lines.append("Nobody has reviewed these; `onrecord review STORE` begins.")
        elif len({each.who for each in said}) < 2:
            lines.append("One reviewer alone so far: two are needed to agree.")
        return "\n".join([head("answered twice"), *lines])

    show(arguments, text, lambda: _frame(rows))
    return DONE if said else NOTHING


def _frame(rows: list[dict]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(rows)


def head(counted: str) -> str:
    """The heads of the columns that `line` fills."""
    return f"question   {counted:>14}   alpha   equal"


def line(row: dict) -> str:
    """A question with how often it was answered twice, alpha, and the share of equal answers."""
    alpha = "–" if row["alpha"] is None else f"{row['alpha']:.2f}"
    equal = "–" if row["equal"] is None else f"{row['equal']:.0%}"
    twice = row.get("twice", row.get("both"))
    return f"{row['question']:<10} {twice:>14} {alpha:>7} {equal:>7}"


VERB = Verb(
    "agreement",
    "how far reviewers agree, and where they do not",
    (
        "onrecord agreement tables              of all who reviewed these tables",
        "onrecord agreement ada.jsonl bo.jsonl  of two files of corrections",
    ),
    _run,
    _options,
)
