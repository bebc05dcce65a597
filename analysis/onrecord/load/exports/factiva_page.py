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

MARKS = ("articleParagraph", 'class="article ', "class='article ", "Headline'")
NUMBER = re.compile(rf"{factiva.CODED}\b")
ARTICLE = re.compile(r"class=[\"'](?:[^\"']* )?article[ \"']")
CLASS = re.compile(r"class=[\"'](?:article \w+Article|articleParagraph|\w\wHeadline)")
ARTICLES = (
    "//div[contains(concat(' ', normalize-space(@class), ' '), ' article ')]"
    "[not(ancestor::div[contains(concat(' ', normalize-space(@class), ' '), ' article ')])]"
)


def told(page: str) -> bool:
    """Factiva's classes, and its name or the numbers that end its articles."""
    if not any(mark in page for mark in MARKS):
        return False
    return bool(NUMBER.search(page)) and bool(CLASS.search(page))


def split(page: str) -> Iterator[Article | Unreadable]:
    """Every `div.article`."""
    for node in lxml.html.fromstring(markup.uncovered(page, ARTICLE)).xpath(ARTICLES):
        fields = _fields(node)
        if fields:
            yield factiva_index.article(fields)
            continue
        heads = node.xpath(".//*[contains(@class, 'Headline')] | .//*[@id='hd']")
        lines = markup.plain(lxml.html.tostring(node, encoding="unicode", with_tail=False)).split(
            "\n"
        )
        end = next((at for at, each in enumerate(lines) if factiva.NUMBER.match(each)), len(lines))
        yield factiva.article(lines[:end], line(heads[0].text_content()) if heads else None)


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
