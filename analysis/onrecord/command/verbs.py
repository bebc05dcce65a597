"""What each word of the `onrecord` command does, once its arguments are understood."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.tables import Tables

PROVENANCE = "provenance.json"  # of tables
DONE, NOTHING, WRONG = 0, 1, 2


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked; returns the exit code."""
    # each function brings in what it needs: `--help` should not wait for a chart library
    from onrecord.command import audit, exchange, review, terminal

    if arguments.command in ("audit", "exchange"):
        return (audit if arguments.command == "audit" else exchange).run(arguments)
    if arguments.command in ("review", "agreement"):
        return getattr(review, arguments.command)(arguments)
    if arguments.command == "clean":
        return _clean(arguments.folders)
    if arguments.command == "check":
        return _check(arguments)
    if arguments.command == "report":
        return _reports(arguments)
    if arguments.command == "actors":
        articles = _articles(arguments.paths, arguments)
        from onrecord.corpus.found import found_names

        print(found_names(articles, actors=_own(arguments.paths, arguments)))
        return NOTHING if articles.empty else DONE
    if arguments.command == "analyse":
        tables = _stored(arguments.paths, arguments.into, arguments)
        if tables is None:
            return _nothing(arguments.paths)
        tables.save(arguments.into)
        print(terminal.summary(tables))
        for line in terminal.copies(tables):
            print(line)
        print(f"tables in {arguments.into}")
        return DONE
    tables = _tables(arguments.paths, arguments)
    if tables is None:
        return _nothing(arguments.paths)
    if arguments.command != "analyse" and getattr(arguments, "into", None):
        return _written(tables, arguments)
    if arguments.command == "sources":
        print(terminal.sources(tables, arguments))
        return DONE
    if arguments.command == "speakers":
        print(terminal.speakers(tables, arguments.limit))
    else:
        print(terminal.quotes(tables, arguments.speaker, arguments.limit))
    return DONE


def _written(tables: Tables, arguments: argparse.Namespace) -> int:
    """What a command would show, whole, as a file."""
    from onrecord import summary
    from onrecord.command.out import write_table
    from onrecord.command.terminal import spoken
    from onrecord.errors import AnalysisError

    if arguments.command == "table":
        if arguments.name not in tables.names():
            known = ", ".join(tables.names())
            raise AnalysisError(f"There is no table {arguments.name!r}; there are {known}.")
        rows = getattr(tables, arguments.name)
    elif arguments.command == "speakers":
        rows = summary.speakers(tables)
    elif arguments.command == "sources":
        target = dict(arguments.target) or None
        rows = summary.sources(
            tables, arguments.of, by=arguments.by, count=arguments.count, target=target
        )
    else:
        rows = spoken(summary.quotes(tables, negated=True, copies=True), arguments.speaker)
    path = write_table(rows, arguments.into, arguments.format)
    print(f"{len(rows):,} rows in {path}")
    return DONE


def _clean(folders: Sequence[Path]) -> int:
    from onrecord.command import terminal
    from onrecord.command.clean import clean

    code = DONE
    for folder in folders:
        found, kept = clean(folder)
        for name in kept:
            print(f"kept, as it was changed: {terminal.plain(name)}", file=sys.stderr)
            code = NOTHING
        if not found:
            print(f"nothing in {terminal.plain(folder)} was written by On Record")
    return code


def _check(arguments: argparse.Namespace) -> int:
    from onrecord.command import terminal
    from onrecord.corpus.repair import repair
    from onrecord.store import inspect, way_out

    code = DONE
    for folder in arguments.folders:
        found = inspect(folder)
        for damage in found:
            print(terminal.plain(f"{folder}: {damage}"))
        if not found:
            print(f"{terminal.plain(folder)}: nothing is damaged")
        elif arguments.repair:
            for said in repair(folder, arguments.actors):
                print(terminal.plain(f"{folder}: {said}"))
        else:
            print(f"to repair it: {terminal.plain(way_out(folder))}")
            code = NOTHING
    return code


def _holds_tables(path: str | Path) -> bool:
    """Whether a folder holds tables, also where the word on their last run is lost."""
    from onrecord.ownership import is_store

    return (Path(path) / PROVENANCE).is_file() or is_store(Path(path))


def _tables(paths: Sequence[str], arguments: argparse.Namespace) -> Tables | None:
    """The tables that the paths hold or name; `None` where no article could be read."""
    from onrecord.corpus.analyse import analyse
    from onrecord.tables import Tables

    if len(paths) == 1 and _holds_tables(paths[0]):
        return Tables.open(paths[0])
    articles = _articles(paths, arguments)
    if articles.empty:
        return None
    return analyse(articles, actors=_own(paths, arguments), progress=_progress(arguments))


