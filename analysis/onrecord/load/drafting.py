"""One article from one record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.load import cells, nested, ours
from onrecord.load.aliases import ABSTRACTS, LEADS
from onrecord.load.draft import Draft, Unreadable, compose
from onrecord.load.fields import headline, known, lacks_text, places, squash

SAME = 50  # letters by which a lead is known again in the body
ONLY = "holds no more than the lead of its article"


def draft(
    path: str,
    record: Mapping[str, Any],
    columns: Mapping[str, str],
    order: str | None = None,
) -> Draft:
    """One article from one record.

    The text is the headline, an empty line and the body, or the body alone where that
    begins with the headline; a body in HTML becomes plain text. A lead, snippet or
    description stands before the body, unless that holds it; alone, it is an incomplete text,
    and so is an abstract.

    Args:
        path: its name in the tables.
        record: its fields, under any of their names, opened where it nests others.
        columns: field to name, for names that are not known.
        order: of day and month, where the file's other dates show it.

    Raises:
        Unreadable: the record has no text, or stands for what was found in an article.
    """
    if "text" not in columns:
        ours.refuse_table(record.keys())
    where = places(record, columns)
    title = headline(record, columns)
    body = _first(record[name] for name in where.get("text", ()))
    lead = _lead(record, title, LEADS)
    if body is None:  # an interface may call the whole text a summary
        lead = max(lead, _lead(record, title, ABSTRACTS), key=lambda each: len(each or ""))
    alone = body is None and lead is not None and "text" not in columns
    if alone and lead is not None and not nested.long_texts(record):
        facts = known(record, columns, order)
        return Draft(path, compose(title, lead), title, **facts, incomplete=ONLY)
    if "text" not in where:
        raise Unreadable(_lacks(record, columns))
    if body is None:
        raise Unreadable("has a title but no text" if title else "is empty")
    if lead is not None and squash(lead)[:SAME] not in squash(body):
        body = f"{lead.strip()}\n\n{body}"
    return Draft(path, compose(title, body), title, **known(record, columns, order))


def _lead(record: Mapping[str, Any], title: str | None, names: Iterable[str]) -> str | None:
    """What the record keeps apart, under one of these names, as the beginning of its text."""
    by_name = {squash(name): name for name in record}
    lead = _first(record[by_name[name]] for name in names if name in by_name)
    return None if lead is None or squash(lead) in ("", squash(title)) else lead


def _lacks(record: Mapping[str, Any], columns: Mapping[str, str]) -> str:
    paths = nested.long_texts(record)
    if not paths:
        return lacks_text([str(name) for name in record], columns)
    wanted = f" {columns['text']!r}" if "text" in columns else ""
    shown = ", ".join(paths[: nested.SHOWN])
    return (
        f"has no column{wanted} for the text, but long texts in {shown}; "
        f"name one with columns={{'text': {paths[0]!r}}}"
    )


def _first(values: Iterable[Any]) -> str | None:
    return next((found for value in values if (found := cells.body(value)) is not None), None)
