"""The row by which a later run knows an article again: how it was read, and what was beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection

from onrecord import schema
from onrecord.corpus import stories
from onrecord.load import Draft


def index_row(article_id: str, draft: Draft, key: str) -> dict:
    """The row of an article in the index of its batch.

    Args:
        article_id: in the tables.
        draft: the article.
        key: what its rows depend on besides its text; empty where that is not known.
    """
    return {
        "article_id": article_id,
        "key": key,
        "facts": facts(draft),
        "signature": stories.signature(draft.text),
        "gone": False,
    }


def keyed(key: str, said: Collection[object]) -> str:
    """A key with a mark of what reviewers say; the key itself where they say nothing.

    >>> keyed("0123", ()), keyed("0123", ["right"])
    ('0123', '0123-f9d41643')
    """
    return f"{key}-{hashlib.sha256(repr(said).encode()).hexdigest()[:8]}" if said else key


def article_row(draft: Draft) -> dict:
    """A draft as a row of the table articles."""
    return {name: getattr(draft, name) for name in schema.names("articles")}


def facts(draft: Draft) -> str:
    """Hash of what stands beside an article's text.

    >>> facts(Draft("a.txt", "x")) == facts(Draft("a.txt", "y"))
    True
    """
    beside = [getattr(draft, name) for name in schema.names("articles") if name != "text"]
    return hashlib.sha256(repr(beside[1:]).encode()).hexdigest()[:16]
