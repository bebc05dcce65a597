""".json and .jsonl: one article per object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

from onrecord.load import fields, nested, records
from onrecord.load.aliases import LISTS
from onrecord.load.draft import Item, Unreadable
from onrecord.load.elements import Json
from onrecord.load.encoding import lines, open_text
from onrecord.load.source import Source

SCALARS = 1000  # values that are no objects, at the beginning of a list


def read(source: Source) -> Iterator[Item]:
    """Articles of a JSON file: one object, a list of them, or an object that holds the list.

    A .json file with one object per line is read as .jsonl.
    """
    limit, columns = source.settings.max_bytes, source.settings.columns
    with open_text(source) as stream:
        if _is_object(stream.readline(limit)) and stream.readline(limit).strip():
            stream.seek(0)
            yield from records.items(source, _by_line(lines(stream, limit), columns))
            return
        stream.seek(0)
        text = Json(stream, limit)
        if text.peek() == "{":
            whole, listed = _object_or_list(text, columns)
        else:
            whole, listed = None, text.elements() if text.skip("[") else None
        if listed is not None:
            yield from records.items(source, _numbered(listed, columns))
        elif whole is None:
            raise Unreadable("is not a JSON object" if text.peek() else "is empty")
        elif not any(whole.get(name) == [] for name in LISTS):
            found = list(nested.articles(whole, columns))
            one = [("", found[0])] if found[:1] == [whole] else _numbered(found, columns)
            yield from records.items(source, one)


def read_lines(source: Source) -> Iterator[Item]:
    """Articles of a .jsonl file, line by line; a broken line is rejected, the others stay."""
    with open_text(source) as stream:
        found = lines(stream, source.settings.max_bytes)
        yield from records.items(source, _by_line(found, source.settings.columns))


def _by_line(
    found: Iterable[str | Unreadable], columns: Mapping[str, str]
) -> Iterator[records.Record]:
    yield from _numbered((_parsed(line) for line in found if not _blank(line)), columns)


def _blank(line: str | Unreadable) -> bool:
    return isinstance(line, str) and not line.strip()


def _parsed(line: str | Unreadable) -> Any:
    if isinstance(line, Unreadable):
        return line
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return Unreadable("is not valid JSON")


def _numbered(found: Iterable[Any], columns: Mapping[str, str]) -> Iterator[records.Record]:
    """Records with their labels; one that is a page of an interface's answer is its articles."""
    number = 0
    for each in found:
        parts = nested.articles(each, columns) if isinstance(each, dict) else [each]
        for part in parts:
            number += 1
            kept = part if isinstance(part, (Mapping, Unreadable)) else None
            yield f"#{number}", Unreadable("is not a JSON object") if kept is None else kept


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


def _is_object(line: str) -> bool:
    try:
        return line.lstrip().startswith("{") and isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
