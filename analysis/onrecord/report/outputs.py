"""The outputs of a notebook that was run, gathered for its page."""

from __future__ import annotations

import re
from typing import Any

from nbformat import NotebookNode

from onrecord.display.fragment import EVIDENCE, HEADER, TABLE
from onrecord.report.marks import marks_html
from onrecord.report.page import Payload

FIGURE = "application/vnd.plotly.v1+json"
TITLE = re.compile(r"\A#\s+(.+)$", re.M)


class AsItIs(NotebookNode):
    """Data of an output that nbconvert only shows: it would copy them twice."""

    def __deepcopy__(self, memo: dict[int, Any]) -> AsItIs:
        return self


def gather(nb: NotebookNode, payload: Payload) -> dict[str, Any]:
    """Put figures, tables and sentences into the data of the page, in the order of the cells.

    Args:
        nb: a notebook that was run; its outputs are told their numbers.
        payload: what is filled.

    Returns:
        What the page's header says.
    """
    head: dict[str, Any] = {"kind": "report", "title": title(nb), "kicker": "Report"}
    for cell in nb.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if FIGURE in data:
                output.metadata["onrecord"] = len(payload.figures)
                output.metadata["anchor"] = _anchor(data[FIGURE], payload.figures)
                output.metadata["marks"] = marks_html(data[FIGURE])
                payload.figures.append({k: data[FIGURE][k] for k in ("data", "layout")})
                data[FIGURE] = AsItIs(data[FIGURE])
            elif TABLE in data:
                output.metadata["onrecord"] = len(payload.tables)
                payload.tables.append(data[TABLE])
                data[TABLE] = AsItIs(data[TABLE])
            elif EVIDENCE in data:
                payload.rows = data[EVIDENCE]["rows"]
                payload.evidence = data[EVIDENCE].get("columns", {})
                payload.templates = data[EVIDENCE]["templates"]
                payload.capped = _capped(data[EVIDENCE])
            elif HEADER in data:
                head.update(data[HEADER])
    if payload.templates:  # one copy for the page instead of one a figure
        for figure in payload.figures:
            figure["layout"].pop("template", None)
    if payload.rows:  # what is behind a mark, and in a table, follows from them
        payload.figures = [_bare(figure) for figure in payload.figures]
        payload.tables = [_listed(given) for given in payload.tables]
    return head


def title(nb: NotebookNode) -> str:
    """The first heading of a notebook."""
    for cell in nb.cells:
        if cell.cell_type == "markdown" and (found := TITLE.search(cell.source)):
            return found[1].strip()
    return "Report"


def _bare(figure: dict) -> dict:
    """A figure without the ids behind its marks: the page's script finds them again."""
    traces = [{k: v for k, v in trace.items() if k != "customdata"} for trace in figure["data"]]
    meta = {k: v for k, v in figure["layout"].get("meta", {}).items() if k != "encode"}
    return {"data": traces, "layout": {**figure["layout"], "meta": meta}}


def _anchor(figure: dict, before: list[dict]) -> str:
    """A lasting name: that of the chart, and a number where the page has several of it."""

    def name(of: dict) -> str:
        return str(of["layout"].get("meta", {}).get("chart", "chart")).replace("_", "-")

    same = sum(name(other) == name(figure) for other in before)
    return name(figure) + (f"-{same + 1}" if same else "")


def _listed(table: dict) -> dict:
    """A table without its rows, where the page's script makes them."""
    if not table.get("recount"):
        return table
    caption = table.get("whole_caption", table["caption"])
    return {**table, "caption": caption, "rows": [], "ids": None, "places": None}


def _capped(evidence: dict) -> str | None:
    if "of" not in evidence:
        return None
    held = len(evidence["columns"]["evidence_id"])
    return (
        f"this page carries the {held:,} newest of {evidence['of']:,} sentences, as it stands "
        "alone; a report in a folder has all"
    )
