""".pdf: the text of all pages, its lines joined to paragraphs."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError

from onrecord.load.draft import Draft, Item, Unreadable, first_line
from onrecord.load.exports import listed
from onrecord.load.source import Source

END = re.compile(r"[.!?:][\"”’')\]]*$")
FEWEST = 3  # pages before lines can be told to repeat
EDGE = 2  # lines at the top and at the bottom where they stand
PAGE_NUMBER = re.compile(r"(?:page )?\d+(?: of \d+)?", re.I)
logging.getLogger("pypdf").addHandler(logging.NullHandler())  # faults become reasons


def read(source: Source) -> Iterator[Item]:
    """The one article of a PDF; its first paragraph is the title.

    The document's own title, author and dates describe the file, and are not taken.
    """
    reader = PdfReader(BytesIO(source.read()))
    if reader.is_encrypted and not _opens(reader):
        raise Unreadable("is protected by a password")
    pages = [page.extract_text().splitlines() for page in reader.pages]
    text = _lines(pages)
    if not listed.told(text):  # an export ends its articles with lines that repeat
        text = paragraphs(_lines(without_running(pages)))
    if not text:
        raise Unreadable("holds no text; scanned pages need text recognition first")
    yield Draft(source.path, text, first_line(text))


def _opens(reader: PdfReader) -> bool:
    try:
        return bool(reader.decrypt(""))  # many are locked against changes only
    except DependencyError:
        return False


def _lines(pages: list[list[str]]) -> str:
    return "\n".join(line for page in pages for line in page)


def without_running(pages: list[list[str]]) -> list[list[str]]:
    """Pages without the lines that stand at the edge of most of them, as heads and feet do.

    Numbers may differ from page to page.

    >>> head = ["Northport Courier 1", "Northport Courier 2", "Northport Courier 3"]
    >>> without_running([[line, "abc"[int(line[-1]) - 1]] for line in head])
    [['a'], ['b'], ['c']]
    """
    if len(pages) < FEWEST:
        return pages
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    running = {key for key, count in seen.items() if key and count > len(pages) / 2}
    return [
        [
            line
            for at, line in enumerate(page)
            if not (min(at, len(page) - 1 - at) < EDGE and _key(line) in running)
        ]
        for page in pages
    ]


def _edges(page: list[str]) -> list[str]:
    return [*page[:EDGE], *page[EDGE:][-EDGE:]]


def _key(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()))


def paragraphs(page_text: str) -> str:
    r"""Printed lines joined to paragraphs, which an empty line sets apart.

    A paragraph ends at an empty line, at a sentence's end on a line shorter than the
    others, and at a much shorter line (a headline). Words broken over two lines are
    joined; page numbers on a line of their own are left out.

    >>> paragraphs("Talks stall\nBoth sides of the nego-\ntiations left.\n2\nNo date was set.")
    'Talks stall\n\nBoth sides of the negotiations left.\n\nNo date was set.'
    """
    lines = [" ".join(line.replace("\xad", "-").split()) for line in page_text.splitlines()]
    lines = [line for line in lines if not PAGE_NUMBER.fullmatch(line)]
    width = max(map(len, lines), default=0)
    found: list[list[str]] = [[]]
    last = ""
    for line in lines:
        ends = END.search(last) and len(last) < 0.85 * width
        headline = last and len(last) < 0.6 * width and not last.endswith((",", "-"))
        if not line or ends or headline:
            found.append([])
        if line:
            found[-1].append(line)
        last = line
    return "\n\n".join(_join(part) for part in found if part)


def _join(lines: list[str]) -> str:
    pieces: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        broken = line.endswith("-") and line[-2:-1].isalpha() and following[:1].islower()
        pieces.append(line[:-1] if broken else f"{line} ")
    return "".join(pieces).rstrip()
