"""A small store of invented news, and a reviewer whose keys and words are given beforehand."""

from __future__ import annotations

import shutil
from contextlib import chdir
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from pretend import pretend

from onrecord.corpus.update import update
from onrecord.review.pick import pick
from onrecord.review.session import Session
from onrecord.review.statements import statements
from onrecord.review.terminal import review
from onrecord.tables import Tables

TEXTS = {
    "one.txt": "Ferries stop in Norland\n\n“We will not sail,” Ada Quist said. “Norland lied to "
    "France,” Bo Lund warned. He left early.\n\nCleo Rand called it a fair day for Kenya.\n",
    "two.txt": "Rain\n\n“It rained,” Dov Amsel said. Dov Amsel left Norland.\n",
}


@cache
def _made() -> TemporaryDirectory:
    """The news and their store, made once; gone when the process ends."""
    folder = TemporaryDirectory()
    with chdir(folder.name):  # paths are relative, so that copies are of the same articles
        Path("news").mkdir()
        for name, text in TEXTS.items():
            Path("news", name).write_text(text)
        update("tables", "news", reader=pretend, jobs=1, progress=False)
    return folder


def stored(folder: Path) -> Path:
    """A store of the news, which lie beside it."""
    for name in ("news", "tables"):
        shutil.copytree(Path(_made().name, name), folder / name)
    return folder / "tables"


def session(into: Path, who: str | None = None, **more) -> Session:
    """A review of all quotes, as they stand."""
    tables = Tables.open(into)
    return Session(statements(tables, pick(tables, order="text", n=None)), into, who, **more)


def reviewing(sitting: Session, *script: str) -> list[str]:
    """Give keys and words as the script tells, and return what was shown."""
    left, seen = list(script), []

    def give(prompt: str) -> str:
        seen.append(prompt)
        if not left:
            raise EOFError
        return left.pop(0)

    names = ["Ada Quist", "Bo Lund", "Cleo Rand", "Dov Amsel"]
    review(sitting, give, give, seen.append, names, colour=False)
    return seen
