"""Which sections of a notebook stand in its page: those for which nothing was asked do not.

Nor do those of a speaker, an actor or an article that have nothing to show: one paragraph names
them, with the reasons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_output

from onrecord.display.fragment import HEADER, TABLE, UNASKED, element, text
from onrecord.report.outputs import FIGURE

SECTION = re.compile(r"\A##\s+(.+)$", re.M)
SMALL = ("speaker", "actor", "article")  # kinds of pages
NOT_SHOWN = "Not shown, as all articles of this page together hold too little for it:"


def asked(cells: list[NotebookNode]) -> list[NotebookNode]:
    """The cells of a page.

    Args:
        cells: of a notebook that was run.

    Returns:
        Cells without sections whose every output says that nothing was asked, such as those
        of issues where there is no codebook, and, of a page of one speaker, actor or article,
        without those that have nothing to show, which are named before the last section. The
        notebook itself keeps them.
    """
    parts = [part for part in _sections(cells) if not _unasked(part)]
    if not any(data.get(HEADER, {}).get("kind") in SMALL for part in parts for data in _data(part)):
        return [cell for part in parts for cell in part]
    left = [part for part in parts if _empty(part)]
    if left:
        parts = [part for part in parts if part not in left]
        parts.insert(max(1, len(parts) - 1), [_named(left)])
    return [cell for part in parts for cell in part]


def _sections(cells: list[NotebookNode]) -> Iterator[list[NotebookNode]]:
    part: list[NotebookNode] = []
    for cell in cells:
        if cell.cell_type == "markdown" and SECTION.match(cell.source):
            yield part
            part = []
        part.append(cell)
    yield part


def _data(part: list[NotebookNode]) -> list[NotebookNode]:
    return [output.get("data", {}) for cell in part for output in cell.get("outputs", [])]


def _unasked(part: list[NotebookNode]) -> bool:
    shown = _data(part)
    return bool(shown) and all(UNASKED in data for data in shown)


def _empty(part: list[NotebookNode]) -> bool:
    shown = _data(part)
    return bool(_head(part)) and any(map(_nothing, shown)) and all(
        _nothing(data) or UNASKED in data for data in shown
    )  # fmt: skip


def _nothing(data: NotebookNode) -> bool:
    """Whether an output is a chart without a mark, a table without a row, or empty."""
    if FIGURE in data:
        return not data[FIGURE]["data"]
    if TABLE in data:
        # what a page's script counts comes without rows
        return not (data[TABLE]["rows"] or data[TABLE].get("recount"))
    return set(data) <= {"text/html", "text/plain"} and data.get("text/html") == ""


def _named(left: list[list[NotebookNode]]) -> NotebookNode:
    items = [element("li", element("em", text(_head(part))), text(_reasons(part))) for part in left]
    markup = element("p", NOT_SHOWN) + element("ul", *items)
    html = element("div", markup, class_="or-not-shown")
    return new_code_cell(outputs=[new_output("display_data", data={"text/html": html})])


def _head(part: list[NotebookNode]) -> str:
    found = SECTION.match(part[0].source) if part else None
    return found[1].strip() if found else ""


def _reasons(part: list[NotebookNode]) -> str:
    """What charts say of why they are empty."""
    metas = [data[FIGURE]["layout"].get("meta", {}) for data in _data(part) if FIGURE in data]
    said = dict.fromkeys(meta["alt"] for meta in metas if meta.get("alt"))
    return "".join(f" {each}" for each in said)
