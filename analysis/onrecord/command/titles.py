"""What a corpus is called where nobody says it: after its folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

# names of folders that say nothing of the corpus in them
BARE = frozenset({
    "", "articles", "corpus", "data", "docs", "documents", "downloads", "export", "exports",
    "files", "html", "in", "input", "news", "out", "pages", "reports", "stories", "store",
    "tables", "texts", "tmp", "txt",
})  # fmt: skip


def title_of(paths: Sequence[str]) -> str | None:
    """A name for the corpus: that of its one folder, where that says something of it."""
    from onrecord.command.inputs import holds_tables

    if len(paths) != 1 or not Path(paths[0]).is_dir() or holds_tables(Path(paths[0])):
        return None
    name = Path(paths[0]).resolve().name
    return None if name.casefold() in BARE else said(name)


def said(name: str) -> str:
    """A folder's name as words.

    >>> said("harbour-accord")
    'Harbour accord'
    """
    return name.replace("-", " ").replace("_", " ").capitalize()


def own_names(paths: Sequence[str]) -> list[str]:
    """A folder's name for each corpus, no two alike, also where upper and lower case are one.

    >>> own_names(["x/news", "y/News", "-"])
    ['news', 'News-2', 'stdin']
    """
    names: list[str] = []
    for path in paths:
        base = name = ("stdin" if path == "-" else Path(path).resolve().name) or "corpus"
        number = 2
        while name.casefold() in {other.casefold() for other in names}:
            name, number = f"{base}-{number}", number + 1
        names.append(name)
    return names
