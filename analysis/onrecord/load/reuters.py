""".sgm: the news of Reuters-21578, as the collection keeps them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from onrecord.load import dates
from onrecord.load.draft import Draft, Item, Rejected, Unreadable, compose
from onrecord.load.encoding import decode
from onrecord.load.exports.article import byline, line
from onrecord.load.source import Source

ITEM = re.compile(r"<REUTERS\b[^<>]*>(.*?)(?:</REUTERS>|(?=<REUTERS\b)|\Z)", re.S)
LAST = re.compile(r"\s*(?:&#3;|\x03|^\s*reuters?\s*$)+\s*\Z", re.I | re.M)
DAY = re.compile(r"\d{1,2}-[A-Z]{3}-\d{4}(?:\s+\d{1,2}:\d\d:\d\d)?", re.I)


def read(source: Source) -> Iterator[Item]:
    """An article an element.

    Raises:
        Unreadable: it has no such element.
    """
    text = decode(source.read(many=True), strict=False)
    number = 0
    for number, found in enumerate(ITEM.finditer(text), 1):
        yield _item(f"{source.path}#{number}", found[1])
    if not number:
        raise Unreadable("has no element REUTERS, and other SGML is not read")


def _item(path: str, text: str) -> Item:
    title = line(html.unescape(_inner(text, "TITLE")))
    body = _inner(text, "BODY") or _unparsed(text)
    body = html.unescape(LAST.sub("", LAST.sub("", body))).strip("\n")
    if not body.strip():
        return Rejected(path, "has a title but no text" if title else "is empty")
    day = DAY.search(_inner(text, "DATE"))
    author = byline(html.unescape(_inner(text, "AUTHOR")))
    return Draft(
        path,
        compose(title, body),
        title,
        outlet="Reuters",
        author=author.rstrip(", ").removesuffix(", Reuters") if author else None,
        published=dates.parse(day[0]) if day else None,
    )


def _inner(text: str, tag: str) -> str:
    found = re.search(rf"<{tag}\b[^<>]*>(.*?)</{tag}>", text, re.S)
    return found[1] if found else ""


def _unparsed(text: str) -> str:
    """The text of an item that the collection did not take apart."""
    found = re.search(r'<TEXT TYPE="UNPROC">(.*?)</TEXT>', text, re.S)
    return found[1] if found else ""
