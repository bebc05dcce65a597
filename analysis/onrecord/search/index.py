"""The full-text index of a store: SQLite's FTS5, in one file beside the batches.

It holds words and places but no text (a contentless table), so it is small; texts are read from
the batches. Batches never change, so a run that added some costs those alone; what counts no
longer is passed over, and the whole is made anew where that is a third.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

import numpy as np
import pandas as pd

from onrecord.errors import AnalysisError, OwnershipError
from onrecord.ownership import place
from onrecord.stages import stage
from onrecord.store import Reading
from onrecord.store.layout import SEARCH, SEARCH_MARK, is_search, read

SCHEME = "fts5-2"  # an index of another is made anew
STALE = 1 / 3  # of the articles that it holds
_MAKE = """
create virtual table texts using fts5(
    text, content='', tokenize="unicode61 remove_diacritics 2", detail=full, columnsize=0);
create table articles(id integer primary key, article_id text);
create table batches(batch text primary key, first integer);
create table scheme(name text);
"""
_MAKE += f"pragma application_id = {SEARCH_MARK}"


class Index:
    """An index that is open for questions."""

    def __init__(self, connection: sqlite3.Connection, live: pd.Series | None = None) -> None:
        """Open an index.

        Args:
            connection: to it.
            live: name of the batch that holds each article, by article_id; None where every row
                of the index counts.
        """
        self._connection, self._live = connection, live
        self._asked = False

    @classmethod
    def of_texts(cls, rows: Iterable[tuple[str, str]]) -> Index:
        """An index in memory.

        Args:
            rows: article_id and text.
        """
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        connection.executescript(_MAKE)
        _add(connection, "", rows)
        return cls(connection)

    @classmethod
    def of_store(cls, reading: Reading) -> Index:
        """The index of a store, brought up to what it holds.

        Raises:
            OwnershipError: another file has its name.
        """
        batches, state = reading.state.batches, reading.state.live
        path = reading.folder / SEARCH
        if path.exists() and not is_search(path):
            raise OwnershipError(f"{path} is no index of On Record; move it away to search.")
        names = {int(b): batches[b].folder.name for b in state.batch.unique()}
        wanted = {name: batches[b] for b, name in names.items()}
        known = _known(path)
        if not wanted:
            return cls.of_texts(())
        if known >= wanted.keys():
            connection = _opened(path)
            (held,) = connection.execute("select count(*) from articles").fetchone()
            if held - len(state) <= STALE * held:
                return cls(connection, _live(state, names) if held > len(state) else None)
            connection.close()
            known = set()
        with stage("indexing words") as came, TemporaryDirectory(prefix="onrecord-") as folder:
            part = Path(folder, SEARCH)
            if known:
                shutil.copyfile(path, part)
            with closing(sqlite3.connect(part)) as connection:
                if not known:
                    connection.executescript(_MAKE)
                    connection.execute("insert into scheme values (?)", (SCHEME,))
                live = _live(state, names)
                for name in sorted(wanted.keys() - known):
                    ids = set(live.index[live == name])
                    _add(connection, name, _texts(wanted[name].file("articles"), ids))
                connection.execute("insert into texts(texts) values ('optimize')")
                connection.commit()
                connection.execute("vacuum")  # merging leaves room that nothing fills
            came(f"batches: {len(wanted.keys() - known)}")
            try:
                place(path, partial(_copy, part))
            except OSError:  # a store that can only be read: held for this time alone
                memory = sqlite3.connect(":memory:", check_same_thread=False)
                with closing(sqlite3.connect(part)) as connection:
                    connection.backup(memory)
                return cls(memory, live)
        return cls(_opened(path), live)

    def match(self, asked: str) -> np.ndarray:
        """The article_id of every article that fits, in no order.

        Args:
            asked: in the language of FTS5.
        """
        where = "from texts where texts match ?"
        try:
            if self._asked:  # many questions: all names at once, and then by their numbers
                rows = [
                    row for (row,) in self._connection.execute(f"select rowid {where}", (asked,))
                ]
                names, counts = self._every
                return names[rows][counts[rows]]
            question = f"select id, article_id from articles where id in (select rowid {where})"
            names, counts = self._counting(self._connection.execute(question, (asked,)).fetchall())
        except sqlite3.Error as error:
            raise AnalysisError(f"The index cannot answer: {error}.") from error
        self._asked = True
        return names[counts]

    @cached_property
    def _every(self) -> tuple[np.ndarray, np.ndarray]:
        """The article_id of each row by its number from 1 on, and whether the row counts."""
        question = "select id, article_id from articles order by id"
        names, counts = self._counting(self._connection.execute(question).fetchall())
        return np.insert(names, 0, ""), np.insert(counts, 0, False)

    def _counting(self, rows: list[tuple[int, str]]) -> tuple[np.ndarray, np.ndarray]:
        """The article_id of rows, and which count: an older row of an article stays a while."""
        names = np.array([name for _, name in rows], object)
        if self._live is None or not rows:
            return names, np.ones(len(rows), bool)
        question = "select batch, first from batches order by first, rowid"
        batches, first = zip(*self._connection.execute(question), strict=True)
        at = np.searchsorted(first, [number for number, _ in rows], side="right") - 1
        return names, self._live.reindex(names).to_numpy() == np.array(batches, object)[at]


def _live(state: pd.DataFrame, names: dict[int, str]) -> pd.Series:
    """Name of the batch that holds each article that counts, by article_id."""
    return pd.Series(state.batch.map(names).to_numpy(object), index=state.article_id)


def _known(path: Path) -> set[str]:
    """The batches that an index holds; none where there is no index of ours."""
    if not path.is_file():
        return set()
    try:
        with closing(_opened(path)) as connection:
            if connection.execute("select name from scheme").fetchall() != [(SCHEME,)]:
                return set()
            return {batch for (batch,) in connection.execute("select batch from batches")}
    except sqlite3.Error:
        return set()


def _opened(path: Path) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode=ro"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def _add(connection: sqlite3.Connection, batch: str, rows: Iterable[tuple[str, str]]) -> None:
    (last,) = connection.execute("select coalesce(max(id), 0) from articles").fetchone()
    for number, (name, text) in enumerate(rows, last + 1):
        connection.execute("insert into texts(rowid, text) values (?, ?)", (number, text))
        connection.execute("insert into articles values (?, ?)", (number, name))
    connection.execute("insert into batches values (?, ?)", (batch, last + 1))
    connection.commit()


def _texts(path: Path, ids: set[str]) -> Iterator[tuple[str, str]]:
    rows = read(path, ["article_id", "text"])
    for name, text in zip(*(column.to_pylist() for column in rows.columns), strict=True):
        if name in ids:
            yield name, text


def _copy(path: Path, stream: BinaryIO) -> None:
    with path.open("rb") as given:
        shutil.copyfileobj(given, stream)
