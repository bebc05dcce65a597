""".json and .jsonl: one article per object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

from onrecord.load import fields, records
from onrecord.load.draft import Item, Unreadable
from onrecord.load.elements import Json
from onrecord.load.encoding import lines, open_text
from onrecord.load.source import Source

# under what name an object keeps its list of articles, or the object that holds the list
LISTS = (
    *("articles", "items", "results", "documents", "docs", "data", "hits", "entries", "posts"),
    *("response", "result", "feed", "stories", "news"),
)
SCALARS = 1000  # values that are no objects, at the beginning of a list


def read(source: Source) -> Iterator[Item]:
    """Articles of a JSON file: one object, a list of them, or an object that holds the list.

    A .json file with one object per line is read as .jsonl.
    """
    limit = source.settings.max_bytes
    with open_text(source) as stream:
        if _is_object(stream.readline(limit)) and stream.readline(limit).strip():
            stream.seek(0)
            yield from records.items(source, _by_line(lines(stream, limit)))
            return
        stream.seek(0)
        text = Json(stream, limit)
        if text.peek() == "{":
            whole, listed = _object_or_list(text, source.settings.columns)
        else:
            whole, listed = None, text.elements() if text.skip("[") else None
        if listed is not None:
            yield from records.items(source, _numbered(listed))
        elif whole is None:
            raise Unreadable("is not a JSON object" if text.peek() else "is empty")
        elif not any(whole.get(name) == [] for name in LISTS):
            yield from records.items(source, [("", whole)])


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


def _numbered(found: Iterable[Any]) -> Iterator[records.Record]:
    for number, each in enumerate(found, 1):
        yield f"#{number}", each if isinstance(each, Unreadable) else _object(each)


def _object_or_list(
    text: Json, columns: Mapping[str, str]
) -> tuple[dict[str, Any], Iterator[Any] | None]:
    """An object, or where it is only a frame, the articles of the list that it holds."""
    whole: dict[str, Any] = {}
    for name in text.names():
        framed = name in LISTS and "text" not in fields.places(whole, columns)
        if framed and text.peek() == "{":
            whole[name], listed = _object_or_list(text, columns)
            if listed is not None:
                return whole, listed
        elif framed and text.skip("["):
            found = text.elements()
            head = []
            for value in islice(found, SCALARS):
                head.append(value)
                if isinstance(value, (Mapping, Unreadable)):
                    return whole, chain(head, found)
            whole[name] = head
            if len(head) == SCALARS or not text.skip("]"):
                raise Unreadable("holds a list of no objects")
        else:
            whole[name] = text.value()
    return whole, None


def _object(content: Any) -> Mapping[str, Any] | Unreadable:
    return content if isinstance(content, dict) else Unreadable("is not a JSON object")


def _is_object(line: str) -> bool:
    try:
        return line.lstrip().startswith("{") and isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
