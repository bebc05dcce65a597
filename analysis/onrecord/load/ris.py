""".ris: references as libraries give them, an abstract at most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import rispy

from onrecord.load import dates
from onrecord.load.draft import Draft, Item, Rejected, Unreadable, compose
from onrecord.load.encoding import decode
from onrecord.load.exports.article import line, paper, turned
from onrecord.load.exports.day import day
from onrecord.load.source import Source

END = re.compile(r"^ER  ?-.*", re.M | re.S)
BEGIN = re.compile(r"^TY  ?-", re.M)
TITLES = ("title", "primary_title", "translated_title", "short_title")
TEXTS = ("abstract", "notes_abstract")
OUTLETS = (
    *("journal_name", "secondary_title", "alternate_title3", "alternate_title2"),
    *("tertiary_title", "alternate_title1"),
)
DAYS = ("date", "publication_year", "year", "access_date")[:3]
ABSTRACT = "may be no more than an abstract, as lists of references give it"


def read(source: Source) -> Iterator[Item]:
    """Every reference, its abstract as a text that is named as incomplete."""
    text = decode(source.read(many=True), strict=False)
    starts = [found.start() for found in BEGIN.finditer(text)]
    if not starts:
        raise Unreadable("has no line that begins a reference")
    # one that lacks its last line ends where the next begins
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], None], strict=True), 1):
        path = f"{source.path}#{number}"
        try:
            yield _draft(path, END.sub("", text[start:end]))
        except Unreadable as fault:
            yield Rejected(path, str(fault))
        except Exception:  # one bad reference leaves the others as they are
            yield Rejected(path, "is a reference that cannot be read")


def _draft(path: str, piece: str) -> Draft:
    fields: dict[str, Any] = rispy.loads(f"{piece.strip()}\nER  - \n")[0]
    title = line(_first(fields, TITLES))
    notes = [note for note in fields.get("notes") or () if len(note.split()) > 60]
    body = _first(fields, TEXTS) or "\n\n".join(notes)
    if not body.strip():
        raise Unreadable("has a title but no text" if title else "is empty")
    names = fields.get("authors") or fields.get("first_authors") or []
    urls = fields.get("urls") or [None]
    return Draft(
        path,
        compose(title, body),
        title,
        outlet=paper(_first(fields, OUTLETS)),
        author=turned("; ".join(f"{name};" for name in names)),
        published=next(filter(None, (_day(fields.get(name)) for name in DAYS)), None),
        url=line(urls[0]),
        language=line(fields.get("language")),
        incomplete=ABSTRACT,
    )


def _first(fields: dict[str, Any], names: tuple[str, ...]) -> str:
    return next((str(fields[name]) for name in names if fields.get(name)), "")


def _day(value: Any) -> datetime | None:
    """A day as "2024/03/05/" or written out."""
    text = str(value or "").strip().strip("/")
    slashed = re.fullmatch(r"(\d{4})/(\d{1,2})/(\d{1,2})(?:/.*)?", text)
    return (
        dates.parse("-".join(part.zfill(2) for part in slashed.groups())) if slashed else day(text)
    )
