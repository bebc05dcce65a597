"""Paragraphs of a text that a page's data keep in blocks, as editors of texts store them."""

from __future__ import annotations

import re
from typing import Any

SAID = ("text", "value", "content", "html", "data", "body", "paragraph", "copy")
HELD = (
    *("children", "content", "blocks", "model", "data", "props", "nodes", "items", "value"),
    *("text", "fields"),
)
KIND = ("type", "kind", "_type", "__typename", "nodeType", "name", "tag", "element")
DEEP = 8  # levels of blocks within blocks
SHORT = 3  # words of a line that is none of a text, unless it is a heading
# parts of a line
INLINE = re.compile(
    r"(?:text|span|hyper|entry|asset)?(?:text|span|(?:hyper)?link|a|strong|em|b|i|u|bold|italic|br"
    r"|mark|sub|sup|inline|emphasis|leaf|fragment|small)(?:[-_]?(?:node|element|run|inline))?",
    re.I,
)
# blocks that are none of a text
OTHER = re.compile(
    r"image|photo|video|audio|gallery|embed|interstitial|related|promo|newsletter|caption|recommend"
    r"|divider|tweet|twitter|social|advert|widget|teaser|figure|picture|media|iframe|raw_html"
    r"|script|podcast|link_list|reference|correction|^ads?$|^(?:cta|aside|hr|img|button)$",
    re.I,
)
HEADING = re.compile(r"head|^h[1-6]$|title", re.I)


def paragraphs(blocks: list[Any]) -> list[str]:
    """The paragraphs of a list of blocks, or of plain texts.

    >>> paragraphs([{"type": "p", "children": [{"text": "Both left "}, {"text": "the talks."}]}])
    ['Both left the talks.']
    >>> paragraphs([{"type": "image", "text": "The quay in the morning"}, "Nobody had called him."])
    ['Nobody had called him.']
    """
    return [line for block in blocks for line in _lines(block, 0)]


def _lines(block: Any, depth: int) -> list[str]:
    if depth > DEEP:
        return []
    if isinstance(block, str):
        return [block] if len(block.split()) > SHORT else []
    if isinstance(block, list):
        if element := _element(block):
            return _lines(element, depth)
        if block and all(_is_inline(each) for each in block):
            line = "".join(_run(each, depth) for each in block)
            return [line] if len(line.split()) > SHORT else []
        return [line for each in block for line in _lines(each, depth + 1)]
    if not isinstance(block, dict):
        return []
    kind = _kind(block)
    if OTHER.search(kind):
        return []
    said = next((block[name] for name in SAID if isinstance(block.get(name), str)), "")
    if said:
        return [said] if len(said.split()) > SHORT or HEADING.search(kind) else []
    held = next((block[name] for name in HELD if isinstance(block.get(name), (dict, list))), None)
    if HEADING.search(kind) and held is not None:
        return [line] if (line := _run(held, depth).strip()) else []
    return _lines(held, depth + 1) if held is not None else []


def _run(part: Any, depth: int) -> str:
    """The words of a part of a line."""
    if isinstance(part, str):
        return "" if part.startswith("$") else part
    if depth > DEEP:
        return ""
    if isinstance(part, list):
        part = _element(part) or part
    if isinstance(part, list):
        return "".join(_run(each, depth + 1) for each in part)
    if not isinstance(part, dict):
        return ""
    held = next(
        (part[name] for name in (*SAID, *HELD) if isinstance(part.get(name), (str, dict, list))), ""
    )
    return _run(held, depth + 1)


def _is_inline(part: Any) -> bool:
    if isinstance(part, str):
        return True
    if isinstance(part, list):
        part = _element(part) or {"type": "list"}
    if not isinstance(part, dict):
        return part is None
    kind = _kind(part)
    return bool(INLINE.fullmatch(kind)) or (not kind and isinstance(part.get("text"), str))


def _element(part: list[Any]) -> dict[str, Any] | None:
    """A component as a stream of components writes it: a sign, its tag, its key, what it holds."""
    if len(part) < 4 or part[0] != "$" or not isinstance(part[3], dict):
        return None
    return {"type": str(part[1]), "content": part[3].get("children")}


def _kind(block: dict[str, Any]) -> str:
    return next((block[name] for name in KIND if isinstance(block.get(name), str)), "")
