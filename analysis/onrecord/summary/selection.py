"""A part of an analysis: one speaker, one actor, one outlet, some days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from difflib import get_close_matches

import pandas as pd

from onrecord.errors import AnalysisError
from onrecord.summary.copies import first_copies
from onrecord.tables import Stored, Tables

Day = str | date | datetime | None


def select(
    tables: Tables,
    *,
    speaker: str | None = None,
    actor: str | None = None,
    outlet: str | None = None,
    since: Day = None,
    until: Day = None,
    copies: bool = False,
) -> Tables:
    """The rows of an analysis that fit all conditions.

    Args:
        tables: an analysis.
        speaker: only what this speaker says, and the articles it stands in.
        actor: only stances toward this actor, quotes that take one, and articles that
            name it.
        outlet: only articles of this outlet.
        since: first day (ISO date); articles without a date are then left out.
        until: last day, included.
        copies: keep all copies of wire stories; by default the earliest of those that fit
            stands for all.

    Returns:
        Tables whose rows keep their labels, so that evidence ids stay the same.

    Raises:
        AnalysisError: a name stands nowhere in the tables, or a day is no date.
    """
    # names are read only where one is asked for
    _known("speaker", speaker, lambda: tables.attributions.speaker)
    _known("actor", actor, lambda: pd.concat([tables.mentions.actor, tables.stances.target]))
    _known("outlet", outlet, lambda: tables.listed.outlet)
    part = isinstance(tables, Stored) and not (speaker or actor)
    articles = tables.listed if part else tables.articles
    if outlet:
        articles = articles[articles.outlet == outlet]
    if (first := day(since, "since")) is not None:
        articles = articles[articles.published >= first]
    if (last := day(until, "until")) is not None:
        articles = articles[articles.published < last + timedelta(days=1)]
    if not copies:
        articles = first_copies(articles, tables)
    if part:
        return tables.narrowed(articles.article_id)
    attributions, stances, mentions = (
        _kept(rows, rows.article_id.isin(articles.article_id))
        for rows in (tables.attributions, tables.stances, tables.mentions)
    )
    if speaker:
        attributions = attributions[attributions.speaker == speaker]
        stances = stances[stances.speaker == speaker]
    if actor:
        stances = stances[stances.target == actor]
        attributions = attributions[attributions.attribution_id.isin(stances.attribution_id)]
        mentions = mentions[mentions.actor == actor]
    if speaker or actor:
        inside = set(attributions.article_id) | set(stances.article_id)
        inside |= set() if speaker else set(mentions.article_id)
        articles = articles[articles.article_id.isin(inside)]
        mentions = mentions[mentions.article_id.isin(inside)]
    sentences = tables.sentences
    return Tables(
        articles=articles,
        rejected=tables.rejected,
        sentences=_kept(sentences, sentences.article_id.isin(articles.article_id)),
        attributions=attributions,
        spans=_kept(tables.spans, tables.spans.attribution_id.isin(attributions.attribution_id)),
        mentions=mentions,
        stances=stances,
        provenance=tables.provenance,
    )


def _kept(rows: pd.DataFrame, wanted: pd.Series) -> pd.DataFrame:
    """The rows wanted; where that is all, no second copy of a large table is made."""
    return rows if wanted.all() else rows[wanted]


def day(given: Day, name: str = "day") -> pd.Timestamp | None:
    """A day from an ISO date, or None for None and the empty text.

    Raises:
        AnalysisError: it is no date.

    >>> day("2025-06-02"), day("")
    (Timestamp('2025-06-02 00:00:00'), None)
    """
    if given is None or given == "":
        return None
    try:
        # only ISO: "01/02/2025" means two days, depending on who reads it
        found = given if isinstance(given, date) else datetime.fromisoformat(given)
        return pd.Timestamp(found).tz_localize(None).normalize()
    except (TypeError, ValueError) as error:
        raise AnalysisError(f"{name}={given!r} is no date; write it like 2025-06-02.") from error


def _known(what: str, name: str | None, known: Callable[[], pd.Series]) -> None:
    if not name or ((names := known()) == name).any():
        return
    near = get_close_matches(name, sorted(set(names.dropna())), n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise AnalysisError(f"No {what} {name!r} stands in these tables.{hint}")
