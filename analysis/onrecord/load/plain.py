""".txt: the first line is the title, the whole file is the text."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.load.draft import Draft, Item, first_line
from onrecord.load.encoding import decode
from onrecord.load.ours import refuse_printed
from onrecord.load.source import Source


def read(source: Source) -> Iterator[Item]:
    """The one article of a plain-text file."""
    text = decode(source.read(), strict=False)  # an export of many may hold a bad one
    refuse_printed(text)
    yield Draft(source.path, text, first_line(text))
