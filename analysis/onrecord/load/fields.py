"""The fields of an article under the many names that files give them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from typing import Any

from onrecord.errors import LoadError
from onrecord.load import dates, markup
from onrecord.load.draft import Draft, Unreadable, compose
from onrecord.load.encoding import newlines
from onrecord.load.source import printable

# names without case, spaces and signs, the likeliest first
ALIASES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "heading", "articletitle", "head"),
    "text": (
        *("text", "body", "content", "maintext", "articletext", "articlebody", "fulltext"),
        *("article", "articlecontent", "bodytext", "contenttext", "story", "cleantext"),
    ),
    "outlet": (
        *("outlet", "source", "publisher", "publication", "newspaper", "sitename", "site"),
        *("sourcename", "domain", "sourcedomain"),
    ),
    "published": (
        *("published", "date", "datepublish", "datepublished", "publishdate", "publisheddate"),
        *("publicationdate", "publishedat", "publishedon", "pubdate", "datetime"),
    ),
    "author": ("author", "authors", "byline", "creator", "writer"),
    "url": ("url", "link", "weburl", "articleurl", "permalink", "sourceurl"),
    "language": ("language", "lang", "languagecode"),
}
# what stands before the body, in files that keep it apart
LEADS = ("lead", "leadparagraph", "standfirst", "snippet", "description")
SAME = 50  # letters by which a lead is known again in the body
MISSING = {"", "nan", "none", "null", "nat", "n/a"}
NAMED = ("name", "title", "text", "domain", "uri")  # where an object stands for its name


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
    """Make sure that a table has a column for the text.

    Raises:
        Unreadable: it has none; the reason names the columns that are there.
    """
    names = [str(name) for name in names]
    if "text" not in places(names, columns):
        raise Unreadable(_lacks_text(names, columns))


def _lacks_text(names: list[str], columns: Mapping[str, str]) -> str:
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


def draft(
    path: str,
    record: Mapping[str, Any],
    columns: Mapping[str, str],
    order: str | None = None,
) -> Draft:
    """One article from one record.

    The text is the headline, an empty line and the body, or the body alone where that
    begins with the headline; a body in HTML becomes plain text. A lead, snippet or
    description stands before the body, unless that holds it.

    Args:
        path: its name in the tables.
        record: its fields, under any of their names.
        columns: field to name, for names that are not known.
        order: of day and month, where the file's other dates show it.

    Raises:
        Unreadable: the record has no text.
    """
    where = places(record, columns)
    if "text" not in where:
        raise Unreadable(_lacks_text([str(name) for name in record], columns))
    title = headline(record, columns)
    body = _first(_body(record[name]) for name in where["text"])
    if body is None:
        raise Unreadable("has a title but no text" if title else "is empty")
    body = _led(record, title, body)
    facts = known(record, columns, order)
    return Draft(path, compose(title, body), title, **facts)


def _led(record: Mapping[str, Any], title: str | None, body: str) -> str:
    """The body behind its lead, where the record keeps one that the body lacks."""
    by_name = {squash(name): name for name in record}
    lead = _first(_body(record[by_name[name]]) for name in LEADS if name in by_name)
    if lead is None or squash(lead) in ("", squash(title)) or lead.casefold() in MISSING:
        return body
    return body if squash(lead)[:SAME] in squash(body) else f"{lead.strip()}\n\n{body}"


def headline(record: Mapping[str, Any], columns: Mapping[str, str]) -> str | None:
    """The title that a record states."""
    return _first(_line(record[name]) for name in places(record, columns).get("title", ()))


def known(
    record: Mapping[str, Any], columns: Mapping[str, str], order: str | None = None
) -> dict[str, Any]:
    """Outlet, author, date, url and language of a record, only where it states them."""
    where = places(record, columns)
    facts = {}
    for field in ("outlet", "author", "published", "url", "language"):
        read = partial(dates.parse, order=order) if field == "published" else _line
        value = _first(read(record[name]) for name in where.get(field, ()))
        if value is not None:
            facts[field] = value
    return facts


def _first(values: Iterable[Any]) -> Any:
    return next((value for value in values if value is not None), None)


def _line(value: Any) -> str | None:
    if isinstance(value, Mapping):
        return _first(_line(value.get(name)) for name in NAMED)
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(_line, value))) or None
    if value is None or isinstance(value, (bool, bytes)) or value != value:  # NaN is not itself
        return None
    line = " ".join(str(value).split())
    return None if line.casefold() in MISSING else line


def _body(value: Any) -> str | None:
    if isinstance(value, (list, tuple)):  # a list of paragraphs
        value = "\n\n".join(part for part in value if isinstance(part, str))
    if not isinstance(value, str):
        return None
    text = newlines(value)
    if markup.is_markup(text):
        text = markup.plain(text)
    return text if text.strip() else None
