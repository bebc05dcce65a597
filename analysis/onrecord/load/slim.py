"""A page's bytes without what no reader sees: programs and styles, most of a modern page."""

from __future__ import annotations

import re

OPENS = re.compile(rb"<(?:!--|(script|style|svg)\b([^>]*)>)", re.I)
MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")  # of encodings that ASCII does not fit


def slim(page: bytes) -> bytes:
    """The page without its scripts, styles and drawings; declarations and comments stay.

    >>> slim(b"<style>p{}</style><p>Both left.</p><script>go()</script>")
    b'<p>Both left.</p>'
    >>> slim(b'<!-- <script> --><script type="application/ld+json">{}</script>')
    b'<!-- <script> --><script type="application/ld+json">{}</script>'
    """
    if page.startswith(MARKS):
        return page
    parts, at = [], 0
    while found := OPENS.search(page, at):
        name = (found[1] or b"").lower()
        end = _end(page, found.end(), name)
        if end < 0:  # never closed: a parser decides
            break
        keep = not name or (name == b"script" and b"json" in found[2].lower())
        parts.append(page[at : end if keep else found.start()])
        at = end
    return b"".join([*parts, page[at:]])


def _end(page: bytes, start: int, name: bytes) -> int:
    """Where an element or a comment ends; -1 for nowhere."""
    if not name:
        return place + 3 if (place := page.find(b"-->", start - 2)) >= 0 else -1
    place = page.find(b"</" + name, start)
    if place < 0:
        place = page.find(b"</" + name.upper(), start)
    return page.find(b">", place) + 1 or -1 if place >= 0 else -1
