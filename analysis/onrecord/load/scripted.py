"""An article's text in the data that a page hands to its own program, and shows only in part."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import lxml.html
from lxml.etree import ParserError

from onrecord.load import markup
from onrecord.load.boxes import without_boxes
from onrecord.load.draft import Unreadable
from onrecord.load.encoding import printed
from onrecord.load.teasers import without_teasers
from onrecord.load.trees import Counted

SIZES = range(1500, 3_000_000)  # letters of the data of one program
VALUES = 100_000  # values that are looked at
LONG = 1000  # letters of an article's text, at least
PARAGRAPHS = 4  # of a text in a list, at least
SAID = ("content", "text", "html", "value", "data", "body", "paragraph")
KNOWN = 40  # letters of the text shown by which its article is known
ALONE = 2  # times as long as the next: the only article that the data hold


def data_of(tree: Any) -> list[str]:
    """The data of a page's programs, in the JSON that it says they are in."""
    scripts = (node for node in tree.iter("script") if "json" in (node.get("type") or ""))
    return [
        node.text
        for node in scripts
        if node.text and "ld+json" not in node.get("type") and len(node.text) in SIZES
    ]


def scripted(data: Sequence[str], shown: str) -> str:
    """The longest text in a page's data that begins what the page shows, or stands alone.

    Args:
        data: as `data_of` gives it.
        shown: what the page shows of its article.

    Returns:
        A paragraph a line; empty where no text is surely the article's.
    """
    texts = sorted({text for each in data for text in _texts(each)}, key=len, reverse=True)
    key = _letters(shown)[:KNOWN]
    if len(key) >= KNOWN / 2:
        return next((text for text in texts if key in _letters(text)), "")
    others = [text for text in texts[1:] if _letters(text) not in _letters(texts[0])]
    return texts[0] if texts and len(texts[0]) > ALONE * len("".join(others[:1])) else ""


def _texts(data: str) -> Iterator[str]:
    try:
        stack: list[Any] = [json.loads(data, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(VALUES):
        if not stack:
            return
        value = stack.pop()
        if isinstance(value, str):
            if len(value) >= LONG and ". " in value and (text := _plain(value)):
                yield text
        elif isinstance(value, dict):
            stack.extend(value.values())
        elif isinstance(value, list):
            said = [_plain(part) for part in map(_part, value) if part]
            if len(said) >= PARAGRAPHS and sum(map(len, said)) >= LONG:
                yield "\n".join(filter(None, said))
            stack.extend(value)


def _part(value: Any) -> str:
    """The words of one paragraph of a list; empty for anything else."""
    if isinstance(value, dict):
        value = next((value[name] for name in SAID if isinstance(value.get(name), str)), "")
    return value if isinstance(value, str) and len(value.split()) > 3 else ""


def _plain(value: str) -> str:
    if not markup.is_markup(value):
        return " ".join(value.split()) if "\n" not in value else value.strip()
    try:
        clean = markup.bounded(printed(value).replace("\x00", ""))
        tree = lxml.html.fragment_fromstring(clean, create_parent="div")
    except (Unreadable, ValueError, ParserError):
        return ""
    counted = Counted(tree)
    without_boxes(tree, counted)
    without_teasers(tree, counted)
    return markup.of_tree(tree)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
