"""Criticised: who is criticised by speakers in an article, and who of them is quoted there."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from onrecord.summary.counted import Counted
from onrecord.summary.observed import rows
from onrecord.tables import Tables

SURE = 0.6  # probability of `against` above which a statement counts as criticism
ORDER = "r.times desc, r.begun, r.place"  # the most criticised in an article first


def right_of_reply(tables: Tables, *, sure: float = SURE) -> pd.DataFrame:
    """Actors criticised in an article, and whether they are quoted in it.

    An actor is quoted where they speak themselves or where a speaker is affiliated with
    them: Russia answers through its minister. What is negated or anonymous is no reply.

    Args:
        tables: an analysis, whole or selected. Replies are looked for in it, so select by
            outlet or day before, not by speaker.
        sure: probability of `against` from which a statement is criticism, 0..1.

    Returns:
        A row per article and actor: article_id, title, outlet, published, actor, count
        (critical statements of speakers), critics (who made them), quoted (bool), evidence;
        articles with the most criticism first.
    """
    harsh = _criticism(tables, sure)
    made = harsh.ask(f"""
        select article_id, min(outlet) as outlet, min(published) as published, actor, art,
            count(*) as count, list(distinct teller order by teller) as critics,
            bool_or(quoted) as quoted
        from ({harsh.source}) group by article_id, art, actor order by count desc, min(place)""")
    keys = ["article_id", "actor"]
    made = made.merge(harsh.ids(keys), on=keys, how="left", validate="one_to_one")
    made["title"] = harsh.part.listed.title.to_numpy()[made.art.to_numpy()]
    made["critics"] = made.critics.map(tuple)
    columns = ["article_id", "title", "outlet", "published", "actor", "count", "critics"]
    return made[[*columns, "quoted", "evidence"]]


def answered(tables: Tables, *, sure: float = SURE) -> pd.DataFrame:
    """In how many articles an actor is criticised, and is quoted there or not.

    Args:
        tables: as for `right_of_reply`, which tells each of the articles.
        sure: as there.

    Returns:
        actor, quoted (bool), articles, evidence; what is criticised most in an article first.
    """
    harsh = _criticism(tables, sure)
    made = harsh.ask(f"""
        select actor, quoted, count(distinct art) as articles from ({harsh.source})
        group by actor, quoted order by max(times) desc, min((-times, begun))""")
    ids = harsh.ids(["actor", "quoted"], order=ORDER)
    return made.merge(ids, on=["actor", "quoted"], how="left", validate="one_to_one")


def _criticism(tables: Tables, sure: float) -> Counted:
    """Critical statements; `times` in the article, `begun` there, whether the actor is quoted."""
    told = rows(tables, "statements").where(voice="speaker")
    harsh = told.that(f"label = 'against' and against >= {sure}")
    voices = "select art, {0} from attributions where factuality <> 'negated' and {0} is not null"
    source = f"""
        select r.*, target as actor, count(*) over article as times,
            min(place) over article as begun,
            (art, target) in (
                {voices.format("speaker")} union all {voices.format("affiliation")}) as quoted
        from ({harsh.source}) as r window article as (partition by art, target)"""
    return replace(harsh, source=source)
