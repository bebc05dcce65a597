"""An article's text in the data that a page hands to its own program, and shows only in part."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import lxml.html
from lxml.etree import ParserError

from onrecord.load import markup, programs
from onrecord.load.blocks import paragraphs
from onrecord.load.boxes import without_boxes
from onrecord.load.draft import Unreadable
from onrecord.load.encoding import printed
from onrecord.load.teasers import without_teasers
from onrecord.load.trees import Counted

SIZES = range(1500, 3_000_000)  # letters of the data of one program
VALUES = 100_000  # values that are looked at
LONG = 1000  # letters of an article's text, at least
PARAGRAPHS = 4  # of a text in a list, at least
KNOWN = 40  # letters of the text shown by which its article is known
FIRST = 4  # lines shown that are looked at
AS_SHOWN = 3  # words in a row of which a program must hold some as the page shows them
DATA = re.compile(r"\s*(?:\{\s*\"|\[\s*[\[{\"])")  # a value that is printed as text
WORDS = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)+")  # of it as they stand in any program
ALONE = 2  # times as long as the next: the only article that the data hold


def data_of(tree: Any) -> list[str]:
    """The data of a page's programs, in the JSON that it says they are in."""
    scripts = (node for node in tree.iter("script") if "json" in (node.get("type") or ""))
    return [
        node.text
        for node in scripts
        if node.text and "ld+json" not in node.get("type") and len(node.text) in SIZES
    ]


def scripted(data: Iterable[str], page: str, shown: str) -> str:
    """The longest text in a page's data that begins what the page shows, or stands alone.

    Args:
        data: as `data_of` gives it.
        page: the page's source, whose programs are looked through where data hold no such text.
        shown: what the page shows of its article.

    Returns:
        A paragraph a line; empty where no text is surely the article's.
    """
    found = _chosen(map(_loaded, data), shown)
    if found or "<script" not in page:
        return found
    runs = (run.split() for run in WORDS.findall(shown[: 10 * KNOWN]))
    keys = [
        " ".join(run[at : at + AS_SHOWN])
        for run in runs
        for at in range(0, len(run) - AS_SHOWN + 1, AS_SHOWN)
    ]
    return _chosen(programs.values(page, keys or ("",)), shown)


def _chosen(values: Iterable[Any], shown: str) -> str:
    texts = sorted({text for each in values for text in _texts(each)}, key=len, reverse=True)
    # a caption or a notice may stand above what is shown
    keys = [_letters(each)[:KNOWN] for each in shown.split("\n")[:FIRST]]
    if keys := [key for key in keys if len(key) >= KNOWN / 2]:
        plain = [(text, _letters(text)) for text in texts]
        return next((text for key in keys for text, each in plain if key in each), "")
    others = [text for text in texts[1:] if _letters(text) not in _letters(texts[0])]
    return texts[0] if texts and len(texts[0]) > ALONE * len("".join(others[:1])) else ""


def _loaded(data: str) -> Any:
    try:
        return json.loads(data, strict=False)
    except (ValueError, RecursionError):
        return None


def _texts(values: Any) -> Iterator[str]:
    stack = [values]
    for _ in range(VALUES):
        if not stack:
            return
        value = stack.pop()
        if isinstance(value, str):
            if DATA.match(value):
                stack.append(_loaded(value))
            elif len(value) >= LONG and ". " in value and (text := _plain(value)):
                yield text
        elif isinstance(value, dict):
            stack.extend(value.values())
        elif isinstance(value, list):
            said = [_plain(part) for part in paragraphs(value)]
            if len(said) >= PARAGRAPHS and sum(map(len, said)) >= LONG:
                yield "\n".join(filter(None, said))
            stack.extend(value)


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
