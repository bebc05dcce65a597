"""`onrecord report`: read articles and render HTML reports."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from onrecord.command import reporting, targets
from onrecord.command.titles import own_names, said, title_of
from onrecord.command.verb import DONE, NOTHING, Verb
from onrecord.errors import NothingFoundError, StoreError

if TYPE_CHECKING:
    from onrecord.tables import Tables


def _run(arguments: Namespace) -> int:
    from onrecord.command.inputs import holds_tables, stored
    from onrecord.command.log import LOG
    from onrecord.tables import Tables

    into = arguments.into
    if not arguments.paths:
        if not holds_tables(into / "tables"):
            raise StoreError(
                "report takes PATHs of articles, or a folder of tables; without one it renders "
                f"{into / 'tables'} again, which holds no tables."
            )
        LOG.warning("no PATH was given: the tables in %s are rendered again", into / "tables")
        return _render(Tables.open(into / "tables"), into, arguments.title, arguments)
    if arguments.each:
        return _each(arguments, own_names(arguments.paths))
    tables = stored(arguments.paths, _room(into), arguments, prune=True)
    return _render(tables, into, arguments.title or title_of(arguments.paths), arguments)


def _each(arguments: Namespace, names: Sequence[str]) -> int:
    """A corpus a path, and a front page."""
    from onrecord.command import terminal
    from onrecord.command.inputs import stored
    from onrecord.command.log import LOG
    from onrecord.command.show import say
    from onrecord.report import Corpus, front

    corpora, code = [], DONE
    for path, name in zip(arguments.paths, names, strict=True):
        try:
            tables = stored([path], _room(arguments.into / name), arguments, prune=True)
        except NothingFoundError as error:
            if not arguments.allow_empty:
                LOG.error("%s", error)
                code = NOTHING
            continue
        title = said(name)
        code = max(code, _render(tables, arguments.into / name, title, arguments, below=name))
        corpora.append(Corpus(title, name, tuple(terminal.summary(tables).splitlines())))
    if not corpora:
        raise NothingFoundError(f"No article could be read in any of {', '.join(arguments.paths)}.")
    page = front(corpora, arguments.into, site_url=arguments.site_url)
    if arguments.format in (None, "text"):
        say(arguments, f"front page: {page}")
    return code


def _render(
    tables: Tables, into: Path, title: str | None, arguments: Namespace, below: str = ""
) -> int:
    from onrecord.command import terminal
    from onrecord.command.inputs import progress
    from onrecord.command.log import LOG
    from onrecord.command.show import report
    from onrecord.report import render

    kept = tables.save(into / "tables")
    made = render(
        getattr(tables, "folder", kept),  # an audit lies in the store, not beside its copy
        into,
        title=title,
        min_statements=arguments.min_statements,
        max_articles=arguments.max_articles,
        single_file=arguments.single_file,
        copies=arguments.copies,
        codebook=arguments.codebook,
        events=arguments.events,
        draft=arguments.draft,
        site_url=arguments.site_url and f"{arguments.site_url}{quote(below)}",
        jobs=arguments.jobs,
        progress=progress(arguments),
    )
    for path, reason in made.refused:
        LOG.error("not published: %s: %s", path, reason)
    pages = [
        {"kind": page.kind, "name": page.name, "path": str(into / page.path)}
        for page in made.published
    ]
    told = terminal.summary(tables), f"{len(pages)} reports; open {into / 'index.html'}"
    report(arguments, told, lambda: pages)
    return NOTHING if made.refused else DONE


def _room(into: Path) -> Path:
    """Where the tables of reports lie, cleared of a copy in one piece that On Record wrote."""
    from onrecord import store
    from onrecord.ownership import clear, writable

    folder = into / "tables"
    if not store.holds(folder):
        with writable(into, "a report"):
            clear(folder)
    return folder


VERB = Verb(
    "report",
    "read articles and render HTML reports",
    (
        "onrecord report news/ --into reports        then open reports/index.html",
        "onrecord report news/ --single-file         pages that can be sent alone",
        "onrecord report tables --into reports       of what `analyse` has read",
        "onrecord report                             once more from reports/tables",
    ),
    _run,
    reporting.settings,
    targets.reports,
    more="A page whose rows have not changed is left as it is.",
)
