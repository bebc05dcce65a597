"""What is in common to documents of OpenDocument: their content, within bounds."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

from onrecord.load.archive import check
from onrecord.load.bounds import PACKED
from onrecord.load.draft import Unreadable
from onrecord.load.source import Source

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
SILENT = {
    *(f"{TEXT}{name}" for name in ("note", "tracked-changes", "bookmark", "ruby-text")),
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation",
}
MANIFEST = "META-INF/manifest.xml"
SPACES = 100  # that one mark may stand for


def events(source: Source, *tags: str) -> Iterator[Any]:
    """The elements of these tags as they end; what was read is let go by the caller.

    Raises:
        Unreadable: it is no such document, or unpacks to too much.
    """
    data = source.read(limit=PACKED)
    check(data)
    with ZipFile(BytesIO(data)) as archive:
        if "content.xml" not in archive.namelist():
            raise Unreadable("is of another format: it has no content")
        listed = MANIFEST in archive.namelist()
        if listed and b"encryption-data" in archive.read(MANIFEST):
            raise Unreadable("is protected by a password")
        content = BytesIO(archive.read("content.xml"))
    for _, node in etree.iterparse(
        content, tag=tags, resolve_entities=False, no_network=True, load_dtd=False
    ):
        yield node


def words(node: Any) -> str:
    """The text of a paragraph, its marks for spaces, tabs and line ends as these."""
    parts: list[str] = []
    stack: list[tuple[Any, bool]] = [(node, True)]
    while stack:
        each, opens = stack.pop()
        if not opens:
            parts.append(each.tail or "")
            continue
        if each is not node:
            stack.append((each, False))
        if not isinstance(each.tag, str) or each.tag in SILENT:
            continue
        parts.append(_sign(each) + (each.text or ""))
        stack.extend((child, True) for child in reversed(each))
    return "".join(parts)


def _sign(node: Any) -> str:
    if node.tag == f"{TEXT}s":
        count = node.get(f"{TEXT}c") or "1"
        return " " * min(SPACES, int(count) if count.isdigit() else 1)
    return {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}.get(node.tag, "")
