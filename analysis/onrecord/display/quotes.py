"""Tables of quotes and articles, which grow with the corpus."""

from __future__ import annotations

import pandas as pd

from onrecord import summary
from onrecord.display.fragment import Fragment
from onrecord.display.table import Column, table
from onrecord.display.view import View
from onrecord.summary.observed import rows as counted
from onrecord.summary.words import signed

MOST = 5_000  # rows of a table that grows with the corpus


def quotes(view: View) -> Fragment:
    """Every quote of the page: when, where, who, in which words."""
    held, every = summary.newest(view.tables, "quotes", MOST)
    rows = _newest(summary.quotes(held, negated=True))
    rows = rows.merge(_first_content(held.spans), on="attribution_id", how="left")
    rows = rows.sort_values("published", na_position="last", kind="stable")
    columns = [
        Column("speaker", "Speaker", "speaker"),
        Column("source", "As written", under="speaker"),
        Column("content", "Words", "quote"),
        Column("cue", "Cue"),
        Column("kind", "Kind", under="cue"),
        Column("counted", "Not counted", under="cue"),
        Column("title", "Article", "article"),
        Column("outlet", "Outlet", under="title"),
        Column("published", "Date", "date"),
        Column("article_id", "article_id", hidden=True),
        Column("url", "url", hidden=True),
        Column("start", "start", "number", hidden=True),
        Column("end", "end", "number", hidden=True),
        Column("factuality", "factuality", hidden=True),
        Column("confidence", "confidence", "number", hidden=True),
        Column("stances", "stances", hidden=True),
    ]
    if view.kind == "article":
        columns = [c for c in columns if c.key not in ("published", "outlet", "title")]
        columns.append(Column("title", "Place", "article"))
        rows = rows.assign(title="in the text")
    if view.kind == "speaker":
        # every row has the same speaker
        columns = [c for c in columns if c.key not in ("speaker", "source")]
        columns.insert(0, Column("source", "As written"))
    address = held.listed.set_index("article_id").url
    rows["source"] = rows.source.str.rstrip(" ,;:")  # as it stands before its verb
    rows["url"] = rows.article_id.map(address)
    rows["stances"] = rows.attribution_id.map(_sides(held.stances))
    rows["counted"] = rows.factuality.where(rows.factuality == "negated", None)
    rows.loc[rows.counted.isna() & ~rows.clause, "counted"] = "fragment"
    caption = (
        "Quotes, direct and indirect, a row for each of their speakers. The words open the "
        "sentence that they stand in. Negated ones ('did not say') and "
        "fragments without a clause are marked, and in no count."
    )
    return table(
        rows,
        columns,
        caption=caption,
        name="quotes",
        ids="evidence_id",
        places=("article_id", "start"),
        recount="quotes",
        capped=_left_out(rows, every),
    )


def articles(view: View) -> Fragment:
    """The articles of the page, with how much each one quotes."""
    every = view.tables.listed
    rows = _newest(every)
    said = counted(view.tables, "quotes").among(rows[["article_id"]])
    counts = said.counts(["article_id"], n=said.each).set_index("article_id").n
    rows = rows.assign(
        quotes=rows.article_id.map(counts).fillna(0).astype(int),
        title=rows.title.fillna("Untitled article"),
        place=None,
        also=summary.also(view.whole, rows),
    ).sort_values("published", na_position="last", kind="stable")
    columns = [
        Column("title", "Article", "article"),
        Column("outlet", "Outlet", under="title"),
        Column("published", "Date", "date"),
        Column("quotes", "Quotes", "number"),
        Column("article_id", "article_id", hidden=True),
        Column("url", "url", hidden=True),
    ]
    if rows.also.ne("").any():
        columns.append(Column("also", "Also ran in", less=True))
    return table(
        rows, columns, caption="Articles, oldest first.", name="articles",
        places=("article_id", "place"), recount="articles", capped=_left_out(rows, len(every)),
    )  # fmt: skip


def _newest(rows: pd.DataFrame) -> pd.DataFrame:
    if len(rows) <= MOST:
        return rows
    kept = rows.published.sort_values(ascending=False, na_position="last", kind="stable")
    return rows.loc[rows.index.isin(kept.index[:MOST])]


def _left_out(rows: pd.DataFrame, every: int) -> str:
    if len(rows) == every:
        return ""
    return f" These are the newest {len(rows):,} of {every:,}; the tables hold all."


def _first_content(spans: pd.DataFrame) -> pd.DataFrame:
    content = spans[spans.role == "content"]
    return content.groupby("attribution_id", as_index=False).agg({"start": "min", "end": "max"})


def _sides(stances: pd.DataFrame) -> pd.Series:
    """The stances of each attribution in words: target, label and score, -1..1."""
    told = stances[stances.attribution_id.notna()]
    said = (
        told.target
        + ": "
        + told.label
        + " "
        + (told.favor - told.against).map(signed).astype("str")
    )
    return said.groupby(told.attribution_id).agg("; ".join)
