"""What a run was made with."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from onrecord.reader import Reader


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
