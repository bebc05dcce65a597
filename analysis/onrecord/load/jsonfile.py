""".json and .jsonl: one article per object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.load import fields, records
from onrecord.load.draft import Item, Unreadable
from onrecord.load.encoding import decode, lines, open_text
from onrecord.load.source import Source

# under what name an object keeps its list of articles
LISTS = ("articles", "items", "results", "documents", "docs", "data", "hits", "entries")


def read(source: Source) -> Iterator[Item]:
    """Articles of a JSON file: one object, a list of them, or an object that holds the list.

    A .json file with one object per line is read as .jsonl.
    """
    text = decode(source.read(many=True))
    if not text.strip():
        raise Unreadable("is empty")
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        if _is_object(text.lstrip().split("\n", 1)[0]):
            yield from records.items(source, _by_line(text.split("\n")))
            return
        raise Unreadable(f"is not valid JSON (line {error.lineno})") from error
    listed = _listed(content, source.settings.columns)
    if listed is None:
        yield from records.items(source, [("", _object(content))])
    else:
        numbered = ((f"#{n}", _object(each)) for n, each in enumerate(listed, 1))
        yield from records.items(source, numbered)


def read_lines(source: Source) -> Iterator[Item]:
    """Articles of a .jsonl file, line by line; a broken line is rejected, the others stay."""
    with open_text(source) as stream:
        yield from records.items(source, _by_line(lines(stream, source.settings.max_bytes)))


def _by_line(found: Iterable[str | Unreadable]) -> Iterator[records.Record]:
    number = 0
    for line in found:
        if isinstance(line, str) and not line.strip():
            continue
        number += 1
        if isinstance(line, Unreadable):
            yield f"#{number}", line
            continue
        try:
            record = _object(json.loads(line))
        except (ValueError, RecursionError):
            record = Unreadable("is not valid JSON")
        yield f"#{number}", record


def _listed(content: Any, columns: Mapping[str, str]) -> list | None:
    if isinstance(content, list):
        return content
    if isinstance(content, dict) and "text" not in fields.places(content, columns):
        for name in LISTS:
            if isinstance(content.get(name), list):
                return content[name]
    return None


def _object(content: Any) -> Mapping[str, Any] | Unreadable:
    return content if isinstance(content, dict) else Unreadable("is not a JSON object")


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