def _stored(paths: Sequence[str], into: Path, arguments: argparse.Namespace) -> Tables | None:
    """The tables that the paths name, or a store brought up to the articles that they hold."""
    from onrecord.command import terminal
    from onrecord.command.review import tell_unfit
    from onrecord.corpus.update import update
    from onrecord.tables import Tables

    if len(paths) == 1 and _holds_tables(paths[0]):
        return Tables.open(paths[0])
    analyse_only = arguments.command == "analyse"
    done = update(
        into,
        *paths,
        actors=_own(paths, arguments),
        corrections=arguments.corrections if analyse_only else (),
        jobs=arguments.jobs if analyse_only else None,
        workers=arguments.workers if analyse_only else None,
        scheduler=arguments.scheduler if analyse_only else None,
        # a report is of the articles that it was given
        prune=arguments.prune if analyse_only else True,
        check_contents=analyse_only and arguments.check_contents,
        progress=_progress(arguments),
    )
    for name, told in (("rejected", done.rejected), ("incomplete", done.incomplete)):
        for each in told:
            said = f"{name}: {terminal.plain(each.path)}: {terminal.plain(each.reason)}"
            print(said, file=sys.stderr)
    tell_unfit(done.unfit)
    for path in done.changed:
        print(
            f"changed while it was read: {terminal.plain(path)}; run again to take it up",
            file=sys.stderr,
        )
    if done.known or done.moved or done.removed:
        print(
            f"{done.read:,} read now, {done.known + done.moved:,} known from before, "
            f"{done.removed:,} removed"
        )
    return Tables.open(into) if done.articles else None


def _articles(paths: Sequence[str], arguments: argparse.Namespace) -> pd.DataFrame:
    from onrecord.command import terminal
    from onrecord.load import load
    from onrecord.tables import Tables

    if len(paths) == 1 and _holds_tables(paths[0]):
        return Tables.open(paths[0]).articles
    articles = load(*paths, progress=_progress(arguments))
    for name in ("rejected", "incomplete"):
        for row in articles.attrs[name].itertuples():
            said = f"{name}: {terminal.plain(row.path)}: {terminal.plain(row.reason)}"
            print(said, file=sys.stderr)
    return articles


def _own(paths: Sequence[str], arguments: argparse.Namespace) -> list[Path]:
    """The user's own actors: named, or lying in a folder of articles."""
    beside = [Path(path) / "actors.yaml" for path in paths]
    return arguments.actors or [path for path in beside if path.is_file()]


def _own_names(paths: Sequence[str]) -> list[str]:
    """A folder's name for each corpus, no two alike, also where upper and lower case are one."""
    names: list[str] = []
    for path in paths:
        base = name = Path(path).resolve().name or "corpus"
        number = 2
        while name.casefold() in {other.casefold() for other in names}:
            name, number = f"{base}-{number}", number + 1
        names.append(name)
    return names


def _given(paths: Sequence[str]) -> list[Path]:
    """The files and folders of articles that are read; tables of ours are none."""
    from onrecord.load.find import roots

    return [path for path, _ in roots(tuple(paths)) if not _holds_tables(path)]


def _reports(arguments: argparse.Namespace) -> int:
    from onrecord.command import terminal
    from onrecord.ownership import keep_apart
    from onrecord.report import Corpus, front
    from onrecord.tables import Tables

    if not arguments.paths:  # once more from the tables of the last time
        last = Tables.open(arguments.into / "tables")
        return _report(last, arguments.into, arguments.title, arguments)
    keep_apart(arguments.into, _given(arguments.paths))
    if not arguments.each:
        tables = _stored(arguments.paths, _room(arguments.into), arguments)
        if tables is None:
            return _nothing(arguments.paths)
        return _report(tables, arguments.into, arguments.title, arguments)
    corpora, code = [], DONE
    for path, name in zip(arguments.paths, _own_names(arguments.paths), strict=True):
        tables = _stored([path], _room(arguments.into / name), arguments)
        if tables is None:
            code = _nothing([path])
            continue
        title = name.replace("-", " ").replace("_", " ").capitalize()
        code = max(code, _report(tables, arguments.into / name, title, arguments))
        corpora.append(Corpus(title, name, tuple(terminal.summary(tables).splitlines())))
    if not corpora:
        return NOTHING
    print(f"front page: {front(corpora, arguments.into)}")
    return code


def _room(into: Path) -> Path:
    """Where the tables of reports lie, cleared of a copy in one piece that On Record wrote."""
    from onrecord import store
    from onrecord.ownership import clear

    folder = into / "tables"
    if not store.holds(folder):
        clear(folder)
    return folder


def _report(tables: Tables, into: Path, title: str | None, arguments: argparse.Namespace) -> int:
    from onrecord.command import terminal
    from onrecord.report import render

    made = render(
        tables.save(into / "tables"),
        into,
        title=title,
        min_statements=arguments.min_statements,
        max_articles=arguments.max_articles,
        single_file=arguments.single_file,
        copies=arguments.copies,
        jobs=arguments.jobs,
        progress=_progress(arguments),
    )
    for path, reason in made.refused:
        print(f"not published: {path}: {reason}", file=sys.stderr)
    print(terminal.summary(tables))
    print(f"{len(made.published)} reports; open {into / 'index.html'}")
    return NOTHING if made.refused else DONE


def _nothing(paths: Sequence[str]) -> int:
    print(f"onrecord: no article could be read in {', '.join(paths)}.", file=sys.stderr)
    return NOTHING


def _progress(arguments: argparse.Namespace) -> bool | None:
    return False if arguments.quiet else None
