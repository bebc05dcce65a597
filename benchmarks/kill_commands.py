"""The commands that are killed: what is there before, the run, and what it leaves, to compare."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from nbformat.v4 import new_markdown_cell, new_notebook
from pretend import pretend, write_corpus

from onrecord import exchange, networks
from onrecord.command.out import write_table
from onrecord.corpus.correct import correct
from onrecord.corpus.update import update
from onrecord.corrections import corrections_files, read_corrections
from onrecord.ownership import MANIFEST
from onrecord.report import render, site
from onrecord.review.pick import pick
from onrecord.review.session import Session
from onrecord.review.statements import Statement, statements
from onrecord.review.terminal import review
from onrecord.tables import Tables

STATEMENTS, QUEUE = 6, "queue.txt"  # that are reviewed, and where they are listed
KILLS = 2  # of one run, at most
ANSWERS = (("r",), ("n",), ("s", "Bo Lund"))  # keys and words
AGAINST = ("t", "a")
MINUTE = re.compile(rb"\d+ \w+ \d{4}, \d\d:\d\d UTC")  # as pages tell it
TABLES = ("t.csv", "t.jsonl", "t.parquet", "t.xlsx")


class Command(NamedTuple):
    """One command.

    Attributes:
        prepare: writes what is there before.
        run: the command, as often as it takes; the model is a stand-in.
        result: what it left; equal for equal.
    """

    prepare: Callable[[Path], object]
    run: Callable[[Path], object]
    result: Callable[[Path], object]


def _read(folder: Path) -> None:
    given = {"reader": pretend, "jobs": 1, "progress": False, "prune": True}
    update(folder / "tables", folder / "news", **given)  # type: ignore[arg-type]


def _known(folder: Path) -> None:
    write_corpus(folder / "news", 6)
    _read(folder)


def _changed(folder: Path) -> None:
    """A store, and news that came, went and changed since."""
    _known(folder)
    write_corpus(folder / "news", 3, first=6)
    (folder / "news" / "0003.md").unlink()
    path = folder / "news" / "0005.md"
    path.write_text(path.read_text("utf-8").replace("The Lantern", "The Bell"), "utf-8")


def tables(folder: Path) -> dict[str, str]:
    """Every table of a store, as text."""
    read = Tables.open(folder / "tables")
    frames = {name: getattr(read, name) for name in (*Tables.names(), "rejected")}
    told = read.stories.sort_values("article_id", ignore_index=True)
    return {name: frame.to_csv() for name, frame in {**frames, "stories": told}.items()}


def _reported(folder: Path) -> None:
    """A report of the news before they changed."""
    _known(folder)
    _report(folder)
    _changed(folder)
    _read(folder)


def _report(folder: Path) -> None:
    site._run = _pages  # type: ignore[assignment]
    into, few = folder / "tables", {"min_statements": 3, "max_articles": 3}
    render(into, folder / "reports", jobs=1, progress=False, **few)


def _pages(planned, into: Path, *_given: object) -> tuple[dict, list]:
    """Pages without kernels, which would take minutes: what is written where is what counts."""
    rows = len(Tables.open(into).attributions)
    node = new_notebook(cells=[new_markdown_cell(f"# A question?\n\n{rows} rows.")])
    return {item.path: node for item in planned}, []


def files(folder: Path) -> dict[str, str]:
    """Checksums of all files of a report, without the minute at which a page was made."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(
            MINUTE.sub(b"", path.read_bytes())
        ).hexdigest()
        for path in sorted((folder / "reports").rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def _chosen(folder: Path) -> None:
    """A store, and which of its statements are to be reviewed."""
    _known(folder)
    keys = [repr(each.key) for each in _queue(folder)]
    (folder / QUEUE).write_text("\n".join(keys[:STATEMENTS]))


def _queue(folder: Path) -> list[Statement]:
    read = Tables.open(folder / "tables")
    return list(statements(read, pick(read, order="text", n=None)))


def _review(folder: Path) -> None:
    """Answer what was not answered yet, and bring the tables up to it."""
    into = folder / "tables"
    wanted = (folder / QUEUE).read_text().split("\n")
    sitting = Session([each for each in _queue(folder) if repr(each.key) in wanted], into, "ada")
    while (now := sitting.current) is not None:
        # each statement has its own answer, however often the review was begun
        number = sum(now.article.id.encode())
        sides = len(now.was.get("stances", ()))
        words = AGAINST if sides == 1 and number % 2 else ANSWERS[number % len(ANSWERS)]
        typed = partial(next, iter((*words, "q")))
        review(sitting, _told(typed), _told(typed), _silent)
    correct(into, reader=pretend, jobs=1)


def _told(typed: Callable[[], str]) -> Callable[[str], str]:
    return lambda _asked: typed()


def _silent(_said: str) -> None:
    """What a review shows is not looked at here."""


def _reviewed(folder: Path) -> tuple[dict[str, str], list[str]]:
    """The tables, and the answers without the time of each."""
    answers = []
    for path in corrections_files(folder / "tables"):
        said, problems = read_corrections([path])
        assert len(problems) <= KILLS, "an answer was lost"  # half a line for each
        answers += [repr(replace(each, when="")) for each in said]
    return tables(folder), sorted(answers)


def _export(folder: Path) -> None:
    read, into = Tables.open(folder / "tables"), folder / "out"
    into.mkdir(exist_ok=True)
    for name in exchange.FORMATS:
        exchange.out(read, into / f"{name}.out", name)
    networks.write(networks.about_actors(read), into / "n.graphml")
    networks.write(networks.about_actors(read), into / "n.gexf")
    for name in TABLES:
        write_table(read.stances, into / name)


def _exported(folder: Path) -> dict[str, object]:
    found = sorted((folder / "out").iterdir())
    # the manifest tells checksums, also of files that tell the time
    return {path.name: _content(path) for path in found if path.name != MANIFEST}


def _content(path: Path) -> object:
    """What a file says, without the time at which it was written."""
    if path.suffix == ".xlsx":
        return pd.read_excel(path).to_csv()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return {each.filename: each.CRC for each in archive.infolist()}
    return hashlib.sha256(path.read_bytes()).hexdigest()


COMMANDS = {
    "analyse": Command(_changed, _read, tables),
    "report": Command(_reported, _report, files),
    "review": Command(_chosen, _review, _reviewed),
    "export": Command(_known, _export, _exported),
}
