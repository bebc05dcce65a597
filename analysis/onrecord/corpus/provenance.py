"""What a run was made with."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib import metadata
from pathlib import Path

from onrecord.corrections.book import Book
from onrecord.lexicon.model import Actor
from onrecord.lexicon.user import read_user_actors
from onrecord.reader import Reader

version = cache(metadata.version)  # a look into files each time


def provenance(
    articles: Collection[str], counts: tuple[int, int], actors: Sequence[Path], reader: Reader
) -> dict:
    """What a run was made with, as plain values for JSON.

    Args:
        articles: ids of the articles.
        counts: how many were not read, and how many are read though they are only a part.
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
        "packages": {name: version(name) for name in ("pandas", "onnxruntime", "textblob")},
        "actors": [path.name for path in actors],
        "own_names": sorted({actor.name for actor in _own(actors)}),
        "affiliations": _affiliations(actors),
        "actors_hash": settings.hexdigest()[:12] if actors else None,
        "corpus_hash": corpus.hexdigest()[:12],
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "articles": len(articles),
        "rejected": counts[0],
        "incomplete": counts[1],
    }


def told(book: Book, unfit: int) -> dict:
    """What reviewers said that the tables are corrected by, in counts.

    Args:
        book: the corrections.
        unfit: those that changed nothing.
    """
    return {
        "answers": book.counts,
        "statements": sum(map(len, book.verdicts.values())),
        "unfit": unfit,
        "conflicts": len(book.conflicts),
        "not_understood": len(book.problems),
    }


def _affiliations(actors: Sequence[Path]) -> dict[str, str]:
    """Whom people and bodies speak for by the user's word, which wins in every summary."""
    return {actor.name: actor.affiliation for actor in _own(actors) if actor.affiliation}


def _own(actors: Sequence[Path]) -> list[Actor]:
    return [actor for path in actors for actor in read_user_actors(path).actors]
