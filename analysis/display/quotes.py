"""Tables of quotes, speakers, actors and articles."""

from __future__ import annotations

import pandas as pd

from analysis import summary
from analysis.display.fragment import Fragment
from analysis.display.table import Column, table
from analysis.display.view import View


def quotes(view: View) -> Fragment:
    """Every quote of the page: when, where, who, in which words."""
    rows = summary.quotes(view.tables, negated=True)
    rows = rows.merge(_first_content(view.tables.spans), on="attribution_id", how="left")
    rows = rows.sort_values(["published", "article_id", "start"], na_position="last")
    columns = [
        Column("published", "Date", "date"),
        Column("outlet", "Outlet", less=True),
        Column("speaker", "Speaker", "speaker"),
        Column("content", "Words", "quote"),
        Column("source", "As written", less=True),
        Column("cue", "Cue", less=True),
        Column("kind", "Kind", less=True),
        Column("title", "Article", "article"),
    ]
    if view.kind == "article":
        columns = [c for c in columns if c.key not in ("published", "outlet")]
        rows = rows.assign(title="in the text")
    if view.kind == "speaker":
        columns = [c for c in columns if c.key != "speaker"]
    caption = "Quotes, direct and indirect; the words open the sentence behind them."
    return table(
        rows,
        columns,
        caption=caption,
        name="quotes",
        ids="evidence_id",
        places=("article_id", "start"),
    )


def speakers(view: View) -> Fragment:
    """Who is quoted by name, how often, how directly, and in which tone."""
    rows = summary.speakers(view.tables)
    columns = [
        Column("speaker", "Speaker", "speaker"),
        Column("affiliation", "Speaks for"),
        Column("quotes", "Quotes", "number", "count"),
        Column("articles", "Articles", "number", "articles"),
        Column("outlets", "Outlets", "number", less=True),
        Column("direct", "Direct", "share", less=True),
        Column("tone", "Tone", "score", "mean polarity"),
        Column("interval", "95 % interval", "interval", "interval polarity"),
    ]
    if rows.affiliation.isna().all():
        columns = [c for c in columns if c.key != "affiliation"]
    caption = "Speakers by number of quotes. Tone is the mean polarity of their words, -1 to +1."
    rows = _with_interval(rows, "tone", "interval")
    return table(rows, columns, caption=caption, name="speakers", ids="evidence")


def actors(view: View) -> Fragment:
    """Who is spoken about, and how speakers and narrators stand toward them."""
    rows = summary.actors(view.tables)
    columns = [
        Column("actor", "Actor", "actor"),
        Column("mentions", "Mentions", "number"),
        Column("speakers_count", "Statements", "number", "count score speaker"),
        Column("speakers", "Speakers' stance", "score", "mean score speaker"),
        Column("spoken", "95 % interval", "interval", "interval score speaker"),
        Column("narrators_count", "Narrated", "number", "count score narrator"),
        Column("narrators", "Narrators' stance", "score", "mean score narrator"),
        Column("told", "95 % interval", "interval", "interval score narrator"),
    ]
    caption = "Actors by number of mentions. Stance runs from -1 (against) to +1 (in favor)."
    rows = _with_interval(rows, "speakers", "spoken")
    rows = _with_interval(rows, "narrators", "told")
    return table(rows, columns, caption=caption, name="actors", ids="evidence")


def outlets(view: View) -> Fragment:
    """Who published, and how much of it is in whose words."""
    rows = summary.outlets(view.tables)
    columns = [
        Column("outlet", "Outlet"),
        Column("articles", "Articles", "number"),
        Column("quotes", "Quotes", "number"),
        Column("per_article", "Quotes per article", "number"),
        Column("speakers", "Speakers", "number"),
        Column("direct", "Direct", "share"),
        Column("unnamed", "Speaker unknown", "share"),
        Column("tone", "Narrator's tone", "score"),
    ]
    return table(rows, columns, caption="Outlets by number of articles.", name="outlets")


def articles(view: View) -> Fragment:
    """The articles of the page, with how much each one quotes."""
    counts = summary.quotes(view.tables).groupby("article_id").quote_id.nunique()
    rows = view.tables.articles
    rows = rows.assign(
        quotes=rows.article_id.map(counts).fillna(0).astype(int),
        title=rows.title.fillna("Untitled article"),
        place=None,
    ).sort_values("published", na_position="last")
    columns = [
        Column("published", "Date", "date"),
        Column("outlet", "Outlet"),
        Column("title", "Article", "article"),
        Column("quotes", "Quotes", "number"),
    ]
    return table(rows, columns, caption="Articles, oldest first.", name="articles",
                 places=("article_id", "place"))  # fmt: skip


def _first_content(spans: pd.DataFrame) -> pd.DataFrame:
    content = spans[spans.role == "content"]
    return content.groupby("attribution_id", as_index=False).start.min()


def _with_interval(rows: pd.DataFrame, name: str, into: str) -> pd.DataFrame:
    pairs = list(zip(rows[f"{name}_low"], rows[f"{name}_high"], strict=True))
    return rows.assign(**{into: pd.Series(pairs, index=rows.index, dtype=object)})
