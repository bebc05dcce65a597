"""A piece of a corpus to rows: the one function that runs here, in processes and on clusters."""

from __future__ import annotations

import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple, TypeVar

import pyarrow as pa

from onrecord import schema
from onrecord.actors import Lexicon
from onrecord.corpus.index import article_row, index_row, keyed
from onrecord.corrections.book import Book, Verdict
from onrecord.learnt import NOTHING, Learnt
from onrecord.load import Draft, Rejected
from onrecord.pipeline import Said, read
from onrecord.reader import THREADS, Reader
from onrecord.rows import Rows, rows
from onrecord.store.layout import INDEX, arrow_schema, month_of

CHUNK = 4  # articles read together; small, so that all cores have some to the end

Tables = dict[str, pa.Table]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a piece is read with; small, as it travels with every piece.

    Attributes:
        key: names the model and the settings; kept with each article.
        actors: name and text of each of the user's files, which other machines do not have.
        said: what reviewers say of articles, by article_id.
        reader: makes the model; a function that can be imported.
        threads: of the reader; None for as many as there are cores.
        learnt: what was learnt from reviewers.
    """

    key: str
    actors: tuple[tuple[str, str], ...] = ()
    said: Mapping[str, tuple[Verdict, ...]] = field(default_factory=dict)
    reader: Callable[[], Reader] = Reader.load
    threads: int | None = None
    learnt: Learnt = NOTHING

    def key_of(self, article_id: str) -> str:
        """What the rows of an article depend on besides its text."""
        return keyed(self.key, self.said.get(article_id, ()))

    def about(self, drafts: Sequence[Draft], book: Book) -> Settings:
        """The settings for some articles, with what reviewers say of these alone."""
        said = {draft.article_id: book.about(draft) for draft in drafts} if book else {}
        return replace(self, said={name: some for name, some in said.items() if some})


class Text(NamedTuple):
    """What the stages need of an article."""

    article_id: str
    text: str
    path: str | None


Article = TypeVar("Article", Draft, Text)


@dataclass(frozen=True, slots=True)
class Done:
    """A piece that was read.

    Attributes:
        months: tables of the articles of each month, with their index.
        failed: articles that the stages could not take.
        count: articles of the piece.
    """

    months: dict[str, Tables]
    failed: tuple[Rejected, ...]
    count: int


def work(settings: Settings, drafts: Sequence[Draft]) -> Done:
    """Read some articles together.

    An article that makes a stage fail is handed back as rejected; the others go on.
    """
    lexicon, reader = tools(settings)
    failed: list[Rejected] = []
    made: dict[str, dict[str, list[dict]]] = defaultdict(lambda: defaultdict(list))
    chunks = (drafts[first : first + CHUNK] for first in range(0, len(drafts), CHUNK))
    for draft, found in chain.from_iterable(
        read_rows(chunk, lexicon, reader, settings.said, settings.learnt) for chunk in chunks
    ):
        if isinstance(found, Rejected):
            failed.append(found)
            continue
        month = made[month_of(draft.published)]
        for name, some in found.items():
            month[name].extend(some)
        month["articles"].append(article_row(draft))
        key = settings.key_of(draft.article_id)
        month[INDEX].append(index_row(draft.article_id, draft, key))
    return Done(
        {month: _tables(held) for month, held in sorted(made.items())}, tuple(failed), len(drafts)
    )


def tools(settings: Settings) -> tuple[Lexicon, Reader]:
    """The lexicon and the model, made once in each process.

    Raises:
        LexiconError: a user's file cannot be understood.
        ModelError: the model cannot be opened.
    """
    return _tools(settings.actors, settings.reader, settings.threads)


@lru_cache(maxsize=2)
def _tools(
    actors: tuple[tuple[str, str], ...], reader: Callable[[], Reader], threads: int | None
) -> tuple[Lexicon, Reader]:
    if threads is not None:
        os.environ[THREADS] = str(threads)
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, (name, text) in enumerate(actors):
            path = Path(folder, str(number), name)
            path.parent.mkdir()
            path.write_text(text, "utf-8")
            paths.append(path)
        return Lexicon.load(*paths), reader()


def read_rows(
    texts: Sequence[Article],
    lexicon: Lexicon,
    reader: Reader,
    said: Said | None = None,
    learnt: Learnt = NOTHING,
) -> list[tuple[Article, Rows | Rejected]]:
    """Each article with its rows, or with the reason why a stage could not take it."""
    try:
        chunk = [(text.article_id, text.text) for text in texts]
        found = read(chunk, lexicon, reader, said, learnt)
        return [(text, rows(each)) for text, each in zip(texts, found, strict=True)]
    except Exception as error:  # one bad article must not take the others with it
        if len(texts) == 1:
            reason = f"could not be analysed ({type(error).__name__}: {error})"
            path = texts[0].path
            shown = path if isinstance(path, str) else texts[0].article_id
            return [(texts[0], Rejected(shown, " ".join(reason.split())))]
        return [pair for text in texts for pair in read_rows([text], lexicon, reader, said, learnt)]


def _tables(held: dict[str, list[dict]]) -> Tables:
    names = [name for name in schema.TABLES if name not in schema.WHOLE]
    return {name: _table(held.get(name, []), arrow_schema(name)) for name in (*names, INDEX)}


def _table(rows: list[dict], columns: pa.Schema) -> pa.Table:
    if not rows:
        return columns.empty_table()
    # by column: pyarrow's own way from rows asks the environment for each of them
    values = zip(*map(itemgetter(*columns.names), rows), strict=True)
    arrays = [pa.array(each, kind) for each, kind in zip(values, columns.types, strict=True)]
    return pa.Table.from_arrays(arrays, schema=columns)
