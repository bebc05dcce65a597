"""Notebooks that were run, written as the pages of a site with what pages share."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

import nbformat

from onrecord.ownership import Output
from onrecord.report import page
from onrecord.report.address import PICTURE, link_to
from onrecord.report.exporter import SENTENCES, ReportExporter
from onrecord.report.fingerprint import Fingerprints
from onrecord.report.kept import Kept
from onrecord.report.links import Links, in_order, linker, links_of
from onrecord.report.plan import Planned
from onrecord.report.sentences import sentence_files
from onrecord.report.share import share
from onrecord.summary.compact import SHARDS, shard
from onrecord.tables import Tables

ASSETS, ROWS = "assets", ".rows.js"


@dataclass(frozen=True, slots=True)
class Published:
    """A report that can be opened; `path` is relative to the folder of reports."""

    kind: str
    name: str
    path: str
    size: int  # bytes
    count: int
    day: object = None  # as in `Planned`


@dataclass(frozen=True, slots=True)
class Site:
    """A site that is being written: what its steps share."""

    output: Output
    kept: Kept
    marks: Fingerprints
    title: str | None
    single: bool
    days: list[tuple[str, str]]  # as in `page.Payload`
    originals: dict[str, str]  # as `originals_of` gives them
    base: str = ""  # as `site_url` gives it

    def stays(self, item: Planned) -> int | None:
        """The size of a page that is still right."""
        rows = item.path.removesuffix(".html") + ROWS
        return self.kept.same(item.path, self.marks.page(item), rows)


def publish(
    planned: list[Planned],
    done: dict[str, nbformat.NotebookNode],
    stay: dict[str, int],
    site: Site,
) -> list[Published]:
    """Write the pages that completed; those that stay as they are come with their size."""
    ready = [item for item in planned if item.path in done or item.path in stay]
    exporters: dict[str, ReportExporter] = {}
    published = []
    for item in ready:
        size = stay.get(item.path)
        if size is None:
            root = "../" * item.path.count("/")
            if root not in exporters:
                exporters[root] = ReportExporter(shared=not site.single, root=root)
            links = links_of(ready, root)
            size = _export(item, done[item.path], exporters[root], links, site)
        published.append(Published(item.kind, item.name, item.path, size, item.count, item.day))
    return published


def _export(
    item: Planned,
    notebook: nbformat.NotebookNode,
    exporter: ReportExporter,
    links: Links,
    site: Site,
) -> int:
    """Write one page; its size in bytes."""
    exporter.links = links if site.single else {}
    exporter.days = site.days if site.single else []
    exporter.link = linker(links, site.originals)
    exporter.where, exporter.home = site.title or "", f"{exporter.root}index.html"
    exporter.title = site.title if item.kind == "corpus" else None
    exporter.name = Path(item.path).stem
    exporter.shown_as = link_to(item.path, site.base, picture=not site.single)
    html, resources = exporter.from_notebook_node(notebook)
    folder = item.path.rpartition("/")[0]
    size = site.output.write(item.path, html.encode("utf-8", "replace"))
    for name, raw in resources.get("outputs", {}).items():
        size += site.output.write(f"{folder}/{name}" if folder else name, raw)
    return size


def publish_shared(tables: Tables, planned: list[Planned], ready: Set[str], site: Site) -> None:
    """What the pages of a folder share: library, script, style, links and sentences."""
    if site.single:
        return
    there = [item for item in planned if item.path in ready]
    links = page.links(links_of(there, ""), in_order(there))
    for name, raw in (page.shared_files() | {page.LINKS: links}).items():
        site.output.write(f"{ASSETS}/{name}", raw)
    ids = tables.listed.article_id
    of = ids.map(shard)
    stale = {
        int(number)
        for number, articles in ids.groupby(of)
        if site.kept.same(f"{SENTENCES}/{number}.js", site.marks.sentences(articles)) is None
    }
    for number, script in sentence_files(tables, stale):
        site.output.write(f"{SENTENCES}/{number}.js", script)


def publish_picture(tables: Tables, whole: Planned, copies: bool, site: Site) -> None:
    """The picture that links to the pages of a folder show; one of the same rows stays."""
    if site.single or site.kept.same(PICTURE, site.marks.page(whole)) is not None:
        return
    from onrecord.report.picture import picture

    site.output.write(PICTURE, picture(share(tables, title=site.title, copies=copies)))


def places(planned: list[Planned], single: bool) -> list[str]:
    """Every file that may be written."""
    pages = [item.path for item in planned]
    if single:
        return pages
    shared = [f"{ASSETS}/{name}" for name in (*page.shared_files(), page.LINKS)]
    rows = [item.path.removesuffix(".html") + ROWS for item in planned]
    sentences = [f"{SENTENCES}/{number}.js" for number in range(SHARDS)]
    return [*pages, *shared, *rows, *sentences, PICTURE]
