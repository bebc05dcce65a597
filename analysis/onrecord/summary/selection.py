"""A part of an analysis: one speaker, one actor, one outlet, some days."""

from __future__ import annotations

from datetime import timedelta
from difflib import get_close_matches

import pandas as pd

from onrecord.day import Day, day
from onrecord.errors import AnalysisError
from onrecord.store import Chosen
from onrecord.summary.copies import first_copies
from onrecord.tables import Tables


def select(
    tables: Tables,
    *,
    speaker: str | None = None,
    actor: str | None = None,
    side: str | None = None,
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
        side: only what speakers of this side of your `actors.yaml` say, and the articles it
            stands in.
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
    ids = fitting(
        tables, speaker=speaker, actor=actor, side=side, outlet=outlet, since=since, until=until,
        copies=copies,
    )  # fmt: skip
    speakers = _of_side(tables, side) if side else None
    return tables.narrowed(ids, speaker=speaker, actor=actor, speakers=speakers)


def fitting(
    tables: Tables,
    *,
    speaker: str | None = None,
    actor: str | None = None,
    side: str | None = None,
    outlet: str | None = None,
    since: Day = None,
    until: Day = None,
    copies: bool = False,
) -> pd.Series:
    """The ids of the articles whose rows `select` takes; args and errors as there."""
    if outlet:
        _known("outlet", outlet, tables.listed.outlet)
    articles = tables.listed
    if outlet:
        articles = articles[articles.outlet == outlet]
    if (first := day(since, "since")) is not None:
        articles = articles[articles.published >= first]
    if (last := day(until, "until")) is not None:
        articles = articles[articles.published < last + timedelta(days=1)]
    if not copies:
        articles = first_copies(articles, tables)
    ids = articles.article_id
    speakers = _of_side(tables, side) if side else None
    if speaker or actor or side:
        names = _names(tables, speaker, actor, speakers)
        ids = ids[ids.isin(names.article_id)]
    return ids


def _of_side(tables: Tables, side: str) -> tuple[str, ...]:
    """The actors of a side.

    Raises:
        AnalysisError: no actor has it.
    """
    known = tables.part.ask("select actor, side from actors where side is not null")
    _known("side", side, known.side)
    return tuple(sorted(known.actor[known.side == side]))


def _names(
    tables: Tables, speaker: str | None, actor: str | None, speakers: tuple[str, ...] | None
) -> pd.DataFrame:
    """The articles that hold what was asked for.

    Raises:
        AnalysisError: nowhere does the speaker speak, or the actor stand.
    """
    said = "select distinct {1} as name from {0} where {1} is not null"
    if speaker:
        names = f"{said.format('attributions', 'speaker')}"
        _known("speaker", speaker, tables.part.ask(names).name)
    if actor:
        names = f"{said.format('mentions', 'actor')} union {said.format('stances', 'target')}"
        _known("actor", actor, tables.part.ask(names).name)
    chosen = Chosen(speaker, actor, speakers)
    spoken = speaker or speakers is not None
    within = ["attributions", "stances"] if spoken else ["attributions", "stances", "mentions"]
    each = [
        f"select distinct article_id from {table} as r "
        f"where {chosen.condition(table, lambda name: f'select * from {name}')}"
        for table in within
    ]
    return tables.part.ask(" union ".join(each))


def _known(what: str, name: str, names: pd.Series) -> None:
    if (names == name).any():
        return
    near = get_close_matches(name, sorted(set(names.dropna())), n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise AnalysisError(f"No {what} {name!r} stands in these tables.{hint}")
