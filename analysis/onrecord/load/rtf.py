""".rtf: the paragraphs of a document in rich text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from onrecord.load.bounds import PACKED
from onrecord.load.draft import Draft, Item, Unreadable, first_line
from onrecord.load.encoding import newlines
from onrecord.load.source import Source

# what a field does stands before what it shows; only this is text
FIELD = re.compile(r"\{\\\*\\fldinst(?:[^{}]|\{[^{}]*\})*\}")
PICTURE = re.compile(r"[0-9a-fA-F\s]{2000,}")  # its bytes


def read(source: Source) -> Iterator[Item]:
    """The one article of the document; its first paragraph is the title.

    Raises:
        Unreadable: it is no rich text, or holds no text.
    """
    text = source.read(limit=PACKED).decode("latin-1")
    if not text.lstrip("\ufeff\xef\xbb\xbf \r\n").startswith("{\\rtf"):
        raise Unreadable("is damaged, or is not a .rtf file")
    shown = rtf_to_text(FIELD.sub("", PICTURE.sub("", text)), errors="replace")
    # halves of signs that are written as two
    whole = shown.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = newlines(whole).replace("\xad", "").strip("\n")
    if not text.strip():
        raise Unreadable("holds no text")
    yield Draft(source.path, text, first_line(text))
