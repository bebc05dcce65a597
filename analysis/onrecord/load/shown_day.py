"""The day of an article as its page shows it, where it declares none."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from onrecord.load import dates
from onrecord.load.exports.day import day

PUBLISHED = re.compile(r"publish|pub-?date|posted|entry-date|time-?stamp|article-date", re.I)
DATED = re.compile(
    r"publish|(?:^|[\s_-])(?:pub-?|post-?|posted-?|entry-?|article-?|story-?|news-?)?date(?:line)?"
    r"(?:$|[\s_-])|time-?stamp|posted|byline|meta",
    re.I,
)
CHANGED = re.compile(r"updat|modif|edited", re.I)
OUTER = 4  # elements around the headline in which its day may stand
WORDS = 120  # of such an element, at most
SHORT = 14  # words of a line that states a day, at most


def shown_day(tree: Any) -> datetime | None:
    """The day of the one `time` that is marked as that of publication, or beside the headline.

    >>> import lxml.html
    >>> page = '<time pubdate datetime="2024-03-05">5 March</time><time datetime="2024-01-01"/>'
    >>> shown_day(lxml.html.fromstring(f"<div>{page}</div>"))
    datetime.datetime(2024, 3, 5, 0, 0)
    >>> page = '<h1>Talks stall</h1><p class="date">Posted on 5 March 2024</p>'
    >>> shown_day(lxml.html.fromstring(f"<div>{page}</div>"))
    datetime.datetime(2024, 3, 5, 0, 0)
    """
    found = []
    for node in tree.iter("time"):
        names = f"{node.get('class') or ''} {node.get('itemprop') or ''}"
        marked = node.get("pubdate") is not None or PUBLISHED.search(names)
        if marked and (moment := dates.parse(node.get("datetime") or "")):
            found.append(moment)
    if found:
        return min(found) if len({each.date() for each in found}) == 1 else None
    return _beside(tree)


def _beside(tree: Any) -> datetime | None:
    """The first day that stands in the few words around the only headline."""
    heads = list(tree.iter("h1"))
    box = heads[0] if len(heads) == 1 else None
    for _ in range(OUTER):
        box = box.getparent() if box is not None else None
        if box is None or len(box.text_content().split()) > WORDS:
            return None
        for node in box.iter("time", "span", "p", "div", "li", "small"):
            if moment := _stated(node):
                return moment
    return None


def _stated(node: Any) -> datetime | None:
    names = f"{node.get('class') or ''} {node.get('id') or ''} {node.get('itemprop') or ''}"
    if CHANGED.search(names) or (node.tag != "time" and not DATED.search(names)):
        return None
    said = node.text_content()
    if len(said.split()) > SHORT or CHANGED.match(said.strip()):
        return None
    return (dates.parse(node.get("datetime") or "") if node.tag == "time" else None) or day(said)
