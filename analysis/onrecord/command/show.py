"""What a verb found, as the user asked to see it: text, JSON, CSV, or a file."""

from __future__ import annotations

import csv
import io
import json
import re
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from onrecord.command.options import ROWS
from onrecord.command.verb import DONE

Rows: TypeAlias = Any  # a frame, a sequence of records, or one record

# what could command a terminal; JSON has escaped it where it matters
_COMMANDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def show(arguments: Namespace, text: Callable[[int], str], rows: Callable[[], Rows]) -> int:
    """Print or write what was found; returns the exit code.

    Args:
        arguments: of the verb; `format`, `into` and `limit` are read where it has them.
        text: makes the text, at most so many rows of it; 20 where no limit is given.
        rows: makes the table, or one record.

    Raises:
        AnalysisError: the file cannot be of this format.
        OwnershipError: there is a file that On Record did not write.
    """
    form, limit = arguments.format, getattr(arguments, "limit", None)
    into = getattr(arguments, "into", None)
    if into is not None:
        from onrecord.command.out import write_table

        found: Any = _first(rows(), limit)
        path = write_table(found, into, form)
        many = 1 if isinstance(found, Mapping) else len(found)
        say(arguments, f"{many:,} row{'' if many == 1 else 's'} in {path}")
    elif form in (None, "text"):
        print(text(limit or ROWS))
    else:
        print(as_json(_first(rows(), limit)) if form == "json" else as_csv(_first(rows(), limit)))
    return DONE


def report(arguments: Namespace, lines: Sequence[str], rows: Callable[[], Rows]) -> int:
    """Say what was done, as lines for people or as a table for programs; returns the exit code.

    Args:
        arguments: of the verb; `format` and `quiet` are read.
        lines: for people.
        rows: makes the table, or one record.
    """
    if arguments.format in (None, "text"):
        say(arguments, *lines)
        return DONE
    return show(Namespace(format=arguments.format), lambda limit: "", rows)


def say(arguments: Namespace, *lines: str) -> None:
    """What was done, unless silence was asked for, or a format that a program reads."""
    if not arguments.quiet:
        for line in lines:
            print(line)


def as_json(rows: Rows) -> str:
    r"""Rows as an array of objects, one record as an object; what is not known is null.

    >>> as_json({"articles": 2, "first": None})
    '{\n  "articles": 2,\n  "first": null\n}'
    """
    if isinstance(rows, Mapping | Sequence):
        said = json.dumps(rows, indent=2, ensure_ascii=False, default=str)
    else:
        said = rows.to_json(orient="records", indent=2, force_ascii=False, date_format="iso")
    return _COMMANDS.sub("", said)


def as_csv(rows: Rows) -> str:
    r"""Rows with a header, one record as one row; lines end in \n.

    >>> as_csv([{"key": "a", "value": 1}])
    'key,value\na,1'
    """
    if not isinstance(rows, Mapping | Sequence):
        return _COMMANDS.sub("", rows.to_csv(index=False, lineterminator="\n")).rstrip("\n")
    records: list[Mapping[str, Any]] = [rows] if isinstance(rows, Mapping) else list(rows)
    out = io.StringIO()
    if records:
        writer: csv.DictWriter = csv.DictWriter(out, list(records[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(records)
    return _COMMANDS.sub("", out.getvalue()).rstrip("\n")


def _first(rows: Rows, limit: int | None) -> Rows:
    return rows if limit is None or isinstance(rows, Mapping) else rows[:limit]
