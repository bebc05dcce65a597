"""XML of no known kind: elements that hold others called as fields are, else sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.load import records, xmlprose
from onrecord.load.aliases import ALIASES
from onrecord.load.draft import Item, Unreadable
from onrecord.load.fields import squash
from onrecord.load.parted import parted
from onrecord.load.source import Source, printable
from onrecord.load.xmltext import local, written

TEXTS = frozenset(ALIASES["text"])
TITLES = frozenset(ALIASES["title"])
MOST = 60  # fields of a record


def items(source: Source, root: Any, broken: bytes | None = None) -> Iterator[Item]:
    """An article each.

    Args:
        source: the file.
        root: of its tree.
        broken: the file's bytes, where it is not well formed.

    Raises:
        Unreadable: no element is called as a text is, and none holds sentences.
    """
    wanted = source.settings.columns.get("text")
    texts = TEXTS if wanted is None else {squash(wanted)}
    found, fields = list(_records(root, texts)), _fields
    if not found and wanted is None and broken is None:
        found = list(xmlprose.records(root))
        fields = _by_prose
    if not found:
        name = printable(local(root)[:30])
        raise Unreadable(f"is XML of no known kind: <{name}> holds no element for a text")
    if broken is not None and found:
        roots = parted(broken, root, {local(node) for node in found})
        found = found if roots == [root] else [n for each in roots for n in _records(each, texts)]
    alone = len(found) == 1 and found[0] is root
    yield from records.items(
        source,
        (("" if alone else f"#{n}", fields(node)) for n, node in enumerate(found, 1)),
    )


def _records(root: Any, texts: frozenset[str] | set[str]) -> Iterator[Any]:
    """Elements that have a text among their children, the outermost of nested ones."""
    stack = [root]
    while stack:
        node = stack.pop()
        held = _text_of(node, texts)
        # "body" may hold the articles, and then is no article's text
        if held is not None and not any(_text_of(each, texts) is not None for each in held.iter()):
            yield node
        else:
            stack.extend(child for child in reversed(node) if isinstance(child.tag, str))


def _text_of(node: Any, texts: frozenset[str] | set[str]) -> Any | None:
    """The child that is called as a text is, beside others; None where it holds no words."""
    held = next((each for each in node if squash(local(each)) in texts), None)
    if held is None or len({squash(local(child)) for child in node}) < 2:
        return None
    return held if any(text.strip() for text in held.itertext()) else None


def _fields(node: Any) -> dict[str, str]:
    fields = {local(node) + "." + name: value for name, value in node.attrib.items()}
    fields |= {name: value for name, value in node.attrib.items()}
    for child in node[:MOST]:
        name = local(child)
        value = written(child) if name else ""
        if value and name in fields and name not in node.attrib:
            fields[name] = f"{fields[name]}; {value}" if len(value) < 100 else fields[name]
        elif value:
            fields[name] = value
    return fields


def _by_prose(node: Any) -> dict[str, str]:
    """The fields of an element that keeps its text under no known name."""
    name, text = xmlprose.text(node)
    known = {field: value for field, value in _fields(node).items() if field != name}
    if TITLES.isdisjoint(map(squash, known)) and (title := xmlprose.headline(node, name)):
        known["title"] = title
    return {**known, "text": text}
