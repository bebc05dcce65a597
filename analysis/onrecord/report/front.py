"""The front page over several corpora, each with reports of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from onrecord.display.fragment import element, text
from onrecord.errors import ReportError
from onrecord.ownership import Output
from onrecord.report.address import link_to
from onrecord.report.address import site_url as address_of
from onrecord.report.exporter import ReportExporter

TITLE = "On the record"


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus that has its reports in `folder`, below the front page's own folder."""

    title: str
    folder: str
    facts: tuple[str, ...]  # what was found there, a line each


def front(corpora: Sequence[Corpus], into: str | Path, *, site_url: str | None = None) -> Path:
    """Write the `index.html` that leads to the reports of each corpus.

    Args:
        corpora: in the order in which they are to be listed.
        into: folder that holds the corpora's folders.
        site_url: as in `render`, of this folder.

    Raises:
        ReportError: the page cannot be written, or the address is none.
        OwnershipError: there is an `index.html` that On Record did not write.
    """
    into, address = Path(into), address_of(site_url)
    cells = [new_markdown_cell("# Every number with the sentence behind it")]
    for corpus in corpora:
        link = element("a", text(corpus.title), href=f"onrecord:{quote(corpus.folder)}/index.html")
        facts = element("ul", *[element("li", text(fact)) for fact in corpus.facts])
        cells.append(_html(element("h2", link) + facts))
    exporter = ReportExporter(root="", link=lambda wanted: wanted, title=TITLE)
    exporter.shown_as = link_to("index.html", address, picture=False)
    html, _ = exporter.from_notebook_node(new_notebook(cells=cells))
    try:
        with Output(into, "a report") as output:
            output.write("index.html", html.encode("utf-8", "replace"))
    except OSError as error:
        raise ReportError(f"Cannot write reports into {into}: {error.strerror}.") from error
    return into / "index.html"


def _html(markup: str) -> object:
    return new_code_cell(outputs=[new_output("display_data", data={"text/html": markup})])
