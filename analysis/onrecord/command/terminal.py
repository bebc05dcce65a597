"""What an analysis found as plain text for a terminal: a quick look at it."""

from __future__ import annotations

import argparse
import textwrap
from dataclasses import asdict
from typing import Any

import pandas as pd

from onrecord import summary as counts
from onrecord.command.columns import columns, day, left_out, plain
from onrecord.letters import bare
from onrecord.tables import Stored, Tables

WIDTH = 100


def summary(tables: Tables) -> str:
    """What an analysis found, in three lines, counted as the reports count."""
    from onrecord.summary import totals

    found = totals(tables)
    named = found.quotes - found.unnamed
    # every article, where the other counts take a story once
    read = int(tables.sql("select count(*) as n from articles").n[0])
    return "\n".join(
        [
            f"{_count(read, 'article')} read, {found.rejected} rejected",
            f"{_count(found.quotes, 'quote')}, {named:,} of them by "
            f"{_count(found.speakers, 'named speaker')}",
            f"{_count(found.spoken, 'statement')} by named speakers and {found.narrated:,} in the "
            f"outlets' own words, about {_count(found.actors, 'actor')}",
        ]
    )


def facts(tables: Tables) -> dict[str, Any]:
    """The key figures of an analysis, by name, as the reports count them."""
    from onrecord.summary import totals

    found = asdict(totals(tables))
    days = {name: day(found[name]) or None for name in ("first", "last")}
    read = int(tables.sql("select count(*) as n from articles").n[0])
    return {**found, **days, "articles": read}


def copies(tables: Tables) -> list[str]:
    """How many articles are nearly the same as an earlier one, where a store knows it."""
    if not isinstance(tables, Stored):
        return []
    found = tables.sql("select count(*) - count(distinct story_id) as n from stories").n[0]
    return [f"{_count(int(found), 'near-copy')} of other articles"] if found else []


def speakers(tables: Tables, limit: int) -> str:
    """Speakers by number of quotes, as reports count them: none negated, each story once.

    Args:
        tables: an analysis.
        limit: rows shown at most; what is left out is counted in the last line.
    """
    counted = counts.speakers(tables, top=limit)
    rows = [("speaker", "quotes", "direct", "articles")]
    rows += [
        (plain(row.speaker), row.quotes, _percent(row.direct), row.articles)
        for row in counted.itertuples()
    ]
    unnamed = counts.totals(tables).unnamed
    found = len(counted) + counted.attrs["further"]
    return "\n".join([*columns(rows), *left_out(found, limit), *_unknown(unnamed)])


def sources(made: pd.DataFrame, asked: argparse.Namespace) -> str:
    """Shares of sources, each with its interval.

    Args:
        made: from `summary.sources` or `issues.sources`.
        asked: `of`, and `count`.
    """
    group = made.columns[0]
    extra = [name for name in ("before", "target") if name in made]
    what = asked.count.split()[-1]
    rows: list[tuple] = [
        (asked.of, *((group,) if group != "whole" else ()), what, "share", "95% interval", *extra)
    ]
    for row in made.to_dict("records"):
        place = (day(row["start"]) if group == "start" else plain(row[group]),)
        rows.append((
            plain(row[asked.of]), *(place if group != "whole" else ()), f"{row['count']:,}",
            _percent(row["share"]), _interval(row["low"], row["high"]),
            *(_percent(row[name]) for name in extra),
        ))  # fmt: skip
    return "\n".join(columns(rows))


def _interval(low: float, high: float) -> str:
    return "–" if pd.isna(low) else f"{low:.0%} to {high:.0%}"


def quotes(tables: Tables, speaker: str | None, limit: int) -> str:
    """Quotes in the order of the articles, each with its source, cue and place.

    Args:
        tables: an analysis.
        speaker: all or part of a speaker's name, case ignored; `None` for everyone.
        limit: quotes shown at most.
    """
    found = spoken(tables.attributions, speaker)
    if found.empty:
        names = ", ".join(sorted(map(plain, tables.attributions.speaker.dropna().unique()))[:12])
        of = f" of {plain(speaker)}" if speaker else ""
        return f"No quote{of} was found; speakers here: {names or 'none'}."
    titles = tables.articles.set_index("article_id")
    blocks = []
    for row in found.head(limit).itertuples():
        article = titles.loc[row.article_id]
        place = " · ".join(
            filter(None, (plain(article.outlet), day(article.published), plain(article.title)))
        )
        who = plain(row.speaker) or "unknown speaker"
        how = f"{plain(row.source)} {plain(row.cue)}".strip()
        blocks.append(
            f"{who} ({row.kind}; “{how}”)\n"
            + textwrap.fill(
                plain(row.content), WIDTH, initial_indent="    ", subsequent_indent="    "
            )
            + f"\n    — {place}"
        )
    return "\n\n".join([*blocks, *left_out(len(found), limit)])


def spoken(said: pd.DataFrame, speaker: str | None) -> pd.DataFrame:
    """The rows of `attributions` whose speaker's name holds these letters; all for None."""
    if speaker is None:
        return said
    wanted = _folded(speaker)
    return said[[wanted in _folded(name) for name in said.speaker.fillna("")]]


def _unknown(count: int) -> list[str]:
    return [f"{_count(count, 'quote')} without a known speaker"] if count else []


def _percent(share: float) -> str:
    """Of few quotes there is no share."""
    return "–" if pd.isna(share) else f"{share:.0%}"


def _count(number: int, noun: str) -> str:
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else many}"


def _folded(text: str) -> str:
    return bare(text).casefold()
