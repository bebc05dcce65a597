"""Who is criticised in an article and not quoted in it, case by case."""

from __future__ import annotations

from onrecord import summary
from onrecord.display.fragment import Fragment
from onrecord.display.table import Column, table
from onrecord.display.view import View
from onrecord.summary.words import listed

MOST = 1_000  # cases


def criticised(view: View) -> Fragment:
    """The criticism that goes unanswered: of whom, by whom, in which article.

    Each row is a case to look up: whether the one criticised was asked is in no text.
    """
    every = summary.right_of_reply(view.tables)
    open_ = every[~every.quoted.astype(bool)]
    rows = open_.head(MOST).assign(
        by=[listed(list(critics)) for critics in open_.head(MOST).critics],
        title=open_.title.fillna("Untitled article"),
        place=None,
    )
    columns = [
        Column("actor", "Criticised", "actor"),
        Column("by", "By"),
        Column("count", "Statements", "number"),
        Column("title", "Article", "article"),
        Column("outlet", "Outlet", under="title"),
        Column("published", "Date", "date"),
        Column("article_id", "article_id", hidden=True),
        Column("url", "url", hidden=True),
    ]
    address = view.tables.listed.set_index("article_id").url
    rows = rows.assign(url=rows.article_id.map(address))
    capped = f" The first {MOST:,}, with the most statements." if len(open_) > MOST else ""
    caption = (
        "Cases in which a speaker's words read as criticism and neither the one criticised, nor "
        "anyone who speaks for them, is quoted in the article."
    )
    return table(
        rows, columns, caption=caption, name="criticised", ids="evidence",
        places=("article_id", "place"), recount="criticised", capped=capped,
    )  # fmt: skip
