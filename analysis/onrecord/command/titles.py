"""What a corpus is called where nobody says it: after its folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from onrecord.letters import composed

FRONT = "index.html"  # beside the folders
LONG = 60  # letters of a name; paths of pages below it come behind
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
    """A folder's name for each corpus, none hidden, none the front page's, no two alike.

    Names are alike, too, where some systems take them for one: in upper and lower case, and with
    accents as one character or as two.

    >>> own_names(["x/news", "y/News", "-", "x/index.html"])
    ['news', 'News-2', 'stdin', 'index.html-2']
    """
    names, taken = [], {FRONT}
    for path in paths:
        base = "stdin" if path == "-" else Path(path).resolve().name.lstrip(".")
        base = name = base[:LONG] or "corpus"
        number = 2
        while composed(name.casefold()) in taken:
            name, number = f"{base}-{number}", number + 1
        taken.add(composed(name.casefold()))
        names.append(name)
    return names
