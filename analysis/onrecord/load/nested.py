"""Records inside records: what an interface nests, under names with dots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.load.aliases import ABSTRACTS, LEADS, WRAPPED
from onrecord.load.fields import places, squash

DEEP = 4  # levels that are looked into
MOST = 500  # names of one record
LONG = 20  # words of a text that may be an article's
SHOWN = 4  # paths that a message names

Record = Mapping[str, Any]


def opened(record: Record, columns: Mapping[str, str]) -> Record:
    """A record with what it nests under names with dots beside its own names.

    A record that only wraps the article's is that with its own names beside; lists of
    objects stay lists. A path that the user names is followed through lists, too.

    Args:
        record: as read.
        columns: field to name or path.

    >>> opened({"id": 1, "fields": {"bodyText": "Both left."}}, {})["fields.bodyText"]
    'Both left.'
    >>> found = opened({"parts": [{"p": "One."}, {"p": "Two."}]}, {"text": "parts[].p"})
    >>> found["parts[].p"]
    ['One.', 'Two.']
    """
    if not any(isinstance(value, (Mapping, list)) for value in record.values()):
        return record
    record = _unwrapped(record, columns)
    found = dict(record)
    for name, value in _inner(record, "", 1):
        if len(found) >= MOST:
            break
        found.setdefault(name, value)
    for path in columns.values():
        if path not in found and "." in path:
            reached = list(_reach(record, path.replace("[]", "").split(".")))
            if reached:
                found[path] = reached[0] if len(reached) == 1 else reached
    return found


def articles(record: Record, columns: Mapping[str, str]) -> Iterator[Record]:
    """The records of articles that an object stands for: itself, or those of a list in it.

    >>> page = {"status": "ok", "payload": [{"text": "One."}, {"text": "Two."}]}
    >>> [each["text"] for each in articles(page, {})]
    ['One.', 'Two.']
    """
    for _ in range(DEEP):
        if has_text(record, columns):
            yield record
            return
        lists = [value for value in record.values() if _is_list(value, columns)]
        if len(lists) == 1:
            yield from (each for each in lists[0] if isinstance(each, Mapping))
            return
        inner = [value for value in record.values() if isinstance(value, Mapping)]
        framed = [value for value in inner if _frames(value, columns, DEEP)]
        if len(framed) != 1:
            break
        record = framed[0]
    yield record


def has_text(record: Record, columns: Mapping[str, str]) -> bool:
    """Whether a record has something under a name for the text."""
    found = opened(record, columns)
    values = (found[name] for name in places(found, columns).get("text", ()))
    return any(value and isinstance(value, (str, list)) for value in values)


def long_texts(record: Record) -> list[str]:
    """The names in an opened record that hold a text as long as an article's."""
    return [
        str(name)
        for name, value in record.items()
        if isinstance(value, str)
        and squash(name) not in (*LEADS, *ABSTRACTS)
        and len(value.split(None, LONG)) > LONG
    ]


def _unwrapped(record: Record, columns: Mapping[str, str]) -> Record:
    for _ in range(DEEP):
        names = places(record, columns).get("text", ())
        if any(isinstance(record[name], str) for name in names):
            return record
        wrapped = (n for n in WRAPPED if isinstance(record.get(n), Mapping))
        name = next((n for n in wrapped if has_text(record[n], {})), None)
        if name is None:
            return record
        outer = {key: value for key, value in record.items() if key != name}
        record = {**outer, **record[name]}
    return record


def _inner(record: Record, prefix: str, depth: int) -> Iterator[tuple[str, Any]]:
    for name, value in record.items():
        if isinstance(value, Mapping):
            for below, inner in value.items():
                yield f"{prefix}{name}.{below}", inner
            if depth < DEEP:
                yield from _inner(value, f"{prefix}{name}.", depth + 1)


def _reach(value: Any, path: list[str]) -> Iterator[Any]:
    if isinstance(value, list):
        for each in value:
            yield from _reach(each, path)
    elif not path:
        yield value
    elif isinstance(value, Mapping):
        for cut in range(len(path), 0, -1):  # a name may itself hold dots
            if (name := ".".join(path[:cut])) in value:
                yield from _reach(value[name], path[cut:])
                return


def _is_list(value: Any, columns: Mapping[str, str]) -> bool:
    first = value[0] if isinstance(value, list) and value else None
    return isinstance(first, Mapping) and has_text(first, columns)


def _frames(record: Record, columns: Mapping[str, str], depth: int) -> bool:
    if has_text(record, columns) or any(_is_list(value, columns) for value in record.values()):
        return True
    inner = (value for value in record.values() if isinstance(value, Mapping))
    return depth > 0 and any(_frames(value, columns, depth - 1) for value in inner)
