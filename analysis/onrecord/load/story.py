""".story: news with the highlights that a reader was shown beside, as data sets keep them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.load.draft import Draft, Item
from onrecord.load.encoding import decode
from onrecord.load.source import Source

HIGHLIGHT = re.compile(r"^@highlight\s*$", re.M)


def read(source: Source) -> Iterator[Item]:
    """The one article, which has no title; highlights are no part of its text."""
    yield Draft(source.path, HIGHLIGHT.split(decode(source.read()))[0].strip("\n"))
