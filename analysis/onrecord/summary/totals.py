"""The key figures of an analysis, and what its numbers leave out."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from onrecord.summary.counted import Counted
from onrecord.summary.observed import rows
from onrecord.tables import Tables


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts of one analysis or a selection of it.

    Attributes:
        articles: articles read.
        outlets: outlets known by name.
        first: earliest publication; None where no article has a date.
        last: latest publication.
        quotes: direct and indirect speech with a clause, negated left out; a quote that several
            speak counts once.
        speakers: speakers known by name.
        actors: actors that statements are about.
        spoken: statements of named speakers.
        narrated: statements of narrators.
        unnamed: quotes whose speaker is not known.
        negated: attributions left out because the article denies them.
        fragments: others left out because their words hold no clause.
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
    fragments: int
    undated: int
    rejected: int


def totals(tables: Tables) -> Totals:
    """The key figures.

    >>> totals(Tables.empty()).quotes
    0
    """
    said, told, listed = (rows(tables, kind) for kind in ("quotes", "statements", "articles"))
    days = listed.known("published").counts([], first="least published", last="most published")
    voices = told.counts(["voice"], n="rows").set_index("voice").n
    every = rows(tables, "quotes", negated=True)

    def one(of: Counted, what: str) -> int:
        return int(of.counts([], n=what).n.sum())

    return Totals(
        articles=one(listed, "rows"),
        outlets=one(listed, "distinct outlet"),
        first=_day(days["first"]),
        last=_day(days["last"]),
        quotes=one(said, said.each),
        speakers=one(said, "distinct speaker"),
        actors=one(told, "distinct target"),
        spoken=int(voices.get("speaker", 0)),
        narrated=int(voices.get("narrator", 0)),
        unnamed=one(said.missing("speaker"), said.each),
        negated=one(every.where(factuality="negated"), every.each),
        fragments=one(every.that("not negated and not clause"), every.each),
        undated=one(listed.missing("published"), "rows"),
        rejected=len(tables.rejected),
    )


def _day(found: pd.Series) -> pd.Timestamp | None:
    known = found.dropna()
    return None if known.empty else known.iloc[0]
