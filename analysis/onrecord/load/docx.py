""".docx: paragraphs and tables of a Word document."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.table import Table, _Row

from onrecord.load.archive import check
from onrecord.load.bounds import PACKED
from onrecord.load.draft import Draft, Item, Unreadable, first_line
from onrecord.load.encoding import newlines
from onrecord.load.joining import spaced
from onrecord.load.source import Source


def read(source: Source) -> Iterator[Item]:
    """The one article of a Word document; its first paragraph is the title.

    The document's own author and dates tell who typed the file and when, not who wrote
    and published the article, so they are not taken.
    """
    data = source.read(limit=PACKED)
    check(data)
    paragraphs: list[str] = []
    for block in Document(BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            paragraphs += map(_row, block.rows)
        else:
            paragraphs.append(block.text)
    text = newlines(spaced(paragraphs))
    if not text:
        raise Unreadable("holds no text")
    yield Draft(source.path, text, first_line(text))


def _row(row: _Row) -> str:
    # the cells as they are written: `row.cells` repeats one as often as it claims columns
    cells = ("\n".join(part.text for part in cell.p_lst) for cell in row._tr.tc_lst)
    return "\t".join(cells)
