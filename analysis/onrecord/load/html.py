""".html: the article on a page, found by trafilatura."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from typing import Any

import lxml.html
import trafilatura

from onrecord.load import dates, exports
from onrecord.load.draft import Draft, Item, Unreadable, compose
from onrecord.load.encoding import decode
from onrecord.load.source import Source

WORDS = 10  # fewer are a menu, not an article
PROPERTIES = (
    *("article:published_time", "og:published_time", "datepublished", "parsely-pub-date"),
    *("dc.date.issued", "dc.date", "dcterms.date", "citation_publication_date", "pubdate"),
    *("publishdate", "publication_date", "sailthru.date", "date"),
)
STAMP = re.compile(r'"datePublished"\s*:\s*("(?:[^"\\]|\\.)*")')
logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # faults become reasons
logging.getLogger("htmldate").addHandler(logging.NullHandler())


def read(source: Source) -> Iterator[Item]:
    """The article of a page, with its title, site, author and address.

    The date is only taken from what the page declares, since dates found in running text
    may be any.
    """
    page = decode(source.read())
    if not page.strip():
        raise Unreadable("is empty")
    # a parser that is given text refuses a declared encoding
    page = re.sub(r"\A\s*<\?xml[^>]*>", "", page)
    if (exported := exports.on_page(source.path, page)) is not None:
        yield from exported
        return
    found: Any = trafilatura.bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    body = found.text.strip() if found is not None and found.text else ""
    if len(body.split()) < WORDS:
        raise Unreadable("holds no article that can be told from the page around it")
    title = " ".join(found.title.split()) if found.title else None
    yield Draft(
        source.path,
        compose(title, body),
        title,
        outlet=found.sitename or found.hostname or None,
        author=found.author or None,
        published=_published(lxml.html.fromstring(page), page),
        url=found.url or None,
    )


def _published(tree: Any, page: str) -> Any:
    declared: dict[str, str] = {}
    for node in tree.iter("meta", "time"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        declared.setdefault(name.lower(), node.get("content") or node.get("datetime") or "")
    stamps = [declared[name] for name in PROPERTIES if name in declared]
    if found := STAMP.search(page):
        stamps.insert(0, json.loads(found[1]))
    return next((date for stamp in stamps if (date := dates.parse(stamp))), None)
