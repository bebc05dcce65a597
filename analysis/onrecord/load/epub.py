""".epub: the chapters of a book, or the articles of an issue."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

import lxml.html
from lxml import etree

from onrecord.load import dates, markup
from onrecord.load.archive import check
from onrecord.load.bounds import PACKED
from onrecord.load.draft import Draft, Item, Rejected, Unreadable, compose, first_line
from onrecord.load.encoding import decode
from onrecord.load.source import Source

CONTAINER = "META-INF/container.xml"
FEW = 30  # words below which a chapter is a cover, a title or a list
MOST = 20_000  # chapters
HEADS = ("h1", "h2", "h3", "h4")


def read(source: Source) -> Iterator[Item]:
    """The chapters in the order that the book states, with its day.

    The book's author and publisher are often those who made the file, and are not taken.

    Raises:
        Unreadable: it is no such book, or unpacks to too much.
    """
    data = source.read(limit=PACKED)
    check(data)
    with ZipFile(BytesIO(data)) as archive:
        names = set(archive.namelist())
        if CONTAINER not in names:
            raise Unreadable("is of another format: it names no content")
        package = _package(archive, names)
        place = package.get("full-path")
        book = _xml(archive.read(place))
        published = _day(book)
        chapters = [each for each in _chapters(book, posixpath.dirname(place)) if each in names]
        for number, name in enumerate(chapters[:MOST], 1):
            yield _chapter(f"{source.path}#{number}", archive.read(name), published)


def _package(archive: ZipFile, names: set[str]) -> Any:
    for node in _xml(archive.read(CONTAINER)).iter("{*}rootfile"):
        if node.get("full-path") in names:
            return node
    raise Unreadable("is of another format: it names no content")


def _xml(data: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    tree = etree.fromstring(data, parser)
    if tree is None:
        raise Unreadable("has a list of contents that cannot be read")
    return tree


def _chapters(book: Any, folder: str) -> Iterator[str]:
    items = {node.get("id"): node for node in book.iter("{*}item")}
    for node in book.iter("{*}itemref"):
        item = items.get(node.get("idref"))
        if item is None or node.get("linear") == "no":
            continue
        if "nav" not in (item.get("properties") or "").split() and item.get("href"):
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href"))))


def _chapter(path: str, data: bytes, published: datetime | None) -> Item:
    try:
        page = decode(data)
        page = page[page.index("?>") + 2 :] if page.lstrip().startswith("<?xml") else page
        tree = lxml.html.fromstring(page)
        body = markup.plain(page)
    except (ValueError, etree.ParserError, Unreadable):
        return Rejected(path, "is a chapter that cannot be read")
    if len(body.split()) < FEW:
        return Rejected(path, f"has fewer than {FEW} words, as covers and lists have")
    heads = (" ".join(node.text_content().split()) for node in tree.iter(*HEADS))
    title = next(filter(None, heads), None) or first_line(body)
    if title is not None and title in body[: len(title) + 200]:
        above, _, rest = body.partition(title)
        body = rest.lstrip("\n") if len(above.split()) < 12 else body
    return Draft(path, compose(title, body), title, published=published)


def _day(book: Any) -> datetime | None:
    return next((day for node in book.iter("{*}date") if (day := dates.parse(node.text))), None)
