"""A folder in which verbs are refused: what lies there before, and what lies there after."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from pretend import write_corpus
from samples import small

from onrecord.store.layout import FORMAT


@cache
def _made() -> TemporaryDirectory:
    """What is laid out, made once; gone when the process ends."""
    held = TemporaryDirectory()
    folder = Path(held.name)
    write_corpus(folder / "news", 1)
    small().save(folder / "flat")
    (folder / "store").mkdir()
    (folder / "store" / "store.json").write_text(f'{{"format": {FORMAT}}}')
    return held


def laid_out(folder: Path) -> None:
    """An article in `news`, tables in `flat`, and in `store` the mark of one that runs add to."""
    shutil.copytree(_made().name, folder, dirs_exist_ok=True)


def contents(folder: Path) -> dict:
    """Every file and folder below it, by path."""
    return {path: path.is_file() and path.read_bytes() for path in folder.rglob("*")}
