"""What stands in one cell or under one name of a record, as plain text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.load import markup
from onrecord.load.encoding import newlines

MISSING = {"", "nan", "none", "null", "nat", "n/a", "[]", "{}"}
# where an object stands for its name
NAMED = ("name", "main", "title", "text", "rendered", "original", "domain", "uri", "value")
PARTS = (  # what holds the words of an object that is a part of a text, in their order
    *("headline", "heading", "title", "summary", "paragraphs", "text", "content", "value"),
    *("rendered", "body", "blocks", "children", "sections", "bodyHtml"),
)
DEEP = 6
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
ESCAPED = re.compile(r"\\r\\n|\\[nrt](?=[A-Z\"“‘'\\\s(\d]|$)")
# of a text in which line ends are so written, before whatever letter; no folder is called so
ALL_ESCAPED = re.compile(ESCAPED.pattern + r"|(?<![:\\/])\\n(?=[a-z])")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*", re.I)
LINK = re.compile(r"https?://\S+", re.I)


def line(value: Any, between: str = ", ") -> str | None:
    """A value on one line; None where it says nothing.

    >>> line({"id": 7, "name": "Morning &amp; Evening"}), line("nan")
    ('Morning & Evening', None)
    """
    if isinstance(value, Mapping):
        return next((found for name in NAMED if (found := line(value.get(name)))), None)
    if isinstance(value, (list, tuple)):
        return between.join(filter(None, map(line, value))) or None
    if value is None or isinstance(value, (bool, bytes)) or value != value:  # NaN is not itself
        return None
    words = " ".join(_unescaped(str(value)).split())
    return None if words.casefold() in MISSING else words


def address(value: Any) -> str | None:
    """An address; None where a value is none, as a number of a database.

    >>> address("https://post.example/1"), address("7712349")
    ('https://post.example/1', None)
    """
    found = line(value)
    return found if found and ADDRESS.fullmatch(found) else None


def name(value: Any) -> str | None:
    """A name; None where a value is the address of a page."""
    found = line(value)
    return None if found is None or LINK.fullmatch(found) else found


def body(value: Any) -> str | None:
    r"""A text with its paragraphs, from text, HTML, a list of paragraphs, or parts.

    >>> body({"sections": [{"headline": "Ports", "paragraphs": ["One.", "Two &amp; three."]}]})
    'Ports\n\nOne.\n\nTwo & three.'
    """
    if isinstance(value, (list, tuple, Mapping)):
        value = "\n\n".join(_parts(value, 0))
    if not isinstance(value, str):
        return None
    text = newlines(value)
    if ESCAPED.search(text) and "\n" not in text.strip():
        text = ALL_ESCAPED.sub("\n", text).replace('\\"', '"').replace("\\'", "'")
    text = markup.plain(text) if markup.is_markup(text) else _unescaped(text)
    return text if text.strip() and text.strip().casefold() not in MISSING else None


def _parts(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        if value.strip():
            yield value
    elif depth > DEEP:
        return
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _parts(each, depth + 1)
    elif isinstance(value, Mapping):
        for name in PARTS:
            if name in value:
                yield from _parts(value[name], depth + 1)


def _unescaped(text: str) -> str:
    return html.unescape(text) if ENTITY.search(text) else text
