"""Tables as plain text for a terminal: a quick look, with the words of the article harmless."""

from __future__ import annotations

import argparse
import textwrap
from dataclasses import asdict
from typing import Any

import pandas as pd

from onrecord import summary as counts
from onrecord.letters import bare
from onrecord.safe import line
from onrecord.tables import Stored, Tables

WIDTH = 100


def plain(text: object) -> str:
    r"""A text on one line that can neither colour nor command a terminal.

    >>> plain("a\x1b[31m b\nc")
    'a [31m b c'
    """
    return "" if pd.isna(text) else line(str(text))


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
    days = {name: _day(found[name]) or None for name in ("first", "last")}
    read = int(tables.sql("select count(*) as n from articles").n[0])
    return {**found, **days, "articles": read}


def table(rows: pd.DataFrame, limit: int) -> str:
    """The first rows of a table, a line each, long texts cut."""
    shown = rows.head(limit).map(plain).map(lambda text: textwrap.shorten(text, 40))
    lines = [tuple(shown.columns), *shown.itertuples(index=False, name=None)]
    return "\n".join([*_columns(lines), *_left_out(len(rows), limit)])


def estimates(made: pd.DataFrame, limit: int) -> str:
    """The first rows of a table of numbers, a line each: two digits, shares in percent."""
    shares = {"share"} | ({"low", "high"} if "share" in made else set())

    def cell(name: str, value: object) -> str:
        if isinstance(value, float):
            if pd.isna(value):
                return "–"
            return f"{value:.0%}" if name in shares else f"{value:.2f}"
        if isinstance(value, pd.Timestamp):
            return _day(value)
        if isinstance(value, int):
            return f"{value:,}"
        return textwrap.shorten(plain(value), 60)

    rows: list[tuple] = [tuple(made.columns)]
    for row in made.head(limit).itertuples(index=False, name=None):
        rows.append(tuple(map(cell, made.columns, row)))
    return "\n".join([*_columns(rows), *_left_out(len(made), limit)])


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
    return "\n".join([*_columns(rows), *_left_out(found, limit), *_unknown(unnamed)])


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
        place = (_day(row["start"]) if group == "start" else plain(row[group]),)
        rows.append((
            plain(row[asked.of]), *(place if group != "whole" else ()), f"{row['count']:,}",
            _percent(row["share"]), _interval(row["low"], row["high"]),
            *(_percent(row[name]) for name in extra),
        ))  # fmt: skip
    return "\n".join(_columns(rows))


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
            filter(None, (plain(article.outlet), _day(article.published), plain(article.title)))
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
    return "\n\n".join([*blocks, *_left_out(len(found), limit)])


def spoken(said: pd.DataFrame, speaker: str | None) -> pd.DataFrame:
    """The rows of `attributions` whose speaker's name holds these letters; all for None."""
    if speaker is None:
        return said
    wanted = _folded(speaker)
    return said[[wanted in _folded(name) for name in said.speaker.fillna("")]]


def _columns(rows: list[tuple]) -> list[str]:
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    return [
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]


def _left_out(found: int, limit: int) -> list[str]:
    return [f"... and {found - limit} more (--limit)"] if found > limit else []


def _unknown(count: int) -> list[str]:
    return [f"{_count(count, 'quote')} without a known speaker"] if count else []


def _percent(share: float) -> str:
    """Of few quotes there is no share."""
    return "–" if pd.isna(share) else f"{share:.0%}"


def _count(number: int, noun: str) -> str:
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else many}"


def _day(moment: pd.Timestamp) -> str:
    return "" if pd.isna(moment) else f"{moment:%Y-%m-%d}"


def _folded(text: str) -> str:
    return bare(text).casefold()
