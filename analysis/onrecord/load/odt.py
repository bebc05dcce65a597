""".odt: paragraphs of an OpenDocument text."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.load.draft import Draft, Item, Unreadable, first_line
from onrecord.load.joining import spaced
from onrecord.load.opendocument import SILENT, TEXT, events, words
from onrecord.load.source import Source


def read(source: Source) -> Iterator[Item]:
    """The one article of the document; its first paragraph is the title.

    Raises:
        Unreadable: it holds no text, or is no such document.
    """
    paragraphs = []
    for node in events(source, f"{TEXT}p", f"{TEXT}h"):
        if any(above.tag in SILENT for above in node.iterancestors()):
            continue
        paragraphs.append(words(node))
    if not (text := spaced(paragraphs)):
        raise Unreadable("holds no text")
    yield Draft(source.path, text, first_line(text))
