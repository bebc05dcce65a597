"""Corrections that no longer fit the corpus, to be told at the end of a run."""

from __future__ import annotations

import numpy as np
import pandas as pd

from onrecord.corrections.book import Book
from onrecord.corrections.verdict import Verdict
from onrecord.store import Reading

SHOWN = 60  # characters of the words


def unfit(reading: Reading, book: Book) -> list[tuple[str, str]]:
    """Corrections that change nothing: what they are about, and why.

    Args:
        reading: the store after a run.
        book: what reviewers say.
    """
    if not book.verdicts:
        return []
    listed = reading.listed
    about = listed[np.array([bool(book.about(row)) for row in listed.itertuples()], bool)]
    texts = reading.some("articles", about.article_id)
    found = book.unfit((row, row.text) for row in texts.itertuples())
    return [(shown(verdict), reason) for verdict, reason in found]


def unfit_in(articles: pd.DataFrame, book: Book) -> list[tuple[str, str]]:
    """The same for articles in memory."""
    if not book.verdicts:
        return []
    found = book.unfit((row, row.text) for row in articles.itertuples())
    return [(shown(verdict), reason) for verdict, reason in found]


def shown(verdict: Verdict) -> str:
    """The words that a correction is about, shortened, and where they stood."""
    words = " ".join(" ".join(anchor.text for anchor in verdict.words).split())
    words = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
    where = verdict.article.title or verdict.article.path or verdict.article.id
    return f"{words} ({where})"
