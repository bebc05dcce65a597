"""`added`: what runs brought, beside what was there before."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from onrecord.added.moment import moment, runs
from onrecord.repeats import repeats
from onrecord.summary import changed
from onrecord.summary.observed import rows
from onrecord.tables import Tables

ARTICLE = ["article_id", "published", "outlet", "title", "url"]


@dataclass(frozen=True, slots=True)
class Added:
    """What runs brought.

    Attributes:
        since: the moment (UTC) after which a run is new; None: all runs are.
        runs: number, run and articles of the new runs.
        articles: article_id, published, outlet, title, url of what they brought.
        speakers: who is quoted there and was not quoted before: speaker, quotes, articles,
            outlets (how many), evidence.
        repeats: words that stand in an article of theirs and in another: the columns of
            `onrecord.repeats.repeats`, and `new` (whether the article is of theirs).
        stances: speakers' stances there and before, as `onrecord.summary.changed` gives them.
    """

    since: pd.Timestamp | None
    runs: pd.DataFrame
    articles: pd.DataFrame
    speakers: pd.DataFrame
    repeats: pd.DataFrame
    stances: pd.DataFrame


def added(tables: Tables, since: str | None = None, *, alike: Tables | None = None) -> Added:
    """What the runs after one brought: new speakers, new repeats, changed stances.

    A copy of a wire story that was there before brings nothing of its own.

    Args:
        tables: a store, whole or selected.
        since: as `moment` takes it; by default what the last run brought.
        alike: where repeated words are looked for; by default in all of the tables.

    Raises:
        AnalysisError: the tables are no store, or there is no such run.
    """
    known = runs(tables)
    after = moment(known, since)
    new = known if after is None else known[known.run > after]
    by_run = tables.runs if tables.runs is not None else pd.DataFrame({"article_id": [], "run": []})
    ids = by_run.article_id[by_run.run.isin(new.run)]
    listed = tables.listed
    articles = listed[listed.article_id.isin(ids)][ARTICLE]
    articles = articles.sort_values("published", ascending=False, na_position="last", kind="stable")
    ids = articles.article_id
    return Added(
        after,
        new.reset_index(drop=True),
        articles.reset_index(drop=True),
        _speakers(tables, ids),
        _repeats(alike or tables, ids),
        changed(tables, ids),
    )


def _speakers(tables: Tables, ids: pd.Series) -> pd.DataFrame:
    said = rows(tables, "quotes").known("speaker")
    there = said.among(pd.DataFrame({"article_id": ids}, dtype="str"))
    made = there.counts(
        ["speaker"], quotes="rows", articles="distinct article_id", outlets="distinct outlet"
    )
    whole = said.counts(["speaker"], whole="rows")
    made = made.merge(there.ids(["speaker"]), on="speaker").merge(whole, on="speaker")
    made = made[made.quotes == made.whole].drop(columns="whole")
    order = made.quotes.sort_values(ascending=False, kind="stable").index
    return made.loc[order].reset_index(drop=True)


def _repeats(tables: Tables, ids: pd.Series) -> pd.DataFrame:
    made = repeats(tables)
    made["new"] = made.article_id.isin(ids).astype(bool)
    return made[made.groupby("repeat_id").new.transform("any")].reset_index(drop=True)
