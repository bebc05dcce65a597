"""The fields of an article under the many names that files give them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
from typing import Any

from onrecord.errors import LoadError
from onrecord.load import cells, dates, ours
from onrecord.load.aliases import ABSTRACTS, ALIASES, LEADS
from onrecord.load.authors import authors
from onrecord.load.draft import Unreadable
from onrecord.load.exports.article import paper, turned
from onrecord.load.outlets import of_address
from onrecord.load.source import printable

# names under which archives file a newspaper with its city or edition
FILED = {
    *("pubtitle", "publicationtitle", "publicationname", "newspapertitle"),
    *("publication", "newspaper", "newspapername"),
}
ARCHIVED = frozenset(["pubtitle", "publicationtitle"])  # of tables that archives write


def check_columns(columns: Mapping[str, str] | None) -> dict[str, str]:
    """The user's mapping of fields to column names.

    Raises:
        LoadError: it names a field that articles do not have.
    """
    unknown = [field for field in columns or {} if field not in ALIASES]
    if unknown:
        raise LoadError(
            f"columns= has no field {unknown[0]!r}; the fields are {', '.join(ALIASES)}."
        )
    return dict(columns or {})


@lru_cache(1024)
def squash(name: object) -> str:
    """A field's name without case, spaces and signs.

    >>> squash("Date_Publish")
    'datepublish'
    """
    return "".join(filter(str.isalnum, str(name).casefold()))


def places(names: Iterable[str], columns: Mapping[str, str]) -> dict[str, list[str]]:
    """Where each field may stand among these names, the likeliest first.

    >>> places(["Headline", "Story", "Body"], {"text": "Story"})
    {'title': ['Headline'], 'text': ['Story']}
    """
    return _places(tuple(names), tuple(sorted(columns.items())))


@lru_cache(64)
def _places(names: tuple[str, ...], columns: tuple[tuple[str, str], ...]) -> dict[str, list[str]]:
    asked = dict(columns)
    exact = {str(name): name for name in names}
    by_name: dict[str, str] = {}
    for name in exact:
        by_name.setdefault(squash(name), name)
    found: dict[str, list[str]] = {}
    for field, aliases in ALIASES.items():
        if field in asked:
            wanted = asked[field]
            at = [wanted] if wanted in exact else [by_name.get(squash(wanted))]
        else:
            at = [by_name.get(alias) for alias in aliases]
        if kept := [name for name in at if name is not None]:
            found[field] = kept
    return found


def require_text(names: Iterable[str], columns: Mapping[str, str]) -> None:
    """Make sure that a table has a column for the text, or for a lead or an abstract.

    Raises:
        Unreadable: it has none; the reason names the columns that are there. Or it is a table
            that On Record wrote.
    """
    names = [str(name) for name in names]
    if "text" not in columns:
        ours.refuse_table(names)
    parts = {*LEADS, *ABSTRACTS} if "text" not in columns else set()
    if "text" not in places(names, columns) and parts.isdisjoint(map(squash, names)):
        raise Unreadable(lacks_text(names, columns))


def lacks_text(names: list[str], columns: Mapping[str, str]) -> str:
    """That no name is known for the text, and which names are there."""
    shown = ", ".join(printable(name[:30]) or "(unnamed)" for name in names[:12]) or "nothing"
    shown += ", ..." if len(names) > 12 else ""
    wanted = columns.get("text")
    lack = f"has no column {wanted!r} for the text" if wanted else "has no column for the text"
    return f"{lack} among {shown}; name it with columns={{'text': ...}}"


def day_order(records: Iterable[Mapping[str, Any]], columns: Mapping[str, str]) -> str | None:
    """The order of day and month that the dates of these records show, if they do.

    >>> day_order([{"date": f"{day}/03/2025"} for day in (4, 25, 26, 31)], {})
    'dmy'
    """
    return dates.order(
        record[name] for record in records for name in places(record, columns).get("published", ())
    )


def headline(record: Mapping[str, Any], columns: Mapping[str, str]) -> str | None:
    """The title that a record states."""
    return _first(cells.line(record[name]) for name in places(record, columns).get("title", ()))


def known(
    record: Mapping[str, Any], columns: Mapping[str, str], order: str | None = None
) -> dict[str, Any]:
    """Outlet, author, date, url and language of a record, only where it states them."""
    where = places(record, columns)
    readers: dict[str, Callable[[Any], Any]] = {
        "outlet": cells.name,
        "author": _authors,
        "published": partial(dates.parse, order=order),
        "url": cells.address,
        "language": cells.line,
    }
    facts: dict[str, Any] = {}
    for field, read in readers.items():
        if field in columns and field != "published":
            read = cells.line  # the user's word
        for name in where.get(field, ()):
            if (value := read(record[name])) is not None:
                facts[field] = value
                break
    # archives file papers and authors under what they are sorted by
    papers = {squash(name) for name in where.get("outlet", ())}
    if "outlet" in facts and not papers.isdisjoint(FILED):
        facts["outlet"] = paper(facts["outlet"])
    if "author" in facts and "author" not in columns and not papers.isdisjoint(ARCHIVED):
        facts["author"] = turned(facts["author"])
    if "outlet" not in facts and (site := of_address(facts.get("url") or "")):
        facts["outlet"] = site
    return facts


def _first(values: Iterable[Any]) -> Any:
    return next((value for value in values if value is not None), None)


def _authors(value: Any) -> str | None:
    found = cells.line(value, "; ")
    # a database has a number for each
    return authors(found) if found and not found.isdigit() else None
