"""Europresse saved as a page: an `article`, or once a cell, an article; its fields by classes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice, takewhile
from typing import Any

import lxml.html

from onrecord.load import markup
from onrecord.load.draft import Unreadable
from onrecord.load.exports.article import Article, byline, line, paper
from onrecord.load.exports.day import day
from onrecord.load.swallowed import unswallowed

MARKS = ("rdp__DocPublicationName", "rdp__articletitle", "titreArticle", "docOcurrContainer")
OLDER = ("DocPublicationName", "TitreArticleVisu", "DocHeader")
END = re.compile(r"\s*(?:©|\(c\) |numéro de document|document number|news[·•])", re.I)
ARTICLE = re.compile(r"<article\b", re.I)
NUMBERED = re.compile(r"news[·•]?(\d{4})(\d\d)(\d\d)")
URL = re.compile(r"https?://\S+")
# between the paper and its section, or its edition
SPACES = re.compile(r"\n|\s{3,}|\s[-–]\s")
# a link to where an article stood first
FIRST = re.compile(
    r"\s*(?:cet article est (?:également )?paru|this article (?:also )?appeared)\b", re.I
)
LINKED = re.compile(r"\s*\((?:lien|link) ?: ?https?://[^\s()]*\)", re.I)
ALSO = re.compile(
    r"(?:à )?(?:lire|voir|écouter) (?:aussi|également)\b.{0,300}|read also\b.{0,300}", re.I
)
OUTER = 4  # boxes around a name that may be the headline's
# captions and remarks below a text
BELOW = re.compile(r"(?:illustration|note|encadré|légende)\(?s?\)? ?:", re.I)


def told(page: str) -> bool:
    """The classes of Europresse."""
    return (any(mark in page for mark in MARKS) and "<article" in page) or all(
        mark in page for mark in OLDER
    )


def split(page: str) -> Iterator[Article | Unreadable]:
    """Every `article`, or every cell that names a paper."""
    tree = lxml.html.fromstring(unswallowed(markup.uncovered(page, ARTICLE), ARTICLE))
    if next(tree.iter("article"), None) is None:
        yield from map(_cell, _cells(tree))
        return
    for node in tree.iter("article"):
        title = line(_first(node, "titreArticleVisu", "rdp__articletitle", "titreArticle"))
        url = _address(node)
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
            author=byline(_author(node) or _signed(node)),
            published=day(head) or day(named) or _numbered(node) or day(_head(node)),
            url=url,
        )


def _author(node: Any) -> str | None:
    """Who is named outside the headline, in which a line of that class is the section."""
    for name in ("docAuthors", "rdp__author", "sm-margin-bottomNews"):
        for found in _nodes(node, name):
            outer = islice(found.iterancestors("div"), OUTER)
            inside = any("titreArticle" in (each.get("class") or "").split() for each in outer)
            if not inside and (text := line(found.text_content())):
                return text
    return None


def _head(node: Any) -> str:
    return " ".join(text for each in node.iter("header") for text in each.itertext())


def _cells(tree: Any) -> Iterator[Any]:
    for named in _nodes(tree, "DocPublicationName"):
        cell = next(named.iterancestors("td"), None)
        if cell is not None:
            yield cell


def _cell(node: Any) -> Article | Unreadable:
    """An article of pages from before 2014: paper, day, headline, name, text, rights."""
    title = line(_first(node, "TitreArticleVisu"))
    plain = markup.plain(lxml.html.tostring(node, encoding="unicode", with_tail=False))
    lines = plain.split("\n")
    at = next((n for n, each in enumerate(lines) if line(each) == title), None)
    if title is None or at is None:
        return Unreadable("has no headline as Europresse's articles have")
    rest = list(takewhile(lambda each: not END.match(each), lines[at + 1 :]))
    first = next((n for n, each in enumerate(rest) if each.strip()), len(rest))
    author = rest[first] if first < len(rest) and _is_name(rest[first]) else None
    named = _first(node, "DocPublicationName") or ""
    head = " ".join(each.text_content() for each in _nodes(node, "DocHeader"))
    return Article(
        title,
        "\n".join(rest[first + 1 :] if author else rest).strip(),
        outlet=paper(SPACES.split(named.strip())[0]),
        author=byline(author),
        published=day(head) or day(named) or _numbered(node),
    )


def _is_name(text: str) -> bool:
    """Whether a line names who wrote an article: few words, and no sentence."""
    return len(text.split()) <= 10 and text.rstrip()[-1:] not in ".!?:»" and text[:1].isupper()


def _signed(node: Any) -> str | None:
    """The name under a headline, which some years put into no class."""
    head = next(iter(_nodes(node, "titreArticle")), None)
    below = head.getnext() if head is not None else None
    if below is None or below.tag != "div" or below.get("class"):
        return None
    said = line(below.text_content())
    return said if said and _is_name(said) else None


def _nodes(node: Any, name: str) -> list[Any]:
    return node.xpath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")


def _first(node: Any, *names: str) -> str | None:
    for name in names:
        for found in _nodes(node, name):
            for space in found.iter("br"):
                space.tail = f"\n{space.tail or ''}"
            if text := found.text_content().strip():
                return text
    return None


def _plain(node: Any) -> str:
    return markup.plain(lxml.html.tostring(node, encoding="unicode", with_tail=False))


def _body(node: Any) -> str:
    """The text under its second headline, without links, posts of networks and captions."""
    for posts in _nodes(node, "twitter"):
        posts.clear(keep_tail=True)
    places = (
        _nodes(node, "docOcurrContainer") or _nodes(node, "DocText") or node.xpath(".//section")
    )
    text = LINKED.sub("", "\n\n".join(filter(None, map(_plain, places))))
    lines = [each for each in text.split("\n") if not ALSO.fullmatch(each.strip())]
    below = next((at for at, each in enumerate(lines) if BELOW.fullmatch(each.strip())), None)
    body = "\n".join(lines[:below]).strip()
    lead = line(_first(node, "rdp__subtitle"))
    return f"{lead}\n\n{body}" if body and lead and lead not in body else body


def _numbered(node: Any) -> datetime | None:
    """The day inside the number of a document, "news·20240305·NP·1"."""
    found = NUMBERED.search(node.text_content())
    return day("-".join(found.groups())) if found else None


def _address(node: Any) -> str | None:
    """Where an article stood first; the line that says so goes."""
    for link in node.iter("a"):
        if FIRST.match(link.text_content()) and URL.match(link.get("href") or ""):
            address = str(link.get("href"))
            outer = link.getparent()
            (outer if outer.tag == "p" else link).clear(keep_tail=True)
            return address
    for link in node.xpath(".//footer//a/@href | .//header//a/@href"):
        if URL.match(link) and "europresse" not in link and "eureka" not in link:
            return str(link)
    return None
