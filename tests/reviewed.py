"""A small store of invented news, and a reviewer whose keys and words are given beforehand."""

from __future__ import annotations

from pathlib import Path

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


def stored(folder: Path) -> Path:
    """The store of the news."""
    news, into = folder / "news", folder / "tables"
    news.mkdir()
    for name, text in TEXTS.items():
        (news / name).write_text(text)
    update(into, news, reader=pretend, jobs=1, progress=False)
    return into


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
