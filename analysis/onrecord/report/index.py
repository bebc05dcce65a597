"""The index page: every report with what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Protocol

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from onrecord import display
from onrecord.day import written
from onrecord.display.fragment import Fragment, element, text
from onrecord.display.view import View, day_text
from onrecord.report.address import Link
from onrecord.report.exporter import ReportExporter
from onrecord.report.few import few
from onrecord.report.plan import FEWEST, Planned
from onrecord.summary.words import counted
from onrecord.tables import Tables

HEADS = {
    "corpus": (
        "The whole corpus",
        "Who is quoted, in whose words, for and against whom; who is criticised and not quoted.",
    ),
    "speaker": ("Speakers", "What each one says, for and against whom, and whether it moved."),
    "actor": ("Actors", "Who speaks for and against each one, and how the outlets cover it."),
    "article": ("Articles", "The text with source, cue and content marked."),
}
NAMED = ("speaker/", "actor/", "article/")  # what fragments link to by name
FEW = (
    f"Speakers and actors in fewer than {FEWEST} articles have no page of their own; the corpus "
    "page shows what is said by and about them under the filter."
)
COUNTED = {"corpus": "quote", "speaker": "quote", "actor": "statement", "article": "quote"}


class _Page(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def count(self) -> int: ...
    @property
    def day(self) -> object: ...


def index(
    pages: Sequence[_Page],
    tables: Tables,
    *,
    title: str | None,
    shared: bool,
    copies: bool = False,
    cards: Sequence[Planned] = (),
    link: Callable[[str], str | None] = lambda wanted: None,
    shown_as: Link | None = None,
) -> str:
    """The HTML of `index.html`, in the same frame as the reports.

    Args:
        pages: the published reports.
        tables: the analysis.
        title: name of the corpus.
        shared: as in `ReportExporter`.
        copies: as in `render`.
        cards: speakers and actors without a page of their own.
        link: address of a speaker's, an actor's or an article's page, if it has one.
        shown_as: how a link to it is shown.
    """
    view = display.open_corpus(tables, copies=copies)
    cells = [
        new_markdown_cell("# Every number with the sentence behind it"),
        _shown(view),
        _shown(display.lead(view)),
        _shown(display.figures(view)),
    ]
    day = datetime.now(UTC)
    cells.append(
        new_markdown_cell(
            f"{counted(len(pages), 'report')}, made on {written(day)}. Beside each: what it rests "
            "on, and the day of the latest article in it."
        )
    )
    for kind, (head, about) in HEADS.items():
        of = [page for page in pages if page.kind == kind]
        if of:
            cells += [new_markdown_cell(f"## {head}\n\n{about}"), _listed(kind, of)]
    if cards:
        whole = next((page.path for page in pages if page.kind == "corpus"), None)
        cells += [new_markdown_cell(f"## In few articles\n\n{FEW}"), _html(few(cards, whole))]
    cells += [new_markdown_cell("## Method"), _shown(display.method(view))]
    exporter = ReportExporter(
        shared=shared,
        root="",
        link=lambda wanted: link(wanted) if wanted.startswith(NAMED) else wanted,
        where=title or "",
        title=title,
    )
    exporter.shown_as = shown_as or Link()
    html, _ = exporter.from_notebook_node(new_notebook(cells=cells))
    return html


def _listed(kind: str, pages: Sequence[_Page]) -> nbformat.NotebookNode:
    items = []
    for page in pages:
        day = day_text(page.day)
        facts = [counted(page.count, COUNTED[kind]), day and f"latest {day}"]
        if kind == "article":
            facts = [facts[0] if page.count else "no quote, or a copy of another article", day]
        link = element("a", text(page.name), href=f"onrecord:{page.path}")
        items.append(
            element("li", link, " ", element("small", text(" · ".join(filter(None, facts)))))
        )
    style = "or-index or-first" if kind == "corpus" else "or-index"
    return _html(element("ul", *items, class_=style))


def _shown(fragment: Fragment | View) -> nbformat.NotebookNode:
    bundle = fragment._repr_mimebundle_()
    return new_code_cell(outputs=[new_output("display_data", data=bundle)])


def _html(markup: str) -> nbformat.NotebookNode:
    return new_code_cell(outputs=[new_output("display_data", data={"text/html": markup})])
