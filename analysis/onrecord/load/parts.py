"""A text in several boxes beside each other, told so that none of them is taken alone."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

WORDS = 25  # of the paragraphs of a box that holds a part of a text, at least
MOST = 0.6  # of the words of all paragraphs that such boxes hold together, at least
OF_ONE = ("div", "section", "span")
BODY = "articleBody"


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
            groups[box.getparent(), box.tag, box.get("class")].append(box)
    for (outer, _, _), group in groups.items():
        if (
            outer is not None
            and len(group) > 1
            and sum(boxes[box] for box in group) >= MOST * whole
        ):
            outer.set("itemprop", BODY)


def _headed(box: Any) -> bool:
    """Whether a box holds a headline of its own, as one of several articles does."""
    if box.find(".//h1") is not None:
        return True
    return any(head.find(".//a") is not None for head in box.iter("h2", "h3", "h4"))
