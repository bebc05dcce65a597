""".warc: the pages of a web archive."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from onrecord.load import html, plain
from onrecord.load.draft import Draft, Item, Rejected, Unreadable
from onrecord.load.source import Source, in_words

BEGIN = b"WARC/"

logging.getLogger("warcio").addHandler(logging.NullHandler())  # faults become reasons
KINDS = ("response", "resource", "conversion")


class Answers(ArchiveIterator):
    """The records of an archive; where a length is wrong, nothing is printed."""

    INC_RECORD = ""


def read(source: Source) -> Iterator[Item]:
    """The article of each page that was answered whole; pictures and the like are no pages."""
    with source.open() as stream:
        if stream.read(5) != BEGIN:
            raise Unreadable("is damaged, or is no web archive")
        stream.seek(0)
        number = 0
        try:
            for record in Answers(stream):
                kind = _kind(record)
                if kind is None:
                    continue
                number += 1
                yield from _page(source, number, record, kind)
        except ArchiveLoadFailed as error:
            where = f" after page {number}" if number else ""
            raise Unreadable(f"is damaged{where}, or is no web archive") from error


def _kind(record: Any) -> str | None:
    """The suffix by which a record is read; None for what is no page."""
    if record.rec_type not in KINDS:
        return None
    http = record.http_headers
    headers = http if http is not None else record.rec_headers
    if http is not None and http.get_statuscode() != "200":
        return None
    mime = (headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    if record.rec_type == "conversion":
        return ".txt" if mime == "text/plain" else None
    return ".html" if mime in ("text/html", "application/xhtml+xml") else None


def _page(source: Source, number: int, record: Any, kind: str) -> Iterator[Item]:
    path = f"{source.path}#{number}"
    limit = source.settings.max_bytes
    address = record.rec_headers.get_header("WARC-Target-URI")
    try:
        data = record.content_stream().read(limit + 1)
        if len(data) > limit:
            raise Unreadable(f"is larger than {in_words(limit)}")
        page = replace(source, path=path, kind=kind, open=partial(BytesIO, data))
        for item in (html.read if kind == ".html" else plain.read)(page):
            known = isinstance(item, Draft) and item.url is None and address
            yield replace(item, url=address.strip("<>")) if known else item
    except Unreadable as fault:
        yield Rejected(path, str(fault))
    except ArchiveLoadFailed:
        raise
    except Exception:  # one bad page leaves the others as they are
        yield Rejected(path, "is a page that cannot be read")
