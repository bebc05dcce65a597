"""Who else was quoted on the same day and event as words that several articles have."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from onrecord.summary.observed import rows
from onrecord.tables import Tables

COLUMNS = ["repeat_id", "day", "speaker", "articles", "other", "quotes", "evidence"]


def company(tables: Tables, articles: pd.Series, speaker: str | None = None) -> pd.DataFrame:
    """Who else is quoted in some articles, such as those of one repeat: on the same event.

    Args:
        tables: the analysis.
        articles: their ids.
        speaker: whose company; left out of it.

    Returns:
        speaker, quotes, articles, evidence; most quotes first.
    """
    said = rows(tables, "quotes").known("speaker").among(pd.DataFrame({"article_id": articles}))
    made = said.counts(["speaker"], quotes="rows", articles="distinct article_id")
    made = made.merge(said.ids(["speaker"]), on="speaker")
    made = made[made.speaker != speaker]
    return made.sort_values("quotes", ascending=False, kind="stable").reset_index(drop=True)


def alongside(tables: Tables, repeated: pd.DataFrame) -> pd.DataFrame:
    """Who else is quoted in the articles of each repeat, day by day.

    An event is what the articles of one day tell that hold the same words of one speaker.

    Args:
        tables: the analysis.
        repeated: from `repeats`; of its columns repeat_id, article_id, published and speaker.

    Returns:
        A row per event and other speaker: repeat_id, day (missing where none is known), speaker
        (whose words they are), articles (of the event), other, quotes, evidence; the repeats in
        their order, their days in order, most quotes first. Events without others have no row.
    """
    given = repeated.assign(day=repeated.published.dt.normalize())
    events = given.groupby(["repeat_id", "day"], sort=False, dropna=False).agg(
        speaker=("speaker", "first"), articles=("article_id", "nunique")
    )
    events = events.reset_index().rename_axis("event").reset_index()
    ids = given.merge(events[["event", "repeat_id", "day"]], on=["repeat_id", "day"])
    said = rows(tables, "quotes").known("speaker")
    source = (
        f"select r.*, e.event from ({said.source}) as r join _events as e "
        "on e.article_id = r.article_id and r.speaker is distinct from e.speaker"
    )
    frames = {"_events": ids[["event", "article_id", "speaker"]].drop_duplicates()}
    said = replace(said, source=source, frames={**said.frames, **frames})
    made = said.counts(["event", "speaker"], quotes=said.each)
    made = made.merge(said.ids(["event", "speaker"]), on=["event", "speaker"])
    made = made.rename(columns={"speaker": "other"}).merge(events, on="event")
    made = made.sort_values(["event", "quotes"], ascending=[True, False], kind="stable")
    return made[COLUMNS].reset_index(drop=True)
