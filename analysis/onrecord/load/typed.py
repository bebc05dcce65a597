"""Lines that somebody typed into a page: of a `pre`, and those that breaks end in a paragraph."""

from __future__ import annotations

from itertools import islice
from typing import Any

import lxml.html

from onrecord.load.joining import LONGER, join, shared
from onrecord.load.wrapping import Shape, begins, forced

MOST = 2_000  # marks of a page that are looked at
PARAGRAPHS = ("p", "div", "td", "blockquote", "span", "font")


def untyped(tree: Any) -> None:
    """Join what was wrapped by hand, in place; verse, lists and programs keep their lines."""
    for node in list(islice(tree.iter("pre"), MOST)):
        _paragraphs(node)
    breaks = list(islice(tree.iter("br"), MOST))
    parents = {br.getparent() for br in breaks if br.getparent() is not None}
    found = {node: _lines(node) for node in parents if node.tag in PARAGRAPHS}
    if found and (like := shared(["\n".join(lines) for lines in found.values()])) is not None:
        for node, lines in found.items():
            if max(map(len, lines)) <= LONGER * like.width:
                _join(node, lines, like)


def _paragraphs(node: Any) -> None:
    """The paragraphs of a `pre` that was wrapped, each as one."""
    text, parent = node.text_content(), node.getparent()
    joined = join(text)
    if joined == text or parent is None or node.find(".//code") is not None:
        return
    made = lxml.html.Element("div")
    made.tail = node.tail
    for each in filter(str.strip, joined.split("\n")):
        paragraph = lxml.html.Element("p")
        paragraph.text = each.strip()
        made.append(paragraph)
    parent.replace(node, made)


def _lines(node: Any) -> list[str]:
    """The lines of a paragraph as its own breaks end them."""
    lines = [node.text or ""]
    for each in node:
        if each.tag == "br":
            lines.append("")
        elif isinstance(each.tag, str):
            lines[-1] += each.text_content()
        lines[-1] += each.tail or ""
    return [" ".join(line.split()) for line in lines]


def _join(node: Any, lines: list[str], like: Shape) -> None:
    breaks = [each for each in node if each.tag == "br"]
    for br, line, below in zip(breaks, lines, lines[1:], strict=False):
        if line and below and forced(line, below, like.width) and not begins(below):
            br.tail = f" {(br.tail or '').lstrip()}"
            br.drop_tag()
