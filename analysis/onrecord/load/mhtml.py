""".mhtml: a page that was saved with all that belongs to it, as browsers save it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, Message
from functools import partial
from io import BytesIO

from onrecord.load import html
from onrecord.load.bounds import PACKED
from onrecord.load.draft import Draft, Item, Unreadable
from onrecord.load.mail import content, parsed
from onrecord.load.source import Source

PAGES = ("text/html", "application/xhtml+xml")
WEB = re.compile(r"https?://", re.I)


def read(source: Source) -> Iterator[Item]:
    """The article of the page, with the address that it was saved from.

    Raises:
        Unreadable: no part is a page.
    """
    message = parsed(source.read(limit=PACKED))
    address = str(message.get("Snapshot-Content-Location") or "")
    page = _page(message, address)
    if page is None:
        raise Unreadable("holds no page")
    address = address or str(page.get("Content-Location") or "")
    made = replace(source, kind=".html", open=partial(BytesIO, content(page).encode()))
    for item in html.read(made):
        if isinstance(item, Draft) and item.url is None and WEB.match(address):
            yield replace(item, url=address)
        else:
            yield item


def _page(message: EmailMessage, address: str) -> Message | None:
    pages = [part for part in message.walk() if part.get_content_type() in PAGES]
    named = (part for part in pages if part.get("Content-Location") == address)
    return next(named, pages[0] if pages else None)
