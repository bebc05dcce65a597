"""The key figures of an analysis, and what its numbers leave out."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.summary.copies import once
from analysis.summary.observed import quotes, statements
from analysis.tables import Tables


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts of one analysis or a selection of it.

    Attributes:
        articles: articles read.
        outlets: outlets known by name.
        first: earliest publication; None where no article has a date.
        last: latest publication.
        quotes: attributions, negated ones left out, several speakers of one counted once.
        speakers: speakers known by name.
        actors: actors that statements are about.
        spoken: statements of named speakers.
        narrated: statements of narrators.
        unnamed: quotes whose speaker is not known.
        negated: attributions left out because the article denies them.
        undated: articles without a date.
        rejected: files or records that were not read.
    """

    articles: int
    outlets: int
    first: pd.Timestamp | None
    last: pd.Timestamp | None
    quotes: int
    speakers: int
    actors: int
    spoken: int
    narrated: int
    unnamed: int
    negated: int
    undated: int
    rejected: int


def totals(tables: Tables) -> Totals:
    """The key figures.

    >>> totals(Tables.empty()).quotes
    0
    """
    said, told = quotes(tables), statements(tables)
    articles = once(tables, tables.articles)
    dates = articles.published
    narrated = told.voice.eq("narrator")
    return Totals(
        articles=len(articles),
        outlets=int(articles.outlet.nunique()),
        first=None if dates.isna().all() else dates.min(),
        last=None if dates.isna().all() else dates.max(),
        quotes=int(said.quote_id.nunique()),
        speakers=int(said.speaker.nunique()),
        actors=int(told.target.nunique()),
        spoken=int((~narrated).sum()),
        narrated=int(narrated.sum()),
        unnamed=int(said[said.speaker.isna()].quote_id.nunique()),
        negated=int(once(tables, tables.attributions).factuality.eq("negated").sum()),
        undated=int(dates.isna().sum()),
        rejected=len(tables.rejected),
    )
