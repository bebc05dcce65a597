"""What stands above a page's article: its headline, and the lines under that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile
from typing import Any

from onrecord.load.exports.day import MONTH_NAMES
from onrecord.load.furniture import apart
from onrecord.load.linked import Declared
from onrecord.load.trees import Counted, line

WORD = re.compile(r"\w+")
SHARED = 0.4  # of a headline's words that another form of it has
FEW = 4  # words of a headline that stands alone on its page
NAMES = ("class", "id", "data-qa", "data-testid", "data-gu-name", "data-component", "itemprop")
STANDFIRST = re.compile(
    r"(?:^|[\s_-]|[a-z](?=[SDT]))(?:stand-?first|leadtext|lead-text|dek|deck|sub-?head(?:ing|line|er)?|sub-?title"
    r"|strapline|art_synopsis|article-summary|article-dek|content-?header-?dek|(?:headline|article)[_-]+abstract|summary-?text|chapo|teaser-text|(?:article|story|page)-intro)\b",
    re.I,
)
ABOVE = re.compile(r"(?:upper|over)[-_]?(?:deck|line)|kicker|eyebrow", re.I)  # of the headline
# who wrote it and when, which may stand there as well
SIGNED = re.compile(
    r"\W*(?:(?:written|words|story|report(?:ed)?|posted|published)\W+)?(?:by|from)\b"
    r"|\W*(?:published|posted|updated|last|first|issued|date|author)\b|\W*\d"
    rf"|\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,? |(?:{MONTH_NAMES})\b\.? )\d"
    r"|.{0,200}\b(?:min(?:ute)?s? read|\d{1,2}:\d\d ?(?:[ap]m|gmt|est|et)?)\b",
    re.I,
)
WORDS = range(6, 70)  # of the lines under a headline
ALL = range(6, 160)  # of all points of an article
POINTS = re.compile(
    r"bullets|summary[_-]*list|(?:^|\s)summary(?:__\w+)?(?:$|\s)|(?:article|post|sub-?header)[\w-]*summary|key-?points|highlights"
    r"|takeaways",
    re.I,
)
OUTER = 4  # elements around a list that may be called so
LINKED = 0.5  # of its letters in links, and more: a list of other articles


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

    Returns:
        Lines of prose, then points, a line each; None where there are neither.
    """
    found: dict[bool, str] = {}
    shown = _letters(next((node.text_content() for node in tree.iter("title")), ""))
    for node in tree.iter("p", "h2", "h3", "div", "span", "ul"):
        points = node.tag == "ul"
        if counted.words(node) not in (ALL if points else WORDS) or points in found:
            continue
        if _points(node, counted) if points else _leads(node, shown):
            parts = [line(each.text_content()) for each in node.iter("li")] if points else []
            text = "\n".join(filter(None, parts)) or line(node.text_content()) or ""
            if text and not apart(text):
                found[points] = text
    return "\n".join(found[each] for each in (False, True) if each in found) or None


def _names(node: Any) -> str:
    return " ".join(node.get(name) or "" for name in NAMES)


def _points(node: Any, counted: Counted) -> bool:
    """Whether a list, or a box around nothing else, is called the points of an article."""
    words = counted.words(node)
    for _ in range(OUTER):
        if POINTS.search(_names(node)):
            return counted.linked(node) < LINKED
        node = node.getparent()
        if node is None or counted.words(node) > words + FEW:
            break
    return False


def _leads(node: Any, shown: str) -> bool:
    """Whether an element is called a standfirst, or stands right below the headline."""
    names = _names(node)
    if STANDFIRST.search(names):
        return not ABOVE.search(names)
    return _under(node, shown)


def _under(node: Any, shown: str) -> bool:
    """Whether a line stands right below the headline, which the page's title names."""
    if node.tag not in ("h2", "h3", "p") or node.find(".//a") is not None:
        return False
    if SIGNED.match(line(node.text_content()) or ""):
        return False
    above = node.getprevious()
    return above is not None and above.tag == "h1" and _letters(above.text_content()) in shown


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
