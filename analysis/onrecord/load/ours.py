"""What On Record wrote, known by what it holds: where a copy or an archive lost its manifest."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from pathlib import PurePosixPath

from onrecord.load.draft import Unreadable
from onrecord.ownership import MANIFEST, MARK, is_printed, listed, marks_store

HEAD = 20_000  # bytes of a page, with what a browser or an archive put before it
PAGE = re.compile(rb"""<meta name=["']?generator["']? content=["']On Record["']""", re.I)
TABLES = (
    {"article_id", "attribution_id"},
    {"article_id", "sentence_id", "paragraph", "voice"},
    {"article_id", "actor", "actor_type"},
)
ANNOTATION = {"motivation", "body", "target"}  # of W3C's, as annotation programs take them


def refuse_page(page: bytes) -> None:
    """Refuse a page of a report.

    Raises:
        Unreadable: it is one.
    """
    if PAGE.search(page[:HEAD]):
        raise Unreadable("is a page that On Record wrote, not an article")


def refuse_printed(text: str) -> None:
    """Refuse what the command printed, into a file or through a pipe.

    Raises:
        Unreadable: it is that.
    """
    if is_printed(text):
        raise Unreadable("is text that On Record printed, not an article")


def refuse_table(names: Collection[str]) -> None:
    """Refuse a table of what was found in articles; that of the articles themselves is none.

    Args:
        names: of its columns, or of the fields of one record.

    Raises:
        Unreadable: it is one.

    >>> refuse_table(["article_id", "title", "text"])
    >>> refuse_table(["attribution_id", "article_id", "content"])
    Traceback (most recent call last):
    ...
    onrecord.load.draft.Unreadable: is a table that On Record wrote, not of articles
    """
    if any(table.issubset(names) for table in TABLES):
        raise Unreadable("is a table that On Record wrote, not of articles")
    if ANNOTATION.issubset(names):
        raise Unreadable("is an annotation of a text, not an article")


def in_archive(
    names: Iterable[str], read: Callable[[str], bytes]
) -> Callable[[PurePosixPath], PurePosixPath | None]:
    """Tells of the members of an archive which lie in a store, or are listed in a manifest.

    Args:
        names: of all members.
        read: gives the bytes of one; it may raise.

    Returns:
        For a member's name, the folder that On Record wrote it into, or None.
    """
    every = [PurePosixPath(name.replace("\\", "/")) for name in names]
    stores: set[PurePosixPath] = set()
    files: set[PurePosixPath] = set()
    for path, name in zip(every, names, strict=True):
        if path.name in (MARK, MANIFEST):
            try:
                data = read(name)
            except Exception:  # a damaged member says nothing
                continue
            if path.name == MANIFEST:
                files |= {path.parent / each for each in listed(data)}
            elif marks_store(data):
                stores.add(path.parent)

    def whose(path: PurePosixPath) -> PurePosixPath | None:
        store = next((each for each in path.parents if each in stores), None)
        return store if store is not None else path.parent if path in files else None

    return whose
