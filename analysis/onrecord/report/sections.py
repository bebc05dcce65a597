"""Which sections of a notebook stand in its page: those for which nothing was asked do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nbformat import NotebookNode

from onrecord.display.fragment import UNASKED

SECTION = re.compile(r"\A##\s", re.M)


def asked(cells: list[NotebookNode]) -> list[NotebookNode]:
    """The cells of a page.

    Args:
        cells: of a notebook that was run.

    Returns:
        Cells without sections whose every output says that nothing was asked, such as those
        of issues where there is no codebook; the notebook itself keeps them, with what to give.
    """
    return [cell for part in _sections(cells) if not _unasked(part) for cell in part]


def _sections(cells: list[NotebookNode]) -> Iterator[list[NotebookNode]]:
    part: list[NotebookNode] = []
    for cell in cells:
        if cell.cell_type == "markdown" and SECTION.match(cell.source):
            yield part
            part = []
        part.append(cell)
    yield part


def _unasked(part: list[NotebookNode]) -> bool:
    shown = [output.get("data", {}) for cell in part for output in cell.get("outputs", [])]
    return bool(shown) and all(UNASKED in data for data in shown)
