"""What stands above a page's article: its headline, and the lines under that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile
from typing import Any

from onrecord.load.furniture import apart
from onrecord.load.linked import Declared
from onrecord.load.trees import Counted, line

WORD = re.compile(r"\w+")
SHARED = 0.4  # of a headline's words that another form of it has
FEW = 4  # words of a headline that stands alone on its page
NAMES = ("class", "id", "data-qa", "data-testid", "data-gu-name", "data-component", "itemprop")
STANDFIRST = re.compile(
    r"(?:^|[\s_-]|[a-z](?=[SDT]))(?:stand-?first|dek|deck|sub-?head(?:ing|line|er)?|sub-?title"
    r"|strapline|article-summary|article-dek|content-?header-?dek|(?:headline|article)[_-]+abstract|summary-?text|chapo|teaser-text|(?:article|story|page)-intro)\b",
    re.I,
)
WORDS = range(6, 70)  # of the lines under a headline
POINTS = re.compile(r"(?:bullets|summary-list|key-?points|highlights|takeaways)", re.I)


def headline(heads: Sequence[str], found: str | None, told: Declared) -> str | None:
    """The headline as the page shows it.

    Args:
        heads: its headings of the first rank.
        found: what its head calls it, often written for machines.
        told: what it declares.
    """
    declared = line(str(told.article.get("headline") or "")) if told.article else None
    for each in heads:
        if each in (declared, found) or any(_alike(each, other) for other in (declared, found)):
            return each
    if len(heads) == 1 and len(heads[0].split()) >= FEW:
        return heads[0]
    return found or declared


def _alike(one: str, other: str | None) -> bool:
    first, second = ({*WORD.findall((text or "").casefold())} for text in (one, other))
    return len(first & second) >= max(2, SHARED * len(first))


def standfirst(tree: Any, counted: Counted) -> str | None:
    """The lines that lead from the headline to the text, by the names of their element.

    Args:
        tree: the page.
        counted: what its elements hold.
    """
    for node in tree.iter("p", "h2", "h3", "div", "span", "ul"):
        if counted.words(node) not in WORDS:
            continue
        names = " ".join(node.get(name) or "" for name in NAMES)
        points = node.tag == "ul" and POINTS.search(names)
        if points or (node.tag != "ul" and STANDFIRST.search(names)):
            parts = [line(each.text_content()) for each in node.iter("li")] if points else []
            text = "\n".join(filter(None, parts)) or line(node.text_content()) or ""
            if text and not apart(text):
                return text
    return None


def opened(above: str | None, title: str | None, body: str) -> str:
    """The body under its standfirst, and without a second headline."""
    lines = body.split("\n")
    rest = list(dropwhile(lambda each: title is not None and line(each) in (title, None), lines))
    body = "\n".join(rest)
    shown = _letters(body)
    missing = [
        each
        for each in (above or "").split("\n")
        if each and each != title and _letters(each)[:50] not in shown
    ]
    if missing:
        return "\n".join([*missing, body])
    return body if len(rest) == len(lines) else f"{title}\n{body}"


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
