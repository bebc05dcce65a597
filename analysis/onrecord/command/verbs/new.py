"""`onrecord new`: what the last runs brought."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from onrecord.command import options
from onrecord.command.verb import DONE, Verb

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.added import Added

PARTS = ("articles", "speakers", "repeats", "stances")


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("store", type=options.path, metavar="STORE", help="tables from `analyse`")
    parser.add_argument(
        "--since",
        metavar="RUN",
        help="number of a run, or a moment (UTC) like 2031-05-01T03:15: what came after it "
        "(default: what the last run brought)",
    )
    parser.add_argument("--runs", action="store_true", help="list the runs instead")
    parser.add_argument(
        "--only",
        choices=PARTS,
        help="one of these as a table, which can be written as a file",
    )
    options.rows(parser)


def _run(arguments: Namespace) -> int:
    from onrecord.added import added, runs
    from onrecord.command import columns
    from onrecord.command.show import as_json, say, show
    from onrecord.errors import AnalysisError
    from onrecord.tables import Tables

    tables = Tables.open(arguments.store)
    if arguments.runs:
        known = runs(tables)
        return show(
            arguments, lambda _: columns.table(known, arguments.limit or len(known)), lambda: known
        )
    found = added(tables, arguments.since)
    if arguments.only:
        rows = getattr(found, arguments.only)
        shown = rows.drop(columns=[name for name in rows if name.startswith("evidence")])
        return show(
            arguments,
            lambda limit: columns.table(shown, limit),
            lambda: rows,
        )
    if arguments.format == "json" and arguments.into is None:
        print(as_json(_record(found)))
        return DONE
    if arguments.format not in (None, "text") or arguments.into is not None:
        raise AnalysisError(f"A table is of one kind: add --only {'|'.join(PARTS)}.")
    if found.articles.empty:
        say(arguments, "Nothing new.")
        return DONE
    print(_text(found, arguments.limit or options.ROWS))
    return DONE


def _record(found: Added) -> dict[str, Any]:
    """All of it as plain values; what is not known is null."""

    def rows(made: pd.DataFrame) -> list[dict]:
        return json.loads(made.to_json(orient="records", date_format="iso"))

    since = None if found.since is None else found.since.isoformat()
    return {"since": since, **{name: rows(getattr(found, name)) for name in ("runs", *PARTS)}}


def _text(found: Added, limit: int) -> str:
    """What is new, a line each, in the order in which a desk would ask."""
    from onrecord.command.columns import left_out, plain
    from onrecord.summary.words import counted

    clear = found.stances[found.stances.clear.astype(bool)]
    groups = list(found.repeats.groupby("repeat_id", sort=False))
    parts = [
        ("article", "", [_article(row) for row in found.articles.itertuples()]),
        (
            "speaker",
            " quoted for the first time",
            [f"{plain(row.speaker)}, {row.quotes:,}" for row in found.speakers.itertuples()],
        ),
        ("quote", " elsewhere as well", [_repeat(part) for _, part in groups]),
        (
            "stance",
            " clearly changed",
            [
                f"{plain(row.teller)} toward {plain(row.target)}: {row.before:+.2f} before, "
                f"{row.after:+.2f} now"
                for row in clear.itertuples()
            ],
        ),
    ]
    lines = []
    for noun, what, told in parts:
        lines.append(f"{counted(len(told), noun)}{what}")
        lines += [f"  {line}" for line in [*told[:limit], *left_out(len(told), limit)]]
    return "\n".join(lines)


def _article(row: Any) -> str:
    import pandas as pd

    from onrecord.command.columns import plain

    day = "no date" if pd.isna(row.published) else f"{row.published:%Y-%m-%d}"
    return f"{day}  {plain(row.outlet) or 'no outlet'}: {plain(row.title) or 'untitled'}"


def _repeat(part: pd.DataFrame) -> str:
    from onrecord.command.columns import plain

    new = part[part.new]
    first = new.iloc[0]
    others = len(part) - len(new)
    where = f"{others} before" if others else "none before"
    who = plain(first.speaker) or "unknown speaker"
    return f"{who}: “{plain(first.words)}” ({len(new)} new, {where})"


VERB = Verb(
    "new",
    "what the last runs brought: articles, speakers, repeated words, changed stances",
    (
        "onrecord new tables                       what the last run brought",
        "onrecord new tables --since 2031-05-01    what came after a moment",
        "onrecord new tables --runs                which runs there were",
        "onrecord new tables --format json         all of it, for a script",
    ),
    _run,
    _options,
)
