"""NewsML-G2, and NewsML before it: an article an item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.load import dates
from onrecord.load.draft import Draft, Unreadable, compose
from onrecord.load.exports.article import byline
from onrecord.load.nitf import articles as in_nitf
from onrecord.load.xmltext import below, first, line, local, plain, written

ITEMS = ("newsitem", "newscomponent")
DAYS = ("contentcreated", "firstcreated", "versioncreated", "firstcreated", "datelinedate")
APART = frozenset(["script", "style", "table", "figure", "head", "hedline", "body.head"])


def articles(root: Any) -> Iterator[Draft | Unreadable]:
    """Every item that holds text; pictures and packages are none."""
    items = [root] if local(root) == "newsitem" else list(below(root, "newsitem"))
    for node in items:
        if _is_text(node):
            yield _item(node)


def _is_text(node: Any) -> bool:
    kind = next(below(node, "itemclass"), None)
    qcode = "" if kind is None else (kind.get("qcode") or kind.get("uri") or "")
    return not qcode or "text" in qcode or "composite" in qcode


def _item(node: Any) -> Draft | Unreadable:
    content = next(below(node, "contentset", "contentitem"), None)
    held = None if content is None else next(below(content, "nitf"), None)
    inner = next(iter(in_nitf(held)), None) if held is not None else None
    title = first(node, "headline") or (inner.title if isinstance(inner, Draft) else None)
    body = inner.text if isinstance(inner, Draft) else _body(content)
    title = title or first(node, "title", "slugline")
    if not body.strip():
        return Unreadable("has a title but no text" if title else "is empty")
    lines = (byline(line(each)) for each in below(node, "by", "byline"))
    author = next(filter(None, lines), None) or _named(node, "creator")
    return Draft(
        "",
        compose(title, body),
        title,
        outlet=_named(node, "infosource", "provider", "copyrightholder"),
        author=author,
        published=next((day for n in DAYS if (day := dates.parse(first(node, n)))), None),
        url=next((each.get("href") for each in below(node, "link") if _page(each)), None),
    )


def _body(content: Any) -> str:
    if content is None:
        return ""
    for name in ("inlinexml", "inlinedata", "datacontent"):
        for node in below(content, name):
            page = next(below(node, "body"), node)
            if text := (plain(page, APART) if len(page) else written(page)):
                return text
    return ""


def _named(node: Any, *names: str) -> str | None:
    for name in names:
        for each in below(node, name):
            if named := first(each, "name") or each.get("literal"):
                return named
    return None


def _page(node: Any) -> bool:
    return (node.get("href") or "").startswith(("http://", "https://")) and "alternate" in (
        node.get("rel") or ""
    ).lower()
