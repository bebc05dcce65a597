""".doc: what is called so and is rich text, a page or .docx; no other can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

from onrecord.load.draft import Item, Unreadable
from onrecord.load.source import Source

BEGINS = (
    (b"{\\rtf", ".rtf"),
    (b"PK\x03\x04", ".docx"),
    (b"<", ".html"),
    (b"MIME-Version", ".mhtml"),
)
OLD = b"\xd0\xcf\x11\xe0"


def read(source: Source) -> Iterator[Item]:
    """The articles by the reader for what the file is.

    Raises:
        Unreadable: it is a document of Word before 2007.
    """
    with source.open() as stream:
        head = stream.read(64).lstrip(b"\xef\xbb\xbf \r\n\t")
    suffix = next((suffix for begin, suffix in BEGINS if head.startswith(begin)), None)
    if suffix is None:
        raise Unreadable("is a .doc file; save it as .docx")
    module = import_module(f"onrecord.load.{suffix[1:]}")
    yield from module.read(replace(source, kind=suffix))
