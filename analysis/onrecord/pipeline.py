"""`analyse()`: the one room that composes the stages."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import pandas as pd
from tqdm.auto import tqdm

from onrecord import schema
from onrecord.actors import Lexicon, find_mentions, merge_rows, names_report, names_yaml
from onrecord.attribution import attribute
from onrecord.corpus import stories
from onrecord.errors import SchemaError
from onrecord.reader import Reader, threads
from onrecord.rows import Analysed, rows
from onrecord.segment import segment
from onrecord.speakers import resolve
from onrecord.stance import plan, score
from onrecord.tables import Tables

CHUNK = 4  # articles read together; small, so that all cores have some to the end


def analyse(
    articles: pd.DataFrame,
    *,
    actors: str | Path | Sequence[str | Path] = (),
    reader: Reader | None = None,
    progress: bool | None = None,
) -> Tables:
    """Read a corpus: who is quoted, in whose words, who stands how toward whom.

    Args:
        articles: the articles table, as `onrecord.load` gives it.
        actors: the user's own `actors.yaml` file or files, on top of the built-in lexicon.
        reader: the model; by default the one that ships with the package.
        progress: show a bar; by default in a terminal or in Jupyter.

    Returns:
        The seven tables of `onrecord.schema` and the run's provenance.

    Raises:
        SchemaError: `articles` is not an articles table.
        LexiconError: an `actors.yaml` cannot be understood.
    """
    schema.check("articles", articles)
    if articles.article_id.duplicated().any():
        twice = articles.article_id[articles.article_id.duplicated()].iloc[0]
        raise SchemaError(f"The article_id {twice} stands twice in the articles table.")
    paths = _paths(actors)
    lexicon = Lexicon.load(*paths)
    reader = reader or Reader.load()
    made: dict[str, list[dict]] = {}
    # tqdm's own test for a terminal is `None`; a corpus of one article needs no bar
    hidden = (None if len(articles) > 1 else True) if progress is None else not progress
    bar = tqdm(total=len(articles), desc="reading", unit="article", disable=hidden)
    # the network leaves Python's lock, so one chunk is prepared while another is read
    with bar, ThreadPoolExecutor(threads()) as pool:
        for chunk in pool.map(lambda chunk: read(chunk, lexicon, reader), _chunks(articles)):
            for article in chunk:
                for name, found in rows(article).items():
                    made.setdefault(name, []).extend(found)
            bar.update(len(chunk))
    merge_rows(made, fixed=lexicon.user_names)  # one person, one name across the corpus
    rejected = articles.attrs.get("rejected", schema.frame("rejected"))
    kept = articles.reset_index(drop=True)
    kept.attrs = {}
    return Tables(
        articles=kept,
        rejected=rejected,
        **{
            name: schema.frame(name, made.get(name))
            for name in ("sentences", "attributions", "spans", "mentions", "stances")
        },
        provenance=provenance(kept.article_id, len(rejected), paths, reader),
        stories=stories.find(kept),
    )


def read(chunk: Sequence[tuple[str, str]], lexicon: Lexicon, reader: Reader) -> list[Analysed]:
    """Read some articles together, given as (article_id, text)."""
    readings = reader.read([text for _, text in chunk])
    planned, found = [], []
    for (article_id, text), reading in zip(chunk, readings, strict=True):
        sentences = segment(text)
        attributions = attribute(text, sentences, reading)
        seen = find_mentions(text, sentences, lexicon)
        speakers = resolve(text, sentences, attributions, seen.mentions, seen.actors)
        planned.append(plan(text, sentences, attributions, speakers, seen.mentions))
        found.append((article_id, text, sentences, attributions, speakers, seen.mentions))
    # one call of the model for the whole chunk
    stances = score(planned, reader)
    return [Analysed(*parts, of) for parts, of in zip(found, stances, strict=True)]


def names(articles: pd.DataFrame, *, actors: str | Path | Sequence[str | Path] = ()) -> str:
    """Names in a corpus, how often, and what they are taken for, without the model.

    Args:
        articles: the articles table.
        actors: the user's own `actors.yaml` files, as in `analyse`.

    Returns:
        YAML text, ready to be edited and given back as an `actors.yaml`.
    """
    schema.check("articles", articles)
    lexicon = Lexicon.load(*_paths(actors))
    return names_yaml(names_report(((text, segment(text)) for text in articles.text), lexicon))


def _paths(actors: str | Path | Sequence[str | Path]) -> list[Path]:
    return [Path(actors)] if isinstance(actors, str | Path) else [Path(path) for path in actors]


def _chunks(articles: pd.DataFrame) -> Iterator[list[tuple[str, str]]]:
    pairs = list(zip(articles.article_id, articles.text, strict=True))
    for first in range(0, len(pairs), CHUNK):
        yield pairs[first : first + CHUNK]


def provenance(
    articles: Collection[str], rejected: int, actors: Sequence[Path], reader: Reader
) -> dict:
    """What a run was made with, as plain values for JSON.

    Args:
        articles: ids of the articles.
        rejected: how many were not read.
        actors: the user's files.
        reader: the model.
    """
    corpus = hashlib.sha256("\n".join(sorted(articles)).encode())
    settings = hashlib.sha256(b"\n".join(path.read_bytes() for path in actors))
    return {
        "onrecord": version("onrecord"),
        "model": reader.name,
        "accuracy": reader.accuracy,
        "python": platform.python_version(),
        "packages": {
            name: version(name) for name in ("pandas", "onnxruntime", "tokenizers", "textblob")
        },
        "actors": [path.name for path in actors],
        "actors_hash": settings.hexdigest()[:12] if actors else None,
        "corpus_hash": corpus.hexdigest()[:12],
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "articles": len(articles),
        "rejected": rejected,
    }
