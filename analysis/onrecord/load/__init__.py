"""Files to the articles table.

A reader per family of formats yields drafts and reasons, a gate keeps each English text
once, and nothing is lost on the way: articles found are articles kept plus rejected.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from onrecord import schema
from onrecord.bar import bar
from onrecord.errors import NothingFoundError
from onrecord.load.bounds import REFUSED
from onrecord.load.draft import Draft, Item, Rejected
from onrecord.load.source import MAX_BYTES, Settings, Source
from onrecord.stages import tell

if TYPE_CHECKING:
    from onrecord.load.gate import Gate

__all__ = ["MAX_BYTES", "Draft", "Rejected", "iter_articles", "load"]

MANY_FILES = 50


def load(
    *paths: str | os.PathLike[str],
    columns: Mapping[str, str] | None = None,
    max_bytes: int = MAX_BYTES,
    progress: bool | None = None,
) -> pd.DataFrame:
    r"""Read articles from files, folders (with all below) and globs.

    Args:
        paths: files of the formats in docs/formats.md, folders of these, or globs such as
            `"news/**/*.txt"`.
        columns: where records keep an article's fields, for names that are not known:
            `{"text": "Story", "outlet": "Paper"}`. Fields are title, text, outlet,
            published, author, url and language.
        max_bytes: largest article, in bytes; a .json or .xlsx of many may be 20 times as
            large, other files of many have no limit, and a .zip may unpack to 2 GB.
        progress: show a bar; None shows it in a terminal or Jupyter when loading takes long.

    Returns:
        The table `articles` of `onrecord.schema`, sorted by path. Its `attrs["rejected"]`
        is the table `rejected`: path and reason of each file or record that was not kept,
        because it could not be read, holds no text, is not in English, or was there before.
        `attrs["incomplete"]` has the same columns: the articles that are kept though their
        text is only a part, cut short by an interface or at a paywall.

    Raises:
        LoadError: a path does not exist, a glob matches nothing, no file was found at all,
            or `columns` names an unknown field.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = pathlib.Path(folder, "talks.txt").write_text("Talks stall\n\nBoth sides left.")
    ...     load(folder).title.to_list()
    ['Talks stall']
    """
    kept: list[dict] = []
    rejected: list[tuple[str, str]] = []
    incomplete: list[tuple[str, str]] = []
    for item in iter_articles(*paths, columns=columns, max_bytes=max_bytes, progress=progress):
        if isinstance(item, Rejected):
            rejected.append((item.path, item.reason))
        else:
            if item.incomplete:
                incomplete.append((item.path, item.incomplete))
            kept.append({name: getattr(item, name) for name in schema.names("articles")})
    articles = schema.check("articles", schema.frame("articles", kept))
    articles.attrs["rejected"] = schema.frame("rejected", rejected)
    articles.attrs["incomplete"] = schema.frame("rejected", incomplete)
    return articles


def iter_articles(
    *paths: str | os.PathLike[str],
    columns: Mapping[str, str] | None = None,
    max_bytes: int = MAX_BYTES,
    progress: bool | None = None,
) -> Iterator[Item]:
    """The same as `load`, one article after the other, without holding them.

    Yields:
        `Draft` for an article that is kept, `Rejected` for one that is not. Every article
        found is one of the two.

    Raises:
        LoadError: as `load`.
    """
    # who gives texts, and no files, does without these
    from onrecord.load.fields import check_columns
    from onrecord.load.find import find, roots
    from onrecord.load.formats import SUFFIXES
    from onrecord.load.gate import Gate

    settings = Settings(check_columns(columns), max_bytes)
    given = roots(paths)
    shown = _watched() if progress is None else progress
    # without a bar the files need not be counted, so that a large folder is not held
    files = list(find(given, settings)) if shown else find(given, settings)
    total = len(files) if isinstance(files, list) else None
    each = bar(
        files,
        total=total,
        desc="Loading",
        unit="file",
        disable=not shown,
        delay=0 if progress or (total or 0) > MANY_FILES else 1,
    )
    gate = Gate(max_bytes)
    empty = True
    for file in each:
        empty = False
        yield from [file] if isinstance(file, Rejected) else _admitted(file, gate)
    if empty:
        where = ", ".join(str(root) for root, _ in given)
        raise NothingFoundError(f"There is no article in {where}; {SUFFIXES} are read.")


def _admitted(file: Source, gate: Gate) -> Iterator[Item]:
    """What a file holds, each article once; millions of broken records are given up."""
    from onrecord.load.reading import read

    refused = 0  # since the last article
    articles = 0
    for item in read(file):
        kept = gate.admit(item) if isinstance(item, Draft) else item
        refused = refused + 1 if isinstance(kept, Rejected) else 0
        articles += isinstance(kept, Draft)
        if refused > REFUSED:
            yield Rejected(file.path, f"holds {REFUSED} records in a row that are no articles")
            return
        yield kept
    tell("read %s, articles: %s", file.path, articles)


def _watched() -> bool:
    if sys.stderr is not None and sys.stderr.isatty():
        return True
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return type(shell).__name__ == "ZMQInteractiveShell"
