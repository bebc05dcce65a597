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
    if "totals" not in tables.remembered:  # a page asks more than once
        tables.remembered["totals"] = _totals(tables)
    return tables.remembered["totals"]


def _totals(tables: Tables) -> Totals:
    told, listed = rows(tables, "statements"), rows(tables, "articles")
    said = rows(tables, "quotes", negated=True)
    counts = "not negated and clause"
    of = _row(listed, articles="rows", outlets="distinct outlet", dated="known published",
              first="least published", last="most published")  # fmt: skip
    heard = _row(said, quotes=(said.each, counts), speakers=("distinct speaker", counts),
                 unnamed=(said.each, f"speaker is null and {counts}"),
                 negated=(said.each, "negated"),
                 fragments=(said.each, "not negated and not clause"))  # fmt: skip
    voices = _row(told, actors="distinct target", spoken=("rows", "voice = 'speaker'"),
                  narrated=("rows", "voice = 'narrator'"))  # fmt: skip
    return Totals(
        articles=int(of.articles),
        outlets=int(of.outlets),
        first=None if pd.isna(of["first"]) else of["first"],
        last=None if pd.isna(of["last"]) else of["last"],
        quotes=int(heard.quotes),
        speakers=int(heard.speakers),
        actors=int(voices.actors),
        spoken=int(voices.spoken),
        narrated=int(voices.narrated),
        unnamed=int(heard.unnamed),
        negated=int(heard.negated),
        fragments=int(heard.fragments),
        undated=int(of.articles - of.dated),
        rejected=len(tables.rejected),
    )


def quoted_in(tables: Tables) -> tuple[int, int]:
    """The articles that hold a quote, and their outlets: fewer than those that were read."""
    found = _row(rows(tables, "quotes"), articles="distinct article_id", outlets="distinct outlet")
    return int(found.articles), int(found.outlets)


def _row(of: Counted, **asked: str | tuple[str, str]) -> pd.Series:
    """Several counts of all rows, in one question."""
    return of.counts([], **asked).iloc[0]
