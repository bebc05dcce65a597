"""A notebook with outputs to one HTML page."""

from __future__ import annotations

import copy
import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from markupsafe import Markup
from nbconvert.exporters import HTMLExporter, TemplateExporter
from nbconvert.filters import DataTypeFilter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from traitlets import Bool, List, Unicode
from traitlets.config import Config

from onrecord.day import moment
from onrecord.display.evidence import packed
from onrecord.display.fragment import EVIDENCE, HEADER, TABLE
from onrecord.report import page
from onrecord.report.address import Link
from onrecord.report.clean import clean
from onrecord.report.compiled import Compiled
from onrecord.report.fonts import faces
from onrecord.report.held import held, linked_data
from onrecord.report.outputs import FIGURE, TITLE, gather, title
from onrecord.report.sections import asked
from onrecord.safe import text_for_html

SENTENCES = "sentences"  # folder of a site that holds them
LARGE = 400_000  # characters of rows, above which they lie beside the page


class ReportExporter(HTMLExporter):
    """nbconvert's HTMLExporter with our own template and no way out to the network."""

    shared = Bool(False, help="Load what pages share from beside them.").tag(config=True)
    root = Unicode("../", help="Way from the page to the folder of the site.").tag(config=True)

    def __init__(
        self,
        *,
        shared: bool = False,
        root: str = "../",
        link: Callable[[str], str | None] | None = None,
        links: dict[str, dict[str, str]] | None = None,
        where: str = "",
        home: str | None = None,
        title: str | None = None,
        name: str = "report",
        **more: Any,
    ) -> None:
        super().__init__(
            template_name="onrecord",
            extra_template_basedirs=[str(Path(__file__).parent / "templates")],
            shared=shared,
            root=root,
            **more,
        )
        self.link = link
        self.links = links or {}
        self.days: list[tuple[str, str]] = []
        self.where = where
        self.home = home
        self.title = title
        self.name = name
        self.shown_as = Link()

    # outputs are shown as they are: nothing is run, drawn or taken out on the way
    default_preprocessors = List(["nbconvert.preprocessors.CoalesceStreamsPreprocessor"])

    @property
    def default_config(self) -> Config:
        """Our own kinds of output first; nothing that runs is in the list."""
        made = super().default_config
        made.NbConvertBase.display_data_priority = [
            FIGURE, EVIDENCE, HEADER, TABLE, "text/html", "text/markdown",
            "image/png", "image/jpeg", "text/plain",
        ]  # fmt: skip
        return made

    def _create_environment(self):
        made = super()._create_environment()
        made.bytecode_cache = Compiled()
        return made

    def default_filters(self):
        """Filters of the template."""
        yield from super().default_filters()
        yield "clean", lambda html: Markup(clean(str(html), self.link))
        yield "prose", self._prose
        yield "shown", lambda words: Markup(text_for_html(words))
        yield "heading", lambda words: Markup(_heading(text_for_html(words)))

    def from_notebook_node(self, nb: NotebookNode, resources: Any = None, **more: Any):
        """The page of a notebook.

        Args:
            nb: a notebook that was run to its end.
            resources: as in nbconvert.
            **more: as in nbconvert.

        Returns:
            The HTML text, and nbconvert's resources; their `outputs` are files, name to
            bytes, that belong beside the page.
        """
        payload = page.Payload(links=self.links, days=self.days)
        nb = copy.deepcopy(nb)  # outputs are numbered in place
        nb.cells = asked(nb.cells)
        resources = dict(resources or {})
        resources["report"] = self._report(nb, payload)
        if self.shared:
            payload.sentences, payload.root = f"{self.root}{SENTENCES}/", self.root
            if len(payload.rows) > LARGE:
                payload.beside = f"{self.name}.rows.js"
                words = f'globalThis.onrecordRows = "{payload.rows}";\n'
                resources.setdefault("outputs", {})[payload.beside] = words.encode()
        self.register_filter("filter_data_type", DataTypeFilter(parent=self))
        # HTMLExporter would parse the page once more, for pictures that our template describes
        html, resources = TemplateExporter.from_notebook_node(self, nb, resources, **more)
        return self.fill(html, payload, resources["report"].get("linked")), resources

    def _preprocess(self, nb: NotebookNode, resources: Any):
        """As nbconvert does it, of a copy that is ours: it need not be copied and checked again."""
        for one in self._preprocessors:
            nb, resources = one(nb, resources)
        return nb, resources

    def fill(self, html: str, payload: page.Payload, linked: dict | None = None) -> str:
        """Put data, style and scripts in the places that the template left for them."""
        parts = self._beside(payload) if self.shared else self._within(payload, html)
        parts["payload"] = held("or-payload", payload.packed())
        parts["linked"] = linked_data(linked)
        if payload.rows and not payload.beside:
            parts["payload"] += "\n" + held("or-rows", payload.rows)
        return re.sub(r"<!--onrecord:(\w+)-->", lambda found: parts.get(found[1], ""), html)

    def _within(self, payload: page.Payload, said: str) -> dict[str, str]:
        """All in the page."""
        seen = packed(payload.evidence) if payload.evidence else ""
        return {
            "style": f"<style>{faces(said)}\n{page.style()}</style>",
            "evidence": held("or-evidence", seen) if seen else "",
            "library": held("or-library", page.packed_library()) if payload.drawn else "",
            "script": f"<script>{page.script()}</script>",
        }

    def _beside(self, payload: page.Payload) -> dict[str, str]:
        """Loaded from beside the page, while the browser still reads it; run in this order."""
        assets = f"{self.root}assets/"
        scripts = [
            f'<script defer src="{assets}{name}"></script>' for name in (page.LINKS, page.SCRIPT)
        ]
        if payload.drawn:
            scripts.append(f'<script defer src="{assets}{page.LIBRARY}" id="or-beside"></script>')
        styles = [
            f'<link rel="stylesheet" href="{assets}{name}">' for name in (page.FONTS, page.STYLE)
        ]
        return {"style": "\n".join([*styles, *scripts])}

    def _report(self, nb: NotebookNode, payload: page.Payload) -> dict[str, Any]:
        """What the template needs: the head, the figures and tables with their numbers."""
        head = gather(nb, payload)
        return {
            **head,
            "title": self.title or head["title"],
            "question": title(nb),
            "policy": page.policy(shared=self.shared),
            "where": self.where,
            "home": self.home,
            "about": _about(head),
            "made": moment(datetime.datetime.now(datetime.UTC)),
            "link": self.shown_as,
        }

    def _prose(self, source: str) -> Markup:
        """Markdown without the page's title, which the header shows."""
        renderer = IPythonRenderer(escape=True, exclude_anchor_links=True)
        html = MarkdownWithMath(renderer=renderer).render(TITLE.sub("", source, count=1))
        return Markup(clean(html, self.link))


def _heading(said: str) -> str:
    """A heading in which no short word, as the name of an outlet, is broken at its hyphen."""
    return re.sub(r"(?<!\S)(?=\S{1,18}(?!\S))\S+-\S+", r'<span class="or-whole">\g<0></span>', said)


def _about(head: dict[str, Any]) -> str:
    """What a page that is shared says of itself, without a look into it."""
    return f"{head['kicker']}: {', '.join(head.get('facts', []))}".rstrip(": ")
