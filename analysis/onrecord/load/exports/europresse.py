"""Europresse saved as a page: one `article` an article, its fields by their classes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import lxml.html

from onrecord.load import markup
from onrecord.load.draft import Unreadable
from onrecord.load.exports.article import Article, byline, line, paper
from onrecord.load.exports.day import day

MARKS = ("rdp__DocPublicationName", "rdp__articletitle", "titreArticle", "docOcurrContainer")
ARTICLE = re.compile(r"<article\b", re.I)
NUMBERED = re.compile(r"news[·•]?(\d{4})(\d\d)(\d\d)")
URL = re.compile(r"https?://\S+")
SPACES = re.compile(r"\n|\s{3,}")  # between the paper and its section


def told(page: str) -> bool:
    """The classes of Europresse."""
    return any(mark in page for mark in MARKS) and "<article" in page


def split(page: str) -> Iterator[Article | Unreadable]:
    """Every `article`."""
    for node in lxml.html.fromstring(markup.uncovered(page, ARTICLE)).iter("article"):
        title = line(_first(node, "titreArticleVisu", "rdp__articletitle", "titreArticle"))
        body = _body(node)
        if title is None and not body:
            yield Unreadable("has neither the headline nor the text of Europresse's articles")
            continue
        head = _first(node, "DocHeader")
        named = _first(node, "DocPublicationName") or ""
        yield Article(
            title,
            body,
            outlet=paper(SPACES.split(named.strip())[0]),
            author=byline(_first(node, "sm-margin-bottomNews", "docAuthors", "rdp__author")),
            published=day(head) or day(named) or _numbered(node),
            url=_address(node),
        )


def _nodes(node: Any, name: str) -> list[Any]:
    return node.xpath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")


def _first(node: Any, *names: str) -> str | None:
    for name in names:
        for found in _nodes(node, name):
            if text := found.text_content().strip():
                return text
    return None


def _body(node: Any) -> str:
    places = (
        _nodes(node, "docOcurrContainer") or _nodes(node, "DocText") or node.xpath(".//section")
    )
    parts = [lxml.html.tostring(place, encoding="unicode", with_tail=False) for place in places]
    return "\n\n".join(filter(None, map(markup.plain, parts)))


def _numbered(node: Any) -> datetime | None:
    """The day inside the number of a document, "news·20240305·NP·1"."""
    found = NUMBERED.search(node.text_content())
    return day("-".join(found.groups())) if found else None


def _address(node: Any) -> str | None:
    for link in node.xpath(".//footer//a/@href | .//header//a/@href"):
        if URL.match(link) and "europresse" not in link and "eureka" not in link:
            return link
    return None
