"""A text in several boxes beside each other, told so that none of them is taken alone."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import Any

WORDS = 25  # of the paragraphs of a box that holds a part of a text, at least
MOST = 0.6  # of the words of all paragraphs that such boxes hold together, at least
OF_ONE = ("div", "section", "span")
BODY = "articleBody"
DEEP = 30  # elements around a box that are looked at


def beside(tree: Any) -> None:
    """Mark what holds several boxes of paragraphs of one kind as the body of an article.

    Args:
        tree: a page, which is changed.

    >>> import lxml.html
    >>> text = f'<div class="text"><p>{"Both sides left. " * 12}</p></div>'
    >>> tree = lxml.html.fromstring(f"<main>{text}<i></i>{text}</main>")
    >>> beside(tree)
    >>> tree.get("itemprop")
    'articleBody'
    """
    boxes: dict[Any, int] = defaultdict(int)
    for node in tree.iter("p"):
        if (box := node.getparent()) is not None and box.tag in OF_ONE:
            boxes[box] += len(node.text_content().split())
    whole = sum(boxes.values())
    groups: dict[Any, list[Any]] = defaultdict(list)
    for box, words in boxes.items():
        if words >= WORDS and box.get("class") and not _headed(box):
            groups[box.tag, box.get("class").split()[:1][0]].append(box)
    for group in groups.values():
        if len(group) < 2 or sum(boxes[box] for box in group) < MOST * whole:
            continue
        outer = _around(group)
        if outer is not None and not _several(outer, group):
            outer.set("itemprop", BODY)
            for box in group:  # what trafilatura may take for a box beside a text
                box.attrib.pop("class", None)


def _around(group: list[Any]) -> Any | None:
    """The innermost element around all of some; None where that is no part of the page."""
    paths = [[*islice(box.iterancestors(), DEEP)] for box in group]
    shared = set(paths[0]).intersection(*paths[1:])
    outer = next((each for each in paths[0] if each in shared), None)
    return None if outer is None or outer.tag in ("html", "body") else outer


def _several(outer: Any, group: list[Any]) -> bool:
    """Whether the boxes belong to several articles: each in its own, or under its headline."""
    if all(box.getparent() is outer for box in group):
        return False
    own = {next(box.iterancestors("article"), None) for box in group}
    heads = sum(1 for head in outer.iter("h1", "h2", "h3") if head.find(".//a") is not None)
    return len(own) > 1 or heads > 1


def _headed(box: Any) -> bool:
    """Whether a box holds a headline of its own, as one of several articles does."""
    if box.find(".//h1") is not None:
        return True
    return any(head.find(".//a") is not None for head in box.iter("h2", "h3", "h4"))
