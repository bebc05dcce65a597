"""Wire copy: one story that several articles tell in nearly the same words counts once."""

from __future__ import annotations

import pandas as pd

from onrecord.tables import Tables


def counting(tables: Tables) -> Tables:
    """The part of an analysis that counts: without the later copies of a story.

    Args:
        tables: an analysis; a selection of it has left them out, or kept them, already.
    """
    if tables.stories is None or tables.stories.empty:
        return tables
    if "counting" not in tables.remembered:
        ids = first_copies(tables.listed, tables).article_id
        whole = len(ids) == len(tables.listed)
        tables.remembered["counting"] = tables if whole else tables.narrowed(ids)
    return tables.remembered["counting"]


def first_copies(articles: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """The articles without the later copies of a story; the earliest of those given stays.

    Args:
        articles: some of `tables.articles`.
        tables: an analysis; where it knows no stories, every article is one of its own.
    """
    grouped = stories_of(tables)
    if grouped is None or articles.empty:
        return articles
    story = articles.article_id.map(grouped).fillna(articles.article_id)
    by_day = articles.published.sort_values(kind="stable", na_position="last").index
    later = story.loc[by_day].duplicated()
    return articles[~later.reindex(articles.index)]


def copies(tables: Tables) -> pd.DataFrame:
    """Stories that stand in more than one article.

    Returns:
        story_id, title (of the earliest article), articles, outlets (a tuple of names), the
        most copied first. Empty where the analysis knows no stories.
    """
    if "copies" not in tables.remembered:
        tables.remembered["copies"] = _copies(tables)
    return tables.remembered["copies"].copy()


def _copies(tables: Tables) -> pd.DataFrame:
    grouped = stories_of(tables)
    columns = ["story_id", "title", "articles", "outlets"]
    if grouped is None:
        return pd.DataFrame(columns=columns)
    told = tables.listed.sort_values("published", kind="stable", na_position="last")
    told = told.assign(story_id=told.article_id.map(grouped).fillna(told.article_id))
    told = told[told.story_id.duplicated(keep=False)]
    made = told.groupby("story_id", sort=False).agg(
        title=("title", "first"),
        articles=("article_id", "size"),
        outlets=("outlet", lambda names: tuple(sorted(set(names.dropna())))),
    )
    made = made.sort_values("articles", ascending=False, kind="stable")
    return made.reset_index()[columns]


def also(tables: Tables, articles: pd.DataFrame) -> pd.Series:
    """Other outlets that ran the story of an article, one text per article; empty where none.

    Args:
        tables: the whole analysis.
        articles: some of its articles.
    """
    grouped = stories_of(tables)
    ran = copies(tables).set_index("story_id").outlets
    if grouped is None or ran.empty:
        return pd.Series("", index=articles.index, dtype="str")
    told = articles.article_id.map(grouped).map(ran)
    others = [
        ", ".join(name for name in names if name != own) if isinstance(names, tuple) else ""
        for names, own in zip(told, articles.outlet, strict=True)
    ]
    return pd.Series(others, index=articles.index, dtype="str")


def stories_of(tables: Tables) -> pd.Series | None:
    """The story of each article, where the analysis was kept in a store that groups them.

    Args:
        tables: the whole analysis.

    Returns:
        article_id -> story_id.
    """
    grouped = tables.stories
    if grouped is None or grouped.empty:
        return None
    if "stories" not in tables.remembered:
        tables.remembered["stories"] = grouped.set_index("article_id").story_id
    return tables.remembered["stories"]
