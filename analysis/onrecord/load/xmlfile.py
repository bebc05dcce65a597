""".xml: feeds, news and texts, told by their root."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from lxml import etree

from onrecord.load import feed, html, newsml, nitf, tei, xmlrecords
from onrecord.load.bounds import TAGS
from onrecord.load.draft import Draft, Item, Rejected, Unreadable
from onrecord.load.exports import factiva_xml
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
    root = _root(data)
    name = local(root)
    if name == "html":
        yield from html.read(source)
        return
    kind = KINDS.get(name) or (factiva_xml.articles if factiva_xml.told(root) else None)
    found = list(kind(root)) if kind else []
    if kind is None:
        yield from xmlrecords.items(source, root)
        return
    for number, each in enumerate(found, 1):
        alone = len(found) == 1 and name in SINGLE
        path = source.path if alone else f"{source.path}#{number}"
        if isinstance(each, Unreadable):
            yield Rejected(path, str(each))
        elif not each.text.strip():
            yield Rejected(path, "has a title but no text" if each.title else "is empty")
        else:
            yield replace(each, path=path)


def _root(data: bytes) -> Any:
    if not data.strip():
        raise Unreadable("is empty")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data.lstrip(), parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable("is not valid XML") from error
    if root is None:
        raise Unreadable("is not valid XML")
    return root
