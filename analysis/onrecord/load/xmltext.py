"""Elements of XML to plain text, whatever their namespace."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from onrecord.load import markup
from onrecord.load.encoding import newlines

BLOCKS = markup.BLOCKS | {
    *("hl1", "hl2", "block", "para", "paragraph", "ab", "lg", "l", "head", "sp", "speaker", "item"),
    *("list", "row", "cell", "title", "subtitle", "line", "byline", "dateline", "tr", "hedline"),
}
BREAKS = {"br", "lb", "pb"}
SILENT = frozenset(
    ["script", "style", "figure", "media", "table", "note", "figdesc", "footnote", "fw", "aside"]
)


def local(node: Any) -> str:
    """An element's name in small letters, without its namespace; empty for a comment."""
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def below(node: Any, *names: str) -> Iterator[Any]:
    """The elements of these names inside, in their order."""
    return (each for each in node.iterdescendants() if local(each) in names)


def line(node: Any) -> str | None:
    """The words of an element on one line; None for none."""
    return None if node is None else (" ".join("".join(node.itertext()).split()) or None)


def first(node: Any, *names: str) -> str | None:
    """The words of the first element of the likeliest name that holds any."""
    for name in names:
        for each in below(node, name):
            if found := line(each):
                return found
    return None


def plain(node: Any, silent: Collection[str] = SILENT) -> str:
    r"""The text inside an element, paragraphs apart by an empty line.

    Args:
        node: the element.
        silent: names of those inside that are no text.

    >>> from lxml import etree
    >>> plain(etree.fromstring("<a><p>Both <b>sides</b> left.</p><note>x</note><p>No.</p></a>"))
    'Both sides left.\n\nNo.'
    """
    parts: list[str] = []
    stack: list[tuple[str, Any]] = [("open", node)]
    while stack:
        step, each = stack.pop()
        if step != "open":
            parts.append(each)
            continue
        name = local(each)
        if each is not node:
            stack.append(("text", re.sub(r"\s+", " ", each.tail or "")))
        if not name or name in silent:
            continue
        block = name in BLOCKS
        mark = "\n\n" if block else "\n" if name in BREAKS else ""
        parts.append(mark)
        if block:
            stack.append(("mark", mark))
        stack.extend(("open", child) for child in reversed(each))
        parts.append(re.sub(r"\s+", " ", each.text or ""))
    lines = (each.strip(" ") for each in "".join(parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def written(node: Any) -> str:
    """The text of an element that holds words, HTML as text, or elements."""
    if len(node):
        return plain(node, ())
    text = newlines(node.text or "")
    return markup.plain(text) if markup.is_markup(text) else text.strip("\n")
