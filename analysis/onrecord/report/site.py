"""Many reports at once: run the notebooks, publish the pages that completed, and an index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Empty, SimpleQueue

import nbformat
import pandas as pd

from onrecord.bar import Bar, bar
from onrecord.display.events import read_events
from onrecord.errors import AnalysisError, ReportError
from onrecord.issues import read_issues
from onrecord.ownership import Output, write_file
from onrecord.report import page
from onrecord.report.execute import SECONDS, execute
from onrecord.report.exporter import SENTENCES, ReportExporter
from onrecord.report.fingerprint import Fingerprints, digest
from onrecord.report.index import index
from onrecord.report.kept import RECORD, Kept
from onrecord.report.kernel import Kernel
from onrecord.report.plan import Planned, cards, plan
from onrecord.report.sentences import sentence_files
from onrecord.summary.compact import SHARDS, shard
from onrecord.tables import Tables

INDEX, ASSETS, ROWS = "index.html", "assets", ".rows.js"


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
class Refused:
    """A report whose notebook did not complete, and why."""

    path: str
    reason: str

    def __iter__(self) -> Iterator[str]:
        return iter((self.path, self.reason))


@dataclass(frozen=True, slots=True)
class ReportRun:
    """What a run of `render` published, and what it refused."""

    published: tuple[Published, ...]
    refused: tuple[Refused, ...]


def render(
    tables: str | Path,
    into: str | Path,
    *,
    title: str | None = None,
    min_statements: int = 3,
    max_articles: int = 50,
    single_file: bool = False,
    copies: bool = False,
    codebook: str | Path | None = None,
    events: str | Path | None = None,
    jobs: int = 2,
    progress: bool | None = None,
) -> ReportRun:
    """Reports of a corpus, of its speakers, actors and articles, and `index.html`.

    Args:
        tables: folder that `Tables.save` wrote.
        into: folder of reports; pages of an earlier run in it are replaced.
        title: name of the corpus.
        min_statements: fewest statements for a speaker's or an actor's own report.
        max_articles: most article pages.
        single_file: let every page carry all it needs, ready to be sent alone; by default
            pages share one copy of library, script and sentences in folders beside them.
        copies: count every copy of a wire story; by default each story counts once.
        codebook: the user's issues.yaml; by default pages tell of no issues.
        events: the user's events.csv, days to be marked on charts of time.
        jobs: notebooks that run at the same time, each in a kernel of its own.
        progress: show a bar; by default in a terminal.

    A page that was made of the same rows, by the same notebook and code, is left as it is.

    Returns:
        What was published and what was refused. A notebook that fails is not published,
        and no page links to it.

    Raises:
        StoreError: the folder holds no tables.
        ReportError: the folder of reports cannot be written, or the events not be read.
        WordingError: the codebook cannot be read.
        OwnershipError: it holds files in their place that On Record did not write.
    """
    tables, into = Path(tables).resolve(), Path(into).resolve()
    opened = Tables.open(tables)
    book = str(Path(codebook).resolve()) if codebook else None
    issues = read_issues(book) if book else ()
    days = str(Path(events).resolve()) if events else None
    planned = plan(
        opened,
        min_statements=min_statements,
        max_articles=max_articles,
        copies=copies,
        codebook=book,
        events=days,
    )
    if title:
        planned[0] = replace(planned[0], name=title)
    hidden = None if progress is None else not progress
    few = cards(opened, min_statements=min_statements, copies=copies)
    try:
        with Output(into, "a report") as output:
            # whose the places are is asked before the work
            output.claim([INDEX, RECORD, *_places(planned, single_file)])
            options = (
                title,
                single_file,
                issues,
                read_events(days or ""),
                *(item.path for item in planned if single_file),
            )
            marks = Fingerprints(opened, *options)
            run = _Run(output, Kept.of(output), marks, title, single_file, in_order(planned))
            stay = {item.path: size for item in planned if (size := run.stays(item)) is not None}
            make = [item for item in planned if item.path not in stay]
            done, refused = _run(make, tables, max(1, jobs), hidden, single_file)
            published = _publish(planned, done, stay, run)
            _shared(opened, planned, done.keys() | stay.keys(), run)
            listed = digest(*run.kept.now.values(), *(item.path for item in published))
            if run.kept.same(INDEX, listed) is None:
                paths = {page.path for page in published}
                ready = [item for item in planned if item.path in paths]
                html = index(
                    published,
                    opened,
                    title=title,
                    shared=not single_file,
                    copies=copies,
                    cards=few,
                    link=_linker(_links(ready, "")),
                )
                output.write(INDEX, html.encode("utf-8", "replace"))
            run.kept.write({item.path for item in refused})
    except OSError as error:
        raise ReportError(f"Cannot write reports into {into}: {error.strerror}.") from error
    return ReportRun(tuple(published), tuple(refused))


@dataclass(frozen=True, slots=True)
class _Run:
    """What the steps of a run share."""

    output: Output
    kept: Kept
    marks: Fingerprints
    title: str | None
    single: bool
    days: list[tuple[str, str]]  # as in `page.Payload`

    def stays(self, item: Planned) -> int | None:
        """The size of a page that is still right."""
        rows = item.path.removesuffix(".html") + ROWS
        return self.kept.same(item.path, self.marks.page(item), rows)


def render_one(
    notebook: str | Path,
    parameters: dict[str, object],
    output: str | Path,
    *,
    keep: str | Path | None = None,
    seconds: int = SECONDS,
) -> Path:
    """One notebook to one self-contained page.

    Args:
        notebook: corpus, speaker, actor or article, or the path of another notebook.
        parameters: for its cell tagged `parameters`; unknown names are refused.
        output: the HTML file to write.
        keep: where to keep the executed notebook as well.
        seconds: the longest that one cell may take.

    Raises:
        ReportError: the notebook did not complete; nothing is written then.
    """
    node = execute(notebook, parameters, output=Path(keep) if keep else None, seconds=seconds)
    html, _ = ReportExporter().from_notebook_node(node)
    return write_file(output, html.encode("utf-8", "replace"), "a page")


def _run(
    planned: list[Planned], tables: Path, jobs: int, hidden: bool | None, single: bool
) -> tuple[dict[str, nbformat.NotebookNode], list[Refused]]:
    done: dict[str, nbformat.NotebookNode] = {}
    refused: list[Refused] = []
    waiting: SimpleQueue[Planned] = SimpleQueue()
    for item in planned:
        waiting.put(item)

    def work(shown: Bar) -> None:
        # a kernel belongs to its thread, and with it to one event loop
        with Kernel(beside=not single) as kernel:
            while True:
                try:
                    item = waiting.get_nowait()
                except Empty:
                    return
                given = {"tables": str(tables), **item.parameters}
                try:
                    done[item.path] = execute(item.kind, given, kernel=kernel)
                except AnalysisError as error:
                    refused.append(Refused(item.path, str(error)))
                shown.update()

    with (
        ThreadPoolExecutor(jobs) as pool,
        bar(total=len(planned), desc="reports", unit="page", disable=hidden) as shown,
    ):
        for future in [pool.submit(work, shown) for _ in range(min(jobs, len(planned)))]:
            future.result()
    return done, sorted(refused, key=lambda item: item.path)


def _publish(
    planned: list[Planned],
    done: dict[str, nbformat.NotebookNode],
    stay: dict[str, int],
    run: _Run,
) -> list[Published]:
    ready = [item for item in planned if item.path in done or item.path in stay]
    exporters: dict[str, ReportExporter] = {}
    published = []
    for item in ready:
        size = stay.get(item.path)
        if size is None:
            root = "../" * item.path.count("/")
            if root not in exporters:
                exporters[root] = ReportExporter(shared=not run.single, root=root)
            links = _links(ready, root)
            size = _export(item, done[item.path], exporters[root], links, run)
        published.append(Published(item.kind, item.name, item.path, size, item.count, item.day))
    return published


def _export(
    item: Planned,
    notebook: nbformat.NotebookNode,
    exporter: ReportExporter,
    links: dict[str, dict[str, str]],
    run: _Run,
) -> int:
    """Write one page; its size in bytes."""
    exporter.links = links if run.single else {}
    exporter.days = run.days if run.single else []
    exporter.link = _linker(links)
    exporter.where, exporter.home = run.title or "", f"{exporter.root}index.html"
    exporter.title = run.title if item.kind == "corpus" else None
    exporter.name = Path(item.path).stem
    html, resources = exporter.from_notebook_node(notebook)
    folder = item.path.rpartition("/")[0]
    size = run.output.write(item.path, html.encode("utf-8", "replace"))
    for name, raw in resources.get("outputs", {}).items():
        size += run.output.write(f"{folder}/{name}" if folder else name, raw)
    return size


def _shared(tables: Tables, planned: list[Planned], ready: Set[str], run: _Run) -> None:
    """What the pages of a folder share: library, script, style, links and sentences."""
    if run.single:
        return
    there = [item for item in planned if item.path in ready]
    links = page.links(_links(there, ""), in_order(there))
    for name, raw in (page.shared_files() | {page.LINKS: links}).items():
        run.output.write(f"{ASSETS}/{name}", raw)
    ids = tables.listed.article_id
    of = ids.map(shard)
    stale = {
        int(number)
        for number, articles in ids.groupby(of)
        if run.kept.same(f"{SENTENCES}/{number}.js", run.marks.sentences(articles)) is None
    }
    for number, script in sentence_files(tables, stale):
        run.output.write(f"{SENTENCES}/{number}.js", script)


def _places(planned: list[Planned], single: bool) -> list[str]:
    """Every file that may be written."""
    pages = [item.path for item in planned]
    if single:
        return pages
    shared = [f"{ASSETS}/{name}" for name in (*page.shared_files(), page.LINKS)]
    rows = [item.path.removesuffix(".html") + ROWS for item in planned]
    sentences = [f"{SENTENCES}/{number}.js" for number in range(SHARDS)]
    return [*pages, *shared, *rows, *sentences]


def _links(ready: list[Planned], root: str) -> dict[str, dict[str, str]]:
    links: dict[str, dict[str, str]] = {"speaker": {}, "actor": {}, "article": {}}
    for item in ready:
        if item.kind in links:
            links[item.kind][item.key] = root + item.path
    return links


def in_order(ready: list[Planned]) -> list[tuple[str, str]]:
    """The articles that have a page, in order of publication; those without a day last."""
    told = [item for item in ready if item.kind == "article"]
    told.sort(key=lambda item: (pd.isna(item.day), "" if pd.isna(item.day) else str(item.day)))
    return [(item.key, item.name) for item in told]


def _linker(links: dict[str, dict[str, str]]) -> Callable[[str], str | None]:
    def link(wanted: str) -> str | None:
        kind, _, rest = wanted.partition("/")
        key, _, anchor = rest.partition("#") if kind == "article" else (rest, "", "")
        found = links.get(kind, {}).get(key)
        return f"{found}#{anchor}" if found and anchor else found

    return link
