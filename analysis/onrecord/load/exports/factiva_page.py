"""Factiva saved as a page: one `div.article` an article, in index or article view."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import lxml.html

from onrecord.load import markup
from onrecord.load.draft import Unreadable
from onrecord.load.exports import factiva, factiva_index
from onrecord.load.exports.article import Article, line
from onrecord.load.swallowed import unswallowed

MARKS = ("articleParagraph", 'class="article ', "class='article ", "Headline'")
NUMBER = re.compile(rf"{factiva.CODED}\b")
ARTICLE = re.compile(r"class=[\"'](?:[^\"']* )?article[ \"']")
CLASS = re.compile(r"class=[\"'](?:article \w+Article|articleParagraph|\w\wHeadline)")
PARAGRAPHS = ".//*[contains(@class, 'articleParagraph')]"
START, STOP = "\u2060begin\u2060", "\u2060end\u2060"  # signs that no text holds
DIV = "div[contains(concat(' ', normalize-space(@class), ' '), ' article ')]"


def told(page: str) -> bool:
    """Factiva's classes, and its name or the numbers that end its articles."""
    if not any(mark in page for mark in MARKS):
        return False
    return bool(NUMBER.search(page)) and bool(CLASS.search(page))


def split(page: str) -> Iterator[Article | Unreadable]:
    """Every `div.article`."""
    tree = lxml.html.fromstring(unswallowed(markup.uncovered(page, ARTICLE), ARTICLE))
    for node in _articles(tree):
        fields = _fields(node)
        if fields:
            yield factiva_index.article(fields)
            continue
        heads = node.xpath(".//*[contains(@class, 'Headline')] | .//*[@id='hd']")
        title = line(heads[0].text_content()) if heads else None
        start = None
        if node.xpath(PARAGRAPHS):
            lines, start = _parted(node)
        else:
            lines = _lines(node)
        end = next((at for at, each in enumerate(lines) if factiva.NUMBER.match(each)), len(lines))
        yield factiva.article(lines[:end], title, start)


def _articles(tree: Any) -> list[Any]:
    """Articles side by side: one that lies in another that was left open is taken out of it."""
    found = []
    for node in tree.xpath(f"//{DIV}"):
        around = node.xpath(f"ancestor::{DIV}")
        if around:
            heads = (
                next(filter(_is_head, around[-1].iter()), None),
                next(filter(_is_head, node.iter()), None),
            )
            if heads[1] is None or heads[0] is heads[1]:
                continue  # a part of the article around it
            node.drop_tree()
        found.append(node)
    return found


def _is_head(node: Any) -> bool:
    return "Headline" in node.get("class", "") or node.get("id") == "hd"


def _lines(node: Any) -> list[str]:
    return markup.plain(lxml.html.tostring(node, encoding="unicode", with_tail=False)).split("\n")


def _parted(node: Any) -> tuple[list[str], int]:
    """The lines of an article up to its last paragraph, and where the first of them begins.

    Below them, its owner is named.
    """
    paragraphs = node.xpath(PARAGRAPHS)
    for mark, place in ((START, paragraphs[0]), (STOP, paragraphs[-1])):
        sign = lxml.html.Element("p")
        sign.text = mark
        (place.addprevious if mark == START else place.addnext)(sign)
    lines = _lines(node)
    # a sign that is not found stands in a part that is no text
    start = lines.index(START) if START in lines else 0
    stop = lines.index(STOP) if STOP in lines else len(lines)
    return [*lines[:start], *lines[start + 1 : stop]], start


def _fields(node: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in node.xpath(".//tr[td[2]]"):
        code, value = row.xpath("./td")[:2]
        name = line(code.text_content()) or ""
        if name in factiva_index.CODES:
            found[name] = markup.plain(
                lxml.html.tostring(value, encoding="unicode", with_tail=False)
            )
    return found if "HD" in found else {}
