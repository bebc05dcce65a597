"""TEI: texts as scholars encode them, with a header that describes each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from onrecord.load import dates
from onrecord.load.draft import Draft, Unreadable, compose
from onrecord.load.exports.article import paper
from onrecord.load.xmltext import SILENT, below, line, local, plain

APART = SILENT | {"front", "back", "teiheader", "del", "sic", "orig", "abbr"}
ARTICLES = ("article", "news", "newsarticle", "news-article", "story", "nieuwsbericht")


def articles(root: Any) -> Iterator[Draft | Unreadable]:
    """Every text, and in a newspaper's issue every part that is called an article."""
    texts = [root] if local(root).startswith("tei") and "corpus" not in local(root) else []
    for node in texts or below(root, "tei", "tei.2"):
        parts = [each for each in below(node, "div") if each.get("type", "").lower() in ARTICLES]
        for part in parts or [node]:
            yield _text(node, part)


def _text(node: Any, part: Any) -> Draft | Unreadable:
    header = next(below(node, "teiheader"), None)
    whole = part is node
    title = None if whole else _head(part)
    source = _source(header)
    if title is None and whole:
        title = _titled(source, "a") or _titled(header, None) or _head(node)
    place = next(below(node, "body"), node) if whole else part
    body = plain(place, APART)
    if not body.strip():
        return Unreadable("has a title but no text" if title else "is empty")
    return Draft(
        "",
        compose(title, body),
        title,
        outlet=paper(_titled(source, "j", "m", "s")),
        author=_author(source) or _author(_statement(header)),
        published=_day(source) or _day(next(below(header, "publicationstmt"), None))
        if header is not None
        else None,
    )


def _source(header: Any) -> Any:
    return None if header is None else next(below(header, "sourcedesc"), None)


def _statement(header: Any) -> Any:
    return None if header is None else next(below(header, "titlestmt"), None)


def _titled(node: Any, *levels: str | None) -> str | None:
    """The title of the first level that is stated: of an article, a newspaper, a series."""
    for level in levels if node is not None else ():
        for each in below(node, "title"):
            if (level is None or each.get("level") == level) and (found := line(each)):
                return found
    return None


def _head(node: Any) -> str | None:
    return next((found for each in below(node, "head") if (found := line(each))), None)


def _author(node: Any) -> str | None:
    if node is None:
        return None
    return "; ".join(name for each in below(node, "author") if (name := line(each))) or None


def _day(node: Any) -> datetime | None:
    if node is None:
        return None
    for each in below(node, "date"):
        if day := dates.parse(each.get("when") or each.get("value") or line(each)):
            return day
    return None
