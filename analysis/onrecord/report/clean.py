"""The allow-list that every HTML output passes before it becomes part of a page."""

from __future__ import annotations

import re
from collections.abc import Callable

import nh3

SCHEME = "onrecord"

TEXT = "a abbr b br cite code del dfn em i ins kbd mark q s small span strong sub sup time u var"
BLOCKS = (
    "article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 "
    "header hr li ol p pre section summary ul button meter"
)
TABLES = "caption col colgroup table tbody td tfoot th thead tr"
TAGS = frozenset(f"{TEXT} {BLOCKS} {TABLES}".split())

ATTRIBUTES: dict[str, set[str]] = {
    "*": {"class", "id", "title", "lang", "dir", "tabindex", "hidden"},
    "a": {"href"},
    "button": {"type"},
    "details": {"open"},
    "meter": {"value", "min", "max", "low", "high", "optimum"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}

# as the cleaner writes them: every value in double quotes, none of which it holds
LINK = re.compile(r'<a((?: [\w-]+="[^"]*")*)>(.*?)</a>', re.S)
NAMED = re.compile(r' (?:href|id)="')

DROPPED_WITH_CONTENT = frozenset(
    ("script", "style", "iframe", "object", "noscript", "template", "svg", "math")
)


def clean(html: str, link: Callable[[str], str | None] | None = None) -> str:
    """HTML that can neither run nor fetch anything.

    Args:
        html: any HTML, trusted or not.
        link: gives the address of a page for what follows `onrecord:` in an `href`, or
            None where that page does not exist; the link is then dropped, its words stay.

    Returns:
        Only the tags and attributes of this module's lists; links lead to other pages of
        the report, to places within this one, or to http and https addresses.

    >>> clean('<p onclick="x()">Hi<script>x()</script><img src=//a.example></p>')
    '<p>Hi</p>'
    >>> clean('<a href="javascript:x()">a</a> <a href="#s4">b</a>')
    'a <a href="#s4">b</a>'
    >>> clean('<a href="onrecord:article/1">c</a>', lambda page: f"../{page}.html")
    '<a href="../article/1.html">c</a>'
    """

    def keep(tag: str, name: str, value: str) -> str | None:
        if tag == "a" and name == "href":
            return _address(value, link)
        if name == "id" and value.startswith("or-"):
            return None  # these names belong to the page itself
        return value

    cleaned = nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags=set(DROPPED_WITH_CONTENT),
        attributes=ATTRIBUTES,
        attribute_filter=keep,
        generic_attribute_prefixes={"data-", "aria-"},
        tag_attribute_values={"*": {"role": {"group", "list", "listitem", "note", "img"}}},
        url_schemes={"http", "https", SCHEME},
        link_rel=None,
    )
    return LINK.sub(lambda found: found[0] if NAMED.search(found[1]) else found[2], cleaned)


def _address(value: str, link: Callable[[str], str | None] | None) -> str | None:
    if value.startswith("#"):
        return value
    if value.startswith(f"{SCHEME}:"):
        return link(value.removeprefix(f"{SCHEME}:")) if link else None
    return value if value.startswith(("http://", "https://")) else None
