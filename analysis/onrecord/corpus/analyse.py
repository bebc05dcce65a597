"""`analyse()`: a corpus in memory, read piece by piece as a run into a store reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd

from onrecord import schema
from onrecord.actors import Lexicon
from onrecord.bar import bar
from onrecord.corpus import stories
from onrecord.corpus.found import own_files
from onrecord.corpus.names import merge_rows
from onrecord.corpus.piece import CHUNK, Text, read_rows
from onrecord.corpus.provenance import provenance, told
from onrecord.corpus.unfit import unfit_in
from onrecord.corpus.who import who_in
from onrecord.corrections.book import Book
from onrecord.errors import SchemaError
from onrecord.learnt import NOTHING, read_learnt
from onrecord.load import Rejected
from onrecord.reader import Reader, threads
from onrecord.stages import stage
from onrecord.tables import Tables


def analyse(
    articles: pd.DataFrame,
    *,
    actors: str | Path | Sequence[str | Path] = (),
    corrections: str | Path | Sequence[str | Path] = (),
    learnt: str | Path | None = None,
    reader: Reader | None = None,
    progress: bool | None = None,
) -> Tables:
    """Read a corpus: who is quoted, in whose words, who stands how toward whom.

    Args:
        articles: the articles table, as `onrecord.load` gives it.
        actors: the user's own `actors.yaml` file or files, on top of the built-in lexicon.
        corrections: files of corrections (see `onrecord.corrections`); what they say is right.
        learnt: a store, or its `learnt.json` (see `onrecord.learn`): what was learnt there is
            applied, as a run of the command into that store does.
        reader: the model; by default the one that ships with the package.
        progress: show a bar; by default in a terminal or in Jupyter.

    Returns:
        The tables of `onrecord.schema` and the run's provenance. An article that a
        stage cannot take is a row of `rejected`, and the others go on.

    Raises:
        SchemaError: `articles` is not an articles table.
        CorrectionsError: a file of corrections cannot be read.
        LexiconError: an `actors.yaml` cannot be understood.
        LearntError: the file of what was learnt cannot be understood, or is not there.
    """
    schema.check("articles", articles)
    if articles.article_id.duplicated().any():
        twice = articles.article_id[articles.article_id.duplicated()].iloc[0]
        raise SchemaError(f"The article_id {twice} stands twice in the articles table.")
    paths = own_files(actors)
    lexicon = Lexicon.load(*paths)
    book = Book.read(own_files(corrections))
    rows_ = articles.itertuples() if book else ()
    said = {row.article_id: some for row in rows_ if (some := book.about(row))}
    reader = reader or Reader.load()
    taught = NOTHING if learnt is None else read_learnt(learnt, reader.name)
    made: dict[str, list[dict]] = {}
    failed: dict[str, Rejected] = {}
    # tqdm's own test for a terminal is `None`; a corpus of one article needs no bar
    hidden = (None if len(articles) > 1 else True) if progress is None else not progress
    shown = bar(total=len(articles), desc="reading", unit="article", disable=hidden)
    # the network leaves Python's lock, so one chunk is prepared while another is read
    with stage("reading") as came, shown, ThreadPoolExecutor(threads()) as pool:
        for chunk in pool.map(
            lambda some: read_rows(some, lexicon, reader, said, taught), _chunks(articles)
        ):
            for text, found in chunk:
                if isinstance(found, Rejected):
                    failed[text.article_id] = found
                    continue
                for name, new in found.items():
                    made.setdefault(name, []).extend(new)
            shown.update(len(chunk))
        came(f"articles: {len(articles) - len(failed)}, not read: {len(failed)}")
    with stage("one name for one person") as came:
        changes = merge_rows(made, fixed=lexicon.user_names | book.apart, same=book.same)
        came(f"names changed: {len(changes)}")
    kept = articles[~articles.article_id.isin(list(failed))].reset_index(drop=True)
    kept.attrs = {}
    rejected = articles.attrs.get("rejected", schema.frame("rejected"))
    incomplete = len(articles.attrs.get("incomplete", ()))
    if failed:
        more = [(each.path, each.reason) for each in failed.values()]
        rejected = pd.concat([rejected, schema.frame("rejected", more)], ignore_index=True)
    frames = {
        name: schema.frame(name, made.get(name))
        for name in schema.TABLES
        if name not in ("articles", *schema.WHOLE)
    }
    with stage("near-copies of one story") as came:
        grouped = stories.find(kept)
        came(f"near-copies: {len(grouped) - grouped.story_id.nunique()}")
    return Tables.counting(
        who_in(frames["profiles"], kept, lexicon.users),
        articles=kept,
        rejected=rejected,
        **frames,
        provenance=provenance(kept.article_id, (len(rejected), incomplete), paths, reader)
        | {"corrections": told(book, len(unfit_in(kept, book)))}
        | ({"learnt": taught.told()} if taught else {}),
        stories=grouped,
    )


def _chunks(articles: pd.DataFrame) -> Iterator[list[Text]]:
    rows = zip(articles.article_id, articles.text, articles.path, strict=True)
    texts = [Text(*row) for row in rows]
    for first in range(0, len(texts), CHUNK):
        yield texts[first : first + CHUNK]
