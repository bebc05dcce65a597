"""Findings that are always true: who is quoted how often, who is named, who is heard."""

from __future__ import annotations

from typing import Any

import pandas as pd

from onrecord.summary.counted import Counted
from onrecord.summary.finding import BARS, Bar, Finding
from onrecord.summary.intervals import MIN_SHARE
from onrecord.summary.observed import rows
from onrecord.summary.people import outlets
from onrecord.summary.reply import answered
from onrecord.summary.words import counted, listed, percent
from onrecord.tables import Tables

FIRST = 3  # speakers whose part of all named quotes is told
DIFFERENT = 0.1  # of two outlets' direct shares
FEWEST_CASES = 5  # of criticism below which their answers are no finding
FEWEST_SILENT = 3  # of one who is criticised, below which nobody is told of by name
TOGETHER = " A quote that several of them share counts for each."
FEWEST = 3  # articles below which an outlet's share is no finding


def few(tables: Tables) -> Finding | None:
    """How concentrated the quoting is."""
    said = rows(tables, "quotes").known("speaker")
    counts = said.counts(["speaker"], n="rows", articles="distinct article_id")
    counts = counts.sort_values("n", ascending=False, kind="stable")
    total, people = _each(said), len(counts)
    if not total:
        return None
    top = counts.head(FIRST)
    spoken = said.among(top[["speaker"]])
    part = _each(spoken)  # what several of them say together is one quote
    names = listed([_quoted(row) for row in top.itertuples()])
    if people > FIRST:
        share = percent(part / total, part, total)
        sentence = (
            f"{FIRST} of {people:,} named speakers have {share} of all named quotes: {names}."
        )
    elif people > 1:
        sentence = f"All {total:,} named quotes are of {people} speakers: {names}."
    else:
        sentence = f"One speaker alone is quoted by name: {names}."
    if top.n.sum() > part:
        sentence += TOGETHER
    bars = [Bar(str(row.speaker), row.n / total, f"{row.n:,}") for row in top.itertuples()]
    if people > FIRST:
        rest = counted(people - FIRST, "other")
        bars.append(Bar(rest, 1 - part / total, f"{total - part:,}"))
    return Finding("few", sentence, tuple(bars), spoken.ids([]).evidence.iloc[0])


def _each(said: Counted) -> int:
    return int(said.counts([], n=said.each).n.sum())


def _quoted(row: Any) -> str:
    # one long interview is another thing than a voice in many articles
    once = ", all in one article" if row.articles == 1 and row.n > 1 else ""
    return f"{row.speaker} ({row.n:,}{once})"


def unnamed(tables: Tables) -> Finding | None:
    """How many quotes are not traced to a named speaker."""
    said = rows(tables, "quotes")
    nobody = said.missing("speaker")
    total, part = _each(said), _each(nobody)
    if not part:
        return None
    # whom a pronoun means may stand in the text, and not be known here
    untraced = "are not traced to a named speaker."
    sentence = (
        f"{part:,} of {counted(total, 'quote')} {untraced if part > 1 else 'is' + untraced[3:]}"
    )
    if total >= MIN_SHARE:
        sentence = f"{part / total:.0%} of all quotes ({part:,} of {total:,}) {untraced}"
    of = outlets(tables)
    known = of[of.unnamed.notna() & (of.articles >= FEWEST)]
    known = known.sort_values("unnamed", ascending=False, kind="stable")
    bars = _shares(known, "unnamed")
    return Finding("unnamed", sentence, bars, nobody.ids([]).evidence.iloc[0])


def unanswered(tables: Tables) -> Finding | None:
    """Who is criticised and not quoted."""
    made = answered(tables)
    if made.empty:
        return None
    of = made.pivot_table(index="actor", columns="quoted", values="articles", aggfunc="sum")
    of = of.reindex(columns=[False, True]).fillna(0).astype(int)
    of = of.sort_values([False, True], ascending=[False, True], kind="stable")
    silent, cases = int(of[False].sum()), int(of.to_numpy().sum())
    if not silent or cases < FEWEST_CASES:
        return None
    first = _unheard(of)
    sentence = (
        f"In {silent:,} of {counted(cases, 'case')} the one criticised is not quoted in the "
        "article."
    )
    if first is not None:
        sentence += (
            f" Most often {first}: reads as criticised in "
            f"{counted(int(of.loc[first].sum()), 'article')}, not quoted in "
            f"{of.loc[first, False]:,} of them."
        )
    longest = of.sum(axis=1).max()
    bars = tuple(
        Bar(str(name), float(row[False] / longest), f"{row[False]} of {row.sum()} not quoted")
        for name, row in of[of[False] > 0].head(BARS).iterrows()
    )
    # where nobody stands out, all of them
    ids = made[((made.actor == first) | (first is None)) & ~made.quoted].evidence
    return Finding("unanswered", sentence, bars, " ".join(ids))


def _unheard(of: pd.DataFrame) -> Any:
    """Who stands out as not quoted: often enough, more often than quoted and than anybody else."""
    silent, heard = of[False].iloc[0], of[True].iloc[0]
    tied = len(of) > 1 and of[False].iloc[1] == silent
    return None if silent < max(FEWEST_SILENT, heard) or tied else of.index[0]


def direct(tables: Tables) -> Finding | None:
    """Whose own words are given: the direct share by outlet."""
    of = outlets(tables)
    known = of[of.outlet.notna() & of.direct.notna() & (of.articles >= FEWEST)]
    known = known.sort_values("direct", ascending=False, kind="stable")
    if len(known) < 2 or known.direct.iloc[0] - known.direct.iloc[-1] < DIFFERENT:
        return None
    most, least = known.iloc[0], known.iloc[-1]
    shares = [
        percent(of.direct, round(of.direct * of.quotes), int(of.quotes)) for of in (most, least)
    ]
    sentence = (
        f"{most.outlet} gives {shares[0]} of its quotes in the speakers' own words, "
        f"{least.outlet} {shares[1]}."
    )
    said = rows(tables, "quotes").where(kind="direct", outlet=most.outlet)
    return Finding("direct", sentence, _shares(known, "direct"), said.ids([]).evidence.iloc[0])


def _shares(known: pd.DataFrame, column: str) -> tuple[Bar, ...]:
    shown = known[known.outlet.notna()]
    ends = shown if len(shown) <= BARS else pd.concat([shown.head(BARS - 1), shown.tail(1)])
    lowest = f" (lowest of {len(shown):,})" if len(shown) > BARS else ""
    return tuple(
        Bar(
            f"{row.outlet}{lowest if n == BARS else ''}",
            getattr(row, column),
            f"{getattr(row, column):.0%}",
        )
        for n, row in enumerate(ends.itertuples(), 1)
    )
