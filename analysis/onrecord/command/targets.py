"""Where a verb will write, asked before it reads an article or asks a model."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from onrecord.command.titles import own_names
from onrecord.errors import AnalysisError

FIRST = ("index.html", "corpus.html")  # pages of every report


def table(arguments: Namespace) -> None:
    """For a verb whose `--into`, where it has one, is a file of one table.

    Raises:
        AnalysisError: the format is not known, or needs a file.
        OwnershipError: it cannot be written there.
    """
    from onrecord.command.options import WRITTEN

    into, form = getattr(arguments, "into", None), getattr(arguments, "format", None)
    if into is not None:
        from onrecord.command.out import FORMS
        from onrecord.ownership import form_of

        form_of(into, form, FORMS)
        file(into, "a table")
    elif form in WRITTEN:
        raise AnalysisError(f"--format {form} is written to a file: add --into FILE.")


def file(into: Path, kind: str) -> None:
    """For a single file.

    Raises:
        OwnershipError: it cannot be written there.
    """
    from onrecord.ownership import claim

    claim(into.parent, [into.name], kind)


def tables(paths: Sequence[str], into: Path) -> None:
    """For a folder of tables: a store, or a copy in one piece of tables that are there.

    Raises:
        OwnershipError: it holds files of the user's, or is one of the paths.
        StoreError: it cannot be written, or is of another kind.
    """
    from onrecord.command.inputs import holds_tables
    from onrecord.ownership import keep_apart

    keep_apart(into, read_from(paths))
    if len(paths) == 1 and holds_tables(paths[0]):
        from onrecord.tables import one_piece

        if Path(paths[0]).resolve() != into.resolve():
            one_piece.claim(into)
    else:
        from onrecord.store import could_write

        could_write(into)


def reports(arguments: Namespace) -> None:
    """For first pages and tables of reports, each corpus in its own folder where there are more.

    Raises:
        OwnershipError: a folder holds files of the user's, or is one of the paths.
        StoreError: the tables cannot be written.
    """
    from onrecord.ownership import claim, keep_apart
    from onrecord.report.own_files import own_files

    paths, into = arguments.paths, arguments.into
    keep_apart(into, given := read_from(paths))
    own_files(arguments.codebook, arguments.events, arguments.draft)
    if not (arguments.each and paths):
        claim(into, FIRST, "a report")
        _of_reports(paths, into)
        return
    for path, name in zip(paths, own_names(paths), strict=True):
        keep_apart(into / name, given)
        claim(into / name, FIRST, "a report")
        _of_reports([path], into / name)
    claim(into, FIRST[:1], "a report")


def _of_reports(paths: Sequence[str], into: Path) -> None:
    from onrecord import store

    folder = into / "tables"
    # a copy in one piece that On Record wrote gives way to a store
    if paths and (store.holds(folder) or not (folder / "articles.parquet").exists()):
        tables(paths, folder)


def read_from(paths: Sequence[str]) -> list[Path]:
    """The files and folders of articles that are read; tables of ours are none."""
    from onrecord.command.inputs import holds_tables
    from onrecord.fetch import is_address
    from onrecord.load.find import roots

    here = tuple(path for path in paths if not is_address(path))
    found = roots(here) if here else []
    return [path for path, _ in found if not holds_tables(path)]


def answers(store: Path, who: str | None) -> None:
    """For the answers of a reviewer beside a store.

    Raises:
        CorrectionsError: they cannot be written.
    """
    from onrecord.corrections.journal import could_append, file_of

    could_append(file_of(store, who))
