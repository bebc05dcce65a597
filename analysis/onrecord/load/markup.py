"""Marked-up text to plain text: one paragraph per block, no tags, scripts or styles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import lxml.html

from onrecord.load import bounds
from onrecord.load.draft import Unreadable
from onrecord.load.encoding import printed

BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt"),
    *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
    *("hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "th"),
    *("thead", "tr", "ul"),
}
SILENT = {
    *("script", "style", "noscript", "template", "head", "iframe", "svg", "figure", "aside"),
    *("button", "select", "object"),
}
TAGS = re.compile(r"</?(p|div|br|h[1-6]|li|article|section)\b[^<>]*>", re.I)
INLINE = re.compile(r"<(a|b|i|em|strong|span|u|sup|small)\b[^<>]*>[^<>]*</\1>", re.I)
# tags that no field of plain words holds: such a text is about tags, or an attack
OTHER = re.compile(r"<(?!/?(?:a|b|i|em|strong|span|u|sup|small)\b)[a-z!/][^<>]*>", re.I)

TAG = re.compile(r"<[a-zA-Z][^<>]*")
# a tag that may hold many attributes, and what stands in quotes there
LONG = re.compile(r"<[^<>]{4000,}")
VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")


def plain(markup: str) -> str:
    r"""The text of an HTML fragment, paragraphs apart by an empty line.

    >>> plain("<h1>Talks stall</h1><p>Both <b>sides</b>\nleft.<br>Nothing was signed.</p>")
    'Talks stall\n\nBoth sides left.\nNothing was signed.'
    """
    if not markup.strip():
        return ""
    clean = printed(bounded(markup).replace("\x00", ""))
    return of_tree(lxml.html.fragment_fromstring(clean, create_parent="div"))


def of_tree(root: Any) -> str:
    """The text of a parsed element, as `plain`."""
    parts: list[str] = []
    for event, node in _walk(root):
        if event == "text":
            parts.append(re.sub(r"[ \t\r\n\f]+", " ", node))
        elif event == "break":
            parts.append("\n")
        else:
            parts.append("\n\n")
    lines = (line.strip(" \xa0") for line in "".join(parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def bounded(markup: str, tags: int = bounds.TAGS, attributed: int = bounds.ATTRIBUTED) -> str:
    """The same markup, if a parser can read it in fair time.

    Args:
        markup: the source of a page or of a part of one.
        tags: elements, at most.
        attributed: attributes of all of them, at most.

    Raises:
        Unreadable: it holds too many elements, or elements with too many attributes.
    """
    if markup.count("<") - markup.count("</") > tags:
        raise Unreadable(f"holds more than {tags} elements")
    if len(markup) > 2 * attributed:  # fewer letters cannot hold as many
        count = -tags
        for found in TAG.finditer(markup):
            count += len(found[0].replace("/", " ").split())
            if count > attributed:
                raise Unreadable(f"holds more than {attributed} attributes")
    for found in LONG.finditer(markup):
        if len(VALUE.sub("", found[0]).replace("/", " ").split()) > bounds.ATTRIBUTES:
            raise Unreadable(f"holds an element with more than {bounds.ATTRIBUTES} attributes")
    return markup


def uncovered(page: str, held: re.Pattern[str] | None = None) -> str:
    """A page without comments that never end, or that hold what no comment holds.

    Args:
        page: its source.
        held: what begins an article; a comment that covers one was left open.

    >>> uncovered("<p>One <!-- two</p><article>Three<!-- 4 --></article>", re.compile("<article"))
    '<p>One &lt;!-- two</p><article>Three<!-- 4 --></article>'
    """
    parts, at, article = [], 0, -1
    while (start := page.find("<!--", at)) >= 0:
        parts.append(page[at:start])
        end = page.find("-->", start)
        if end < 0:
            return "".join([*parts, page[start:].replace("<!--", "&lt;!--")])
        if held is not None and article < start:  # each article is looked for once
            found = held.search(page, start)
            article = found.start() if found else len(page)
        # comments cannot hold comments: all up to the article were left open
        covers = article < end and held is not None
        at = article if covers else end + 3
        parts.append(page[start:at].replace("<!--", "&lt;!--") if covers else page[start:at])
    return "".join([*parts, page[at:]])


def is_markup(text: str) -> bool:
    """Whether a text holds the tags of paragraphs, lines, blocks, or of words inside a line.

    >>> is_markup("<p>Both sides left.</p>"), is_markup("1 < 2 and <unknown> left")
    (True, False)
    >>> is_markup("They <b>left</b>."), is_markup("He typed <b>x</b> and <script>")
    (True, False)
    """
    if "<" not in text:
        return False
    return bool(TAGS.search(text) or (INLINE.search(text) and not OTHER.search(text)))


def _walk(root: Any) -> Iterator[tuple[str, str]]:
    stack = [("open", root)]  # no recursion: pages nest deeper than Python does
    while stack:
        step, node = stack.pop()
        if step != "open":
            yield step, node
            continue
        silent = not isinstance(node.tag, str) or node.tag in SILENT
        if node.tail and node is not root:
            stack.append(("text", node.tail))
        if silent:
            continue
        if node.tag in ("br", "lb"):
            yield "break", ""
            continue
        block = node.tag in BLOCKS
        if block:
            yield "block", ""
            stack.append(("block", ""))
        stack.extend(("open", child) for child in reversed(node))
        if node.text:
            yield "text", node.text
