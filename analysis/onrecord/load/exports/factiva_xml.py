"""Factiva's XML: an `article` an article, its fields by their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.load.draft import Draft, Unreadable, compose
from onrecord.load.exports.article import byline, paper
from onrecord.load.exports.day import day
from onrecord.load.xmltext import below, first, local, plain

TEXTS = ("leadparagraph", "tailparagraphs")
NONE: frozenset[str] = frozenset()


def told(root: Any) -> bool:
    """Articles have a lead and a tail, as Factiva calls them."""
    return next(_articles(root), None) is not None


def articles(root: Any) -> Iterator[Draft | Unreadable]:
    """Every article."""
    for node in _articles(root):
        parts = [plain(each, NONE) for name in TEXTS for each in below(node, name)]
        title = first(node, "headline")
        body = "\n\n".join(filter(None, parts))
        if not body:
            yield Unreadable("has no text in leadParagraph and tailParagraphs")
            continue
        yield Draft(
            "",
            compose(title, body),
            title,
            outlet=paper(first(node, "sourcename")),
            author=byline(first(node, "byline")),
            published=day(first(node, "publicationdate")),
            language=first(node, "baselanguage"),
        )


def _articles(root: Any) -> Iterator[Any]:
    nodes = [root, *below(root, "article", "ppsarticle", "mainarticle")]
    for node in nodes:
        if any(local(child) in TEXTS for child in node):
            yield node
