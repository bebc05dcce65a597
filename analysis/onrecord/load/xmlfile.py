""".xml: feeds, news and texts, told by their root."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from onrecord.load import feed, html, newsml, nitf, tei, xmlrecords
from onrecord.load.bounds import TAGS
from onrecord.load.draft import Draft, Item, Rejected, Unreadable
from onrecord.load.exports import factiva_xml
from onrecord.load.parted import parse, parted
from onrecord.load.source import Source
from onrecord.load.xmltext import local

Found = Draft | Unreadable
# root to the reader of its kind
KINDS: dict[str, Callable[[Any], Iterable[Found]]] = {
    **dict.fromkeys(["rss", "rdf", "feed"], feed.articles),
    "nitf": nitf.articles,
    **dict.fromkeys(["newsitem", "newsmessage", "newsml", "packageitem"], newsml.articles),
    **dict.fromkeys(["tei", "tei.2", "teicorpus", "teicorpus.2"], tei.articles),
}
# elements that hold an article each, by the root
NAMES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(["rss", "rdf"], ("item",)),
    "feed": ("entry",),
    **dict.fromkeys(["newsmessage", "newsml", "packageitem"], ("newsitem",)),
    **dict.fromkeys(["teicorpus", "teicorpus.2"], ("tei", "tei.2")),
}
SINGLE = {"nitf", "newsitem", "tei", "tei.2"}  # roots that are one article
MOST = 10 * TAGS  # elements: a file may hold many articles


def read(source: Source) -> Iterator[Item]:
    """The articles of the file, numbered where its kind may hold several.

    Raises:
        Unreadable: it is no XML, or no text is told in it.
    """
    data = source.read(many=True)
    if data.count(b"<") > 2 * MOST:
        raise Unreadable(f"holds more than {MOST} elements")
    root, sound = _root(data.lstrip())
    name = local(root)
    if name == "html":
        yield from html.read(source)
        return
    names = NAMES.get(name, ())
    kind = KINDS.get(name)
    if kind is None and factiva_xml.told(root):
        kind, names = factiva_xml.articles, ("article",)
    if kind is None:
        yield from xmlrecords.items(source, root, None if sound else data)
        return
    roots = [root] if sound else parted(data, root, names)
    found = [each for part in roots for each in kind(part)]
    for number, each in enumerate(found, 1):
        alone = len(found) == 1 and name in SINGLE
        path = source.path if alone else f"{source.path}#{number}"
        if isinstance(each, Unreadable):
            yield Rejected(path, str(each))
        elif not each.text.strip():
            yield Rejected(path, "has a title but no text" if each.title else "is empty")
        else:
            yield replace(each, path=path)


def _root(data: bytes) -> tuple[Any, bool]:
    if not data:
        raise Unreadable("is empty")
    root, sound = parse(data)
    if root is None:
        raise Unreadable("is not valid XML")
    return root, sound
