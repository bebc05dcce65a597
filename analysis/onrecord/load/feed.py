"""RSS, RDF and Atom: an article an entry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from onrecord.load import dates
from onrecord.load.authors import authors
from onrecord.load.draft import Draft, Unreadable, compose
from onrecord.load.xmltext import below, line, local, written

WHOLE = ("encoded", "content", "fulltext", "full-text")  # the text, where a feed gives it
PART = ("description", "summary")
DAYS = ("pubdate", "published", "date", "issued", "created", "updated")
SHORT = 100  # words below which a description is no whole text
ONLY = "is what the feed tells of its article, and no more"


def articles(root: Any) -> Iterator[Draft | Unreadable]:
    """Every entry; the feed's title is the outlet, unless an entry names its source."""
    outlet = _title(next(below(root, "channel"), root))
    for node in below(root, "item", "entry"):
        yield _entry(node, outlet)


def entries(root: Any) -> Iterator[tuple[str | None, datetime | None]]:
    """The address and the day of every entry, also of those without a text."""
    for node in below(root, "item", "entry"):
        yield _link(node), _day(node)


def _entry(node: Any, outlet: str | None) -> Draft | Unreadable:
    title = _title(node)
    whole = _text(node, WHOLE)
    part = _text(node, PART)
    body = whole if len(whole.split()) >= len(part.split()) else part
    if not body.strip():
        return Unreadable("has a title but no text" if title else "is empty")
    names = [name for each in node if local(each) in ("creator", "author") if (name := _name(each))]
    source = next((each for each in node if local(each) == "source"), None)
    named = None if source is None else (_title(source) or line(source))
    only = not whole.strip() and len(body.split()) < SHORT
    return Draft(
        "",
        compose(title, body),
        title,
        outlet=named or outlet,
        author=authors("; ".join(names)) if names else None,
        published=_day(node),
        url=_link(node),
        incomplete=ONLY if only else None,
    )


def _title(node: Any) -> str | None:
    titled = (each for each in node if local(each) == "title")
    found = next((" ".join(written(each).split()) for each in titled), "")
    return found or None


def _text(node: Any, names: tuple[str, ...]) -> str:
    found = [written(each) for each in node if local(each) in names]
    return max(found, key=len, default="")


def _name(node: Any) -> str | None:
    inner = next(below(node, "name"), node)
    words = line(inner) or ""
    if "@" in words:  # "ann@post.example (Ann Sorel)"
        words = words.partition("(")[2].rstrip(") ")
    return words or None


def _link(node: Any) -> str | None:
    links = [each for each in node if local(each) in ("link", "origlink")]
    for each in links:
        address = each.get("href") or line(each)
        if address and each.get("rel", "alternate") == "alternate":
            return address
    ids = (line(each) for each in node if local(each) in ("guid", "id"))
    return next((each for each in ids if each and each.startswith(("http://", "https://"))), None)


def _day(node: Any) -> datetime | None:
    stated = {local(each): line(each) for each in reversed(node)}
    for name in DAYS:
        if day := _moment(stated.get(name)):
            return day
    return None


def _moment(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        return dates.parse(parsedate_to_datetime(text))
    except (ValueError, TypeError):
        return dates.parse(text)
