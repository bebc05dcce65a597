"""XML whose elements are called as nobody knows: articles told by where the sentences stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from onrecord.load.byline import DATED
from onrecord.load.xmltext import BREAKS, local, written

PROSE = 25  # words below which an element holds no article's text
DEEP = 8  # levels that are looked into
HEADLINE = 25  # words of a headline, at most
NO_HEAD = re.compile(r"://|@|[.;]\s*$|^(?:by|copyright|©)\b", re.I)
SENTENCE = re.compile(r"[.!?][\"”’'»)]*(?:\s|$)")
# what holds a part of a text, and what stands inside a line
PARTS = frozenset(
    ["p", "para", "paragraph", "s", "sent", "sentence", "l", "line", "div", "section", "block",
     "li", "item", "ab", "lg", "td", "tr", "table", "h1", "h2", "h3", "h4", "blockquote", "quote",
     "b", "i", "em", "strong", "a", "span", "u", "font", "ul", "ol"]
)  # fmt: skip


def records(root: Any) -> Iterator[Any]:
    """The elements that hold an article each, in their order.

    Elements beside each other that are called the same, and have fields or names of their
    own, are articles where they hold sentences; else what holds them is one.

    >>> from lxml import etree
    >>> entry = f"<it n='1'><c>{13 * 'They left. '}</c></it>"
    >>> tree = etree.fromstring(f"<a>{entry}{entry}</a>")
    >>> [node.tag for node in records(tree)]
    ['it', 'it']
    """
    stack = [(root, 0)]
    while stack:
        node, depth = stack.pop()
        kin = Counter(local(child) for child in node if _is_one(child)) if depth < DEEP else None
        name, count = kin.most_common(1)[0] if kin else ("", 0)
        if count > 1 or (count == 1 and len(node) == 1):
            held = [child for child in node if local(child) == name and _has_prose(child)]
            stack.extend((child, depth + 1) for child in reversed(held))
        elif _has_prose(node):
            yield node


def text(record: Any) -> tuple[str, str]:
    r"""The name of the children that hold most of a record's words, and their text.

    >>> from lxml import etree
    >>> text(etree.fromstring("<a><k>Talks stall</k><x>Both left.</x><x>No date was set.</x></a>"))
    ('x', 'Both left.\n\nNo date was set.')
    """
    words: Counter[str] = Counter()
    for child in record:
        if local(child) not in BREAKS:
            words[local(child)] += _words(child)
    name, count = words.most_common(1)[0] if words else ("", 0)
    if 2 * count < _words(record):  # the words stand beside or between the children
        return "", written(record)
    return name, "\n\n".join(written(child) for child in record if local(child) == name)


def headline(record: Any, name: str) -> str | None:
    """The likeliest headline among a record's children, where none is called so.

    Args:
        record: an element that holds an article.
        name: of the children that hold its text; a headline stands before them.

    >>> from lxml import etree
    >>> made = "<a><d>2024-03-05</d><k>Talks on the quay stall</k><x>Both left. All went.</x></a>"
    >>> headline(etree.fromstring(made), "x")
    'Talks on the quay stall'
    """
    above = list(takewhile(lambda child: local(child) != name, record))
    said = [" ".join(written(child).split()) for child in above if local(child)]
    likely = [text for text in said if _may_head(text)]
    return max(likely, key=lambda text: len(text.split()), default=None)


def _may_head(text: str) -> bool:
    """Whether words may be a headline: some of them, no sentence, no day and no address."""
    few = 4 <= len(text.split()) <= HEADLINE
    return few and not NO_HEAD.search(text) and not DATED.fullmatch(text) and text[:1].isalnum()


def _is_one(node: Any) -> bool:
    """Whether an element can be an article: it has fields or attributes, and sentences."""
    name = local(node)
    return bool(name and name not in PARTS and (node.attrib or len(node)) and _has_prose(node))


def _has_prose(node: Any) -> bool:
    words = "".join(node.itertext())
    return bool(SENTENCE.search(words)) and len(words.split(None, PROSE)) > PROSE


def _words(node: Any) -> int:
    return len("".join(node.itertext()).split())
