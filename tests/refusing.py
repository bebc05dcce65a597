"""A folder in which verbs are refused: what lies there before, and what lies there after."""

from pathlib import Path

from pretend import write_corpus
from samples import small

from onrecord.store.layout import FORMAT


def laid_out(folder: Path) -> None:
    """An article in `news`, tables in `flat`, and in `store` the mark of one that runs add to."""
    write_corpus(folder / "news", 1)
    small().save(folder / "flat")
    (folder / "store").mkdir()
    (folder / "store" / "store.json").write_text(f'{{"format": {FORMAT}}}')


def contents(folder: Path) -> dict:
    """Every file and folder below it, by path."""
    return {path: path.is_file() and path.read_bytes() for path in folder.rglob("*")}
